import type { Ledger } from './ledger.ts';
import { freshBlockIds, freshSegmentIds } from './ledger.ts';
import type { Digest } from './reconcile.ts';
import { DomainError } from './refusal.ts';
import type { BlockId, Mark, Segment, SegmentId } from './segment.ts';
import { joinParts, sliceParts, textOf } from './segment.ts';
import type { Span } from './span.ts';
import { isBoundary, shifted } from './span.ts';

/**
 * The ledger with `id` and the segment behind it as one, which gets a new id, the kind and the block of the first; both are retired
 * in its favour. `joiner` stands between their texts.
 *
 * @throws DomainError `not-found` if there is no such segment, `invalid` if nothing stands behind it.
 */
export function join(ledger: Ledger, source: string, id: string, joiner: '' | ' ', digestOf: Digest): Ledger {
  const index = indexOf(ledger, id);
  const first = ledger.segments[index] as Segment;
  const second = ledger.segments[index + 1];
  if (second === undefined) throw new DomainError('invalid', `nothing stands behind ${id}`);
  const shift = textOf(source, first.parts).length + joiner.length;
  const parts = joinParts(first.parts, second.parts, joiner);
  const marks = [...first.marks, ...second.marks.map((mark) => shifted(mark, shift))];
  const whole = sealed(
    { ...first, id: freshSegmentIds(ledger).next().value, parts, marks },
    source,
    digestOf,
  );
  return replaced(ledger, index, 2, [whole]);
}

/** Where a person cuts a segment. */
export interface Cut {
  readonly id: string;
  /** UTF-16 units of the segment's text. */
  readonly offset: number;
  /** Whether the second half begins a block of its own. */
  readonly newBlock: boolean;
}

/**
 * The ledger with a segment cut in two; both halves get new ids, and its own is retired in their favour. Spaces at the cut belong to
 * neither; a footnote's reference there belongs to the half that ends.
 *
 * @throws DomainError `not-found` if there is no such segment, `invalid` if a half would be empty, or the cut goes through a character.
 */
export function split(
  ledger: Ledger,
  source: string,
  { id, offset, newBlock }: Cut,
  digestOf: Digest,
): Ledger {
  const index = indexOf(ledger, id);
  const segment = ledger.segments[index] as Segment;
  const text = textOf(source, segment.parts);
  const end = text.slice(0, offset).trimEnd().length;
  const start = text.length - text.slice(offset).trimStart().length;
  const ids = freshSegmentIds(ledger);
  const half = (span: Span, marks: readonly Mark[], block: BlockId): Segment => {
    const parts = sliceParts(segment.parts, span.start, span.end);
    const isWhole = textOf(source, parts) === text.slice(span.start, span.end);
    if (!isBoundary(text, offset) || parts.length === 0 || !isWhole) {
      throw new DomainError('invalid', `${id} cannot be cut at ${offset}`);
    }
    const own = marks.flatMap((mark) => clipped(mark, span));
    return sealed({ ...segment, id: ids.next().value, block, parts, marks: own }, source, digestOf);
  };
  const isBehind = (mark: Mark): boolean => mark.start >= start && mark.start > end;
  const first = segment.marks.filter((mark) => mark.start < mark.end || !isBehind(mark));
  const second = segment.marks.filter((mark) => mark.start < mark.end || isBehind(mark));
  const block = newBlock ? freshBlockIds(ledger).next().value : segment.block;
  const revised = replaced(ledger, index, 1, [
    half({ start: 0, end }, first, segment.block),
    half({ start, end: text.length }, second, block),
  ]);
  if (!newBlock) return revised;
  // What followed in the old block now follows in the new one, so that no block is interrupted.
  const segments = revised.segments.map((one, at) =>
    at > index + 1 && one.block === segment.block ? { ...one, block } : one,
  );
  return { ...revised, segments };
}

/** What a person may say of a segment by hand. */
export type Class = Partial<Pick<Segment, 'kind' | 'level' | 'debris' | 'block'>>;

/** @throws DomainError `not-found` if there is no such segment. */
export function reclass(ledger: Ledger, id: string, change: Class): Ledger {
  const index = indexOf(ledger, id);
  return {
    ...ledger,
    segments: ledger.segments.map((segment, at) => (at === index ? { ...segment, ...change } : segment)),
  };
}

function indexOf(ledger: Ledger, id: string): number {
  const index = ledger.segments.findIndex((segment) => segment.id === id);
  if (index === -1) throw new DomainError('not-found', `no segment ${id}`);
  return index;
}

function replaced(ledger: Ledger, index: number, count: number, now: readonly Segment[]): Ledger {
  const gone = ledger.segments.slice(index, index + count);
  const retired = new Map<SegmentId, readonly SegmentId[]>(ledger.retired);
  for (const segment of gone)
    retired.set(
      segment.id,
      now.map((one) => one.id),
    );
  return { segments: ledger.segments.toSpliced(index, count, ...now), retired };
}

function sealed(segment: Segment, source: string, digestOf: Digest): Segment {
  const text = textOf(source, segment.parts);
  return { ...segment, length: text.length, digest: digestOf(text) };
}

function clipped(mark: Mark, { start, end }: Span): Mark[] {
  const from = Math.min(Math.max(mark.start, start), end);
  const to = Math.max(Math.min(mark.end, end), from);
  return from < to || mark.start === mark.end ? [{ ...mark, start: from - start, end: to - start }] : [];
}
