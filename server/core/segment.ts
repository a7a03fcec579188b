import { DomainError } from './refusal.ts';
import type { Span } from './span.ts';

export type SegmentId = string & { readonly __brand: 'SegmentId' };
export type BlockId = string & { readonly __brand: 'BlockId' };
export type DocumentId = string & { readonly __brand: 'DocumentId' };

export const SEGMENT_KINDS = [
  'heading',
  'paragraph',
  'item',
  'quote',
  'caption',
  'footnote',
  'code',
  'table',
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/**
 * A range of the decoded source that gives a stretch of a segment's text.
 * `joiner` stands before it when it follows another part; `text` replaces the range where the source
 * writes a character in another way (`\*`, `&amp;`).
 */
export interface Part extends Span {
  readonly joiner?: ' ';
  readonly text?: string;
}

/** Inline markup, as a range (possibly of zero width) over the segment's plain text. */
export type Mark =
  | (Span & { readonly kind: 'emphasis' | 'strong' | 'deleted' | 'code' })
  | (Span & { readonly kind: 'link'; readonly href: string })
  | (Span & { readonly kind: 'footnote'; readonly target: BlockId; readonly label: string });

/** Where a segment of kind `table` stands; both count from 0, row 0 is the head if `head` is true. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly head?: true;
}

/** What the ledger says of the smallest aligned unit of a text, usually a sentence. Its id never changes. */
export interface Segment {
  readonly id: SegmentId;
  readonly block: BlockId;
  readonly kind: SegmentKind;
  /** Headings 1–6; items their depth from 1; otherwise 0. */
  readonly level: number;
  /** Page furniture, running titles, editor's marks: kept and flagged, not glossed, numbered, linked or searched. */
  readonly debris: boolean;
  /** The ordinal of an item in a numbered list, or a footnote's label. */
  readonly label?: string;
  readonly cell?: Cell;
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
  /** UTF-16 units of the segment's text. */
  readonly length: number;
  /** First 16 hex digits of SHA-256 over the segment's text in UTF-8. */
  readonly digest: string;
}

const ID = /^[a-z][a-z0-9-]*$/;
const DOCUMENT_ID = /^[a-z0-9][a-z0-9-]*$/;

export function isSegmentId(text: string): text is SegmentId {
  return ID.test(text);
}

/** @throws DomainError `invalid` if `text` is no segment id. */
export function parseSegmentId(text: string): SegmentId {
  if (!isSegmentId(text)) throw new DomainError('invalid', 'not a segment id');
  return text;
}

/** @throws DomainError `invalid` if `text` is no block id. */
export function parseBlockId(text: string): BlockId {
  if (!ID.test(text)) throw new DomainError('invalid', 'not a block id');
  return text as BlockId;
}

export function isDocumentId(text: string): text is DocumentId {
  return DOCUMENT_ID.test(text) && text.length <= 100;
}

/** @throws DomainError `not-found` if `text` cannot be the id of a document. */
export function parseDocumentId(text: string): DocumentId {
  if (!isDocumentId(text)) throw new DomainError('not-found', 'not a document id');
  return text;
}

/** The text that `parts` give when they are joined, in order. */
export function textOf(source: string, parts: readonly Part[]): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index > 0 && part.joiner !== undefined) text += part.joiner;
    text += part.text ?? source.slice(part.start, part.end);
  }
  return text;
}

/** The parts of a text and of one behind it, with `joiner` between them. */
export function joinParts(first: readonly Part[], next: readonly Part[], joiner: '' | ' '): readonly Part[] {
  const [head, ...rest] = next;
  if (head === undefined) return first;
  const { joiner: _, ...bare } = head;
  return [...first, joiner === ' ' ? { ...bare, joiner } : bare, ...rest];
}

/** The parts that give `textOf(source, parts).slice(start, end)`. A replaced character is never cut. */
export function sliceParts(parts: readonly Part[], start: number, end: number): Part[] {
  const sliced: Part[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const joiner = index > 0 ? (part.joiner ?? '') : '';
    const from = at + joiner.length;
    const length = part.text?.length ?? part.end - part.start;
    at = from + length;
    if (at <= start || from >= end) continue;
    const cut =
      part.text === undefined
        ? { start: part.start + Math.max(0, start - from), end: part.start + Math.min(length, end - from) }
        : part;
    const keepsJoiner = joiner !== '' && sliced.length > 0 && from > start;
    sliced.push({
      start: cut.start,
      end: cut.end,
      ...(keepsJoiner && { joiner: ' ' as const }),
      ...(part.text !== undefined && { text: part.text }),
    });
  }
  return sliced;
}

/** Whether people gloss it: not debris, and not code. */
export function isGlossable(segment: Segment): boolean {
  return !segment.debris && segment.kind !== 'code';
}
