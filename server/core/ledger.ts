import type { BlockId, Segment, SegmentId } from './segment.ts';
import { isSegmentId, parseBlockId, parseSegmentId } from './segment.ts';

/** The truth about a document's segmentation: its segments in order, and what became of ids no longer used. */
export interface Ledger {
  readonly segments: readonly Segment[];
  readonly retired: ReadonlyMap<SegmentId, readonly SegmentId[]>;
}

export const EMPTY_LEDGER: Ledger = { segments: [], retired: new Map() };

/** Segment ids that `ledger` has never named, in order, without end. */
export function* freshSegmentIds({ segments, retired }: Ledger): Generator<SegmentId, never> {
  const used = [...segments.map((segment) => segment.id), ...retired.keys(), ...[...retired.values()].flat()];
  const ids = unused('s', new Set(used));
  for (;;) yield parseSegmentId(ids.next().value);
}

/** Block ids that no block of `ledger` has, in order, without end. */
export function* freshBlockIds(ledger: Ledger): Generator<BlockId, never> {
  const ids = unused('b', new Set(ledger.segments.map((segment) => segment.block)));
  for (;;) yield parseBlockId(ids.next().value);
}

// Behind the highest number, so that an id that was taken out of the file by hand is not given out again.
function* unused(letter: string, used: ReadonlySet<string>): Generator<string, never> {
  let number = 0;
  // A number of more digits is a name that somebody made up; counting on from it would leave the exact numbers.
  for (const id of used)
    if (NUMBERED.test(id) && id.startsWith(letter)) number = Math.max(number, Number(id.slice(1)));
  for (;;) {
    number += 1;
    if (!used.has(`${letter}${number}`)) yield `${letter}${number}`;
  }
}

const NUMBERED = /^[a-z]\d{1,9}$/;

/** The way from an id to the segments of today. */
export interface Trail {
  /** The id itself, or through retired ids its successors; none if it was never used, or nothing came after it. */
  readonly living: readonly SegmentId[];
  /** The retired ids between, without the first. */
  readonly between: readonly SegmentId[];
}

/** A function that follows any id of `ledger`; it ends on circular data. Made once for a ledger, as making it reads all of it. */
export function trailsIn({ segments, retired }: Ledger): (id: string) => Trail {
  const living = new Set<string>(segments.map((segment) => segment.id));
  return (id) => {
    const trail = { living: [] as SegmentId[], between: [] as SegmentId[] };
    const seen = new Set<string>();
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at) || !isSegmentId(at)) continue;
      seen.add(at);
      if (living.has(at)) {
        trail.living.push(at);
        continue;
      }
      const successors = retired.get(at);
      if (successors === undefined) continue;
      if (at !== id) trail.between.push(at);
      for (let index = successors.length - 1; index >= 0; index -= 1)
        open.push(successors[index] as SegmentId);
    }
    return trail;
  };
}
