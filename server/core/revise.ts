import type { Ledger } from './ledger.ts';
import { freshBlockIds, freshSegmentIds } from './ledger.ts';
import type { Digest } from './reconcile.ts';
import { DomainError } from './refusal.ts';
import type { BlockId, Mark, Part, Segment, SegmentId } from './segment.ts';
import { textOf } from './segment.ts';

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
  const shift = first.length + joiner.length;
  const [head, ...rest] = second.parts;
  const parts = head === undefined ? first.parts : [...first.parts, joined(head, joiner), ...rest];
  const marks = [...first.marks, ...second.marks.map((mark) => shifted(mark, shift))];
  const whole = sealed(
    { ...first, id: freshSegmentIds(ledger).next().value, parts, marks },
    source,
    digestOf,
  );
  return replaced(ledger, index, 2, [whole]);
}

/**
 * The ledger with `id` cut at `offset` of its text (UTF-16 units); both halves get new ids, and `id` is retired in their favour. Spaces
 * at the cut belong to neither. With `newBlock` the second half begins a block of its own.
 *
 * @throws DomainError `not-found` if there is no such segment, `invalid` if a half would be empty.
 */
export function split(
  ledger: Ledger,
  source: string,
  id: string,
  offset: number,
  newBlock: boolean,
  slice: (parts: readonly Part[], start: number, end: number) => Part[],
  digestOf: Digest,
): Ledger {
  const index = indexOf(ledger, id);
  const segment = ledger.segments[index] as Segment;
  const text = textOf(source, segment.parts);
  const end = text.slice(0, offset).trimEnd().length;
  const start = text.length - text.slice(offset).trimStart().length;
  if (end === 0 || start >= text.length) throw new DomainError('invalid', `${id} cannot be cut at ${offset}`);
  const ids = freshSegmentIds(ledger);
  const half = (from: number, to: number, block: BlockId): Segment => {
    const marks = segment.marks.flatMap((mark) => clipped(mark, from, to));
    return sealed(
      { ...segment, id: ids.next().value, block, parts: slice(segment.parts, from, to), marks },
      source,
      digestOf,
    );
  };
  const second = newBlock ? freshBlockIds(ledger).next().value : segment.block;
  const revised = replaced(ledger, index, 1, [half(0, end, segment.block), half(start, text.length, second)]);
  if (!newBlock) return revised;
  // What followed in the old block now follows in the new one, so that no block is interrupted.
  const segments = revised.segments.map((one, at) =>
    at > index + 1 && one.block === segment.block ? { ...one, block: second } : one,
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

function joined(part: Part, joiner: '' | ' '): Part {
  const { joiner: _, ...rest } = part;
  return joiner === ' ' ? { ...rest, joiner } : rest;
}

function shifted(mark: Mark, by: number): Mark {
  return { ...mark, start: mark.start + by, end: mark.end + by };
}

function clipped(mark: Mark, start: number, end: number): Mark[] {
  if (mark.start === mark.end) return mark.start > start && mark.start <= end ? [shifted(mark, -start)] : [];
  const from = Math.max(mark.start, start);
  const to = Math.min(mark.end, end);
  return from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
}
