import type { DraftMark } from '../core/draft.ts';
import { safeHref } from '../core/href.ts';
import type { Cell, SegmentKind } from '../core/segment.ts';
import { textOf } from '../core/segment.ts';
import type { Span } from '../core/span.ts';
import type { DraftBlock } from './block.ts';
import { furnitureIn, isCaption, isFurniture } from './debris.ts';
import type { BlockWriter } from './writer.ts';

export interface Shape {
  readonly kind: SegmentKind;
  readonly level?: number;
  readonly label?: string;
  readonly cell?: Cell;
  /** It belongs to the block before it: a further paragraph of an item, a further cell of a table. */
  readonly continues?: boolean;
  readonly isDebris?: boolean;
}

/** What was written, as a block of the given shape; none if there is no text. */
export function blockOf(writer: BlockWriter, shape: Shape): DraftBlock[] {
  writer.finish();
  const { text, parts, marks } = writer;
  if (text.trim() === '' || parts.length === 0) return [];
  const all = [{ start: 0, end: text.length }];
  const debris = shape.isDebris || isFurniture(text) ? all : [...writer.debris, ...furnitureIn(text)];
  if (shape.kind !== 'code') marks.push(...addressesIn(text, marks));
  const kind = shape.kind === 'paragraph' && isCaption(text.trim()) ? 'caption' : shape.kind;
  return [
    {
      kind,
      level: shape.level ?? 0,
      ...(shape.label !== undefined && { label: shape.label }),
      ...(shape.cell !== undefined && { cell: shape.cell }),
      ...(shape.continues === true && { continues: true as const }),
      parts,
      marks,
      breaks: shape.kind === 'code' ? [] : writer.breaks,
      // Code is code whatever stands in it; all of it may belong to the page.
      debris: shape.kind === 'code' && !isAll(debris, text) ? [] : debris.sort((a, b) => a.start - b.start),
    },
  ];
}

function isAll([first]: readonly Span[], { length }: { readonly length: number }): boolean {
  return first !== undefined && first.start === 0 && first.end === length;
}

// ASCII only: Han and its punctuation end an address that is written without spaces around it.
const ADDRESS = /https?:\/\/[\w\-.~:/?#@!$&*+,;=%]*[\w\-~/#=%]/g;

/** Addresses that are written out in the text and are no links yet. */
function addressesIn(text: string, marks: readonly DraftMark[]): DraftMark[] {
  return [...text.matchAll(ADDRESS)]
    .map((match) => ({
      kind: 'link' as const,
      href: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(
      ({ href, start, end }) =>
        safeHref(href) !== undefined &&
        !marks.some((mark) => mark.kind === 'link' && mark.start < end && start < mark.end),
    );
}

// Behind a numbered line that is a sentence there is no text of its own.
const SENTENCE_END = /[。！？；;，,]$/;
const NUMBER_BEFORE = /[（(]?\d{1,2}[.)）、．]?\s*$/;

/**
 * Make headings of numbered items that stand alone before text and count up: `1. OCI`, text, `2. Containerd`, text. The number is part
 * of the heading, as written.
 */
export function promoteNumbered(source: string, blocks: readonly DraftBlock[]): DraftBlock[] {
  const alone = new Set(blocks.filter((_, index) => standsAlone(source, blocks, index)));
  const counts = [...alone].every((block, index) => Number.parseInt(block.label ?? '', 10) === index + 1);
  if (alone.size < 2 || !counts) return [...blocks];
  const first = blocks.find((block) => block.kind === 'heading');
  const level = Math.min(6, (first?.level ?? 1) + 1);
  return blocks.map((block) => (alone.has(block) ? headingOf(source, block, level) : block));
}

function standsAlone(source: string, blocks: readonly DraftBlock[], index: number): boolean {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.kind !== 'item' || block.label === undefined || block.level !== 1 || next === undefined)
    return false;
  if (blocks[index - 1]?.kind === 'item' || next.kind === 'item' || next.kind === 'heading') return false;
  const text = textOf(source, block.parts);
  return text.length <= 40 && !SENTENCE_END.test(text);
}

function headingOf(source: string, block: DraftBlock, level: number): DraftBlock {
  const { label: _, continues: __, ...rest } = block;
  const [first, ...others] = block.parts;
  if (first === undefined) return block;
  const shift = NUMBER_BEFORE.exec(source.slice(Math.max(0, first.start - 16), first.start))?.[0].length ?? 0;
  const marks = block.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
  return {
    ...rest,
    kind: 'heading',
    level,
    marks,
    parts: [{ ...first, start: first.start - shift }, ...others],
  };
}
