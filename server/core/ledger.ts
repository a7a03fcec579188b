import type { BlockId, Segment, SegmentId } from './segment.ts';
import { isSegmentId, parseBlockId, parseSegmentId } from './segment.ts';

/** The truth about a document's segmentation: its segments in order, and what became of ids no longer used. */
export interface Ledger {
  readonly segments: readonly Segment[];
  readonly retired: ReadonlyMap<SegmentId, readonly SegmentId[]>;
}

export const EMPTY_LEDGER: Ledger = { segments: [], retired: new Map() };

/** Segment ids that no segment of `ledger` has or had, in order, without end. */
export function* freshSegmentIds(ledger: Ledger): Generator<SegmentId, never> {
  const used = [...ledger.segments.map((segment) => segment.id), ...ledger.retired.keys()];
  for (let next = highest('s', used) + 1; ; next += 1) yield parseSegmentId(`s${next}`);
}

/** Block ids that no block of `ledger` has, in order, without end. */
export function* freshBlockIds(ledger: Ledger): Generator<BlockId, never> {
  const used = ledger.segments.map((segment) => segment.block);
  for (let next = highest('b', used) + 1; ; next += 1) yield parseBlockId(`b${next}`);
}

function highest(letter: string, ids: readonly string[]): number {
  const numbers = ids
    .filter((id) => id.startsWith(letter) && /^\d+$/.test(id.slice(1)))
    .map((id) => Number(id.slice(1)));
  return Math.max(0, ...numbers);
}

/**
 * The segments that an id leads to today: itself, or through retired ids to their successors.
 * Empty if the id was never used, or nothing came after it. Ends on circular data.
 */
export function resolve(ledger: Ledger, id: string): SegmentId[] {
  const living = new Set<string>(ledger.segments.map((segment) => segment.id));
  const found: SegmentId[] = [];
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at) || !isSegmentId(at)) return;
    seen.add(at);
    if (living.has(at)) found.push(at);
    else ledger.retired.get(at)?.forEach(visit);
  };
  visit(id);
  return found;
}
