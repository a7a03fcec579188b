import type { DraftMark, DraftSegment } from './draft.ts';
import type { Ledger } from './ledger.ts';
import { freshBlockIds, freshSegmentIds } from './ledger.ts';
import type { BlockId, Mark, Segment, SegmentId } from './segment.ts';

/** First 16 hex digits of SHA-256 over a text in UTF-8. */
export type Digest = (text: string) => string;

/**
 * The ledger of a text that was parsed again. A segment whose text is still there keeps its id, and what a person may
 * have said of it by hand: kind, level, debris, label. A segment that is gone is retired in favour of the new ones that stand in
 * its place. No id is renumbered or used again.
 */
export function reconcile(old: Ledger, drafts: readonly DraftSegment[], digestOf: Digest): Ledger {
  const digests = drafts.map((draft) => digestOf(draft.text));
  const kept = matches(
    old.segments.map((segment) => segment.digest),
    digests,
  );
  const blocks = blockIds(old, drafts, kept);
  const ids = freshSegmentIds(old);
  const footnotes = footnoteBlocks(drafts, blocks);

  const segments = drafts.map((draft, index): Segment => {
    const before = old.segments[kept.get(index) ?? -1];
    const { kind, level, debris, label } = before ?? draft;
    return {
      id: before?.id ?? ids.next().value,
      block: blocks[index] as BlockId,
      kind,
      level,
      debris,
      ...(label !== undefined && { label }),
      ...(draft.cell !== undefined && { cell: draft.cell }),
      parts: draft.parts,
      marks: draft.marks.flatMap((mark) => markOf(mark, footnotes)),
      length: draft.text.length,
      digest: digests[index] as string,
    };
  });
  return { segments, retired: new Map([...old.retired, ...retirements(old, segments, kept)]) };
}

/**
 * Which new item each old one is, as new index → old index; both rise together. Items that are unique on both sides are
 * matched first, as many as keep their order (patience diff, Cohen 2007); then equal neighbours.
 */
export function matches(old: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = increasing(uniquePairs(old, now));
  const kept = new Map<number, number>();
  let [fromOld, fromNow] = [0, 0];
  for (const [oldEnd, nowEnd] of [...pairs, [old.length, now.length] as const]) {
    let o = fromOld;
    for (let n = fromNow; n < nowEnd; n += 1) {
      const found = old.indexOf(now[n] as string, o);
      if (found === -1 || found >= oldEnd) continue;
      kept.set(n, found);
      o = found + 1;
    }
    if (oldEnd < old.length) kept.set(nowEnd, oldEnd);
    [fromOld, fromNow] = [oldEnd + 1, nowEnd + 1];
  }
  return kept;
}

function uniquePairs(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  const once = (items: readonly string[]): Map<string, number> => {
    const seen = new Map<string, number>();
    for (const [index, item] of items.entries()) seen.set(item, seen.has(item) ? -1 : index);
    return seen;
  };
  const olds = once(old);
  return [...once(now)].flatMap(([item, n]) => {
    const o = olds.get(item) ?? -1;
    return o >= 0 && n >= 0 ? [[o, n] as const] : [];
  });
}

// Longest increasing subsequence by old index; `pairs` rise by new index.
function increasing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tails: number[] = [];
  const previous: number[] = [];
  const at = (index: number | undefined): number => pairs[index ?? -1]?.[0] ?? -1;
  for (const [index, [o]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(tails[middle]) < o) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const chain: (readonly [number, number])[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.unshift(pair);
  }
  return chain;
}

// A block keeps the id of its first segment that is kept, unless another block has it already.
function blockIds(
  old: Ledger,
  drafts: readonly DraftSegment[],
  kept: ReadonlyMap<number, number>,
): BlockId[] {
  const fresh = freshBlockIds(old);
  const known = new Map<number, BlockId>();
  const taken = new Set<BlockId>();
  for (const [index, draft] of drafts.entries()) {
    const before = old.segments[kept.get(index) ?? -1]?.block;
    if (before === undefined || taken.has(before) || known.has(draft.block)) continue;
    known.set(draft.block, before);
    taken.add(before);
  }
  return drafts.map((draft) => {
    const id = known.get(draft.block) ?? fresh.next().value;
    known.set(draft.block, id);
    return id;
  });
}

function footnoteBlocks(drafts: readonly DraftSegment[], blocks: readonly BlockId[]): Map<string, BlockId> {
  const found = new Map<string, BlockId>();
  for (const [index, { kind, label }] of drafts.entries()) {
    const block = blocks[index];
    if (kind === 'footnote' && label !== undefined && block !== undefined && !found.has(label))
      found.set(label, block);
  }
  return found;
}

function markOf(mark: DraftMark, footnotes: ReadonlyMap<string, BlockId>): Mark[] {
  if (mark.kind !== 'footnote') return [mark];
  const target = footnotes.get(mark.label);
  return target === undefined ? [] : [{ ...mark, target }];
}

function retirements(
  old: Ledger,
  segments: readonly Segment[],
  kept: ReadonlyMap<number, number>,
): [SegmentId, SegmentId[]][] {
  const newIndexOf = new Map([...kept].map(([now, before]) => [before, now]));
  const gone: [SegmentId, SegmentId[]][] = [];
  for (let index = 0; index < old.segments.length; index += 1) {
    if (newIndexOf.has(index)) continue;
    let from = index;
    while (from > 0 && !newIndexOf.has(from - 1)) from -= 1;
    let to = index;
    while (to < old.segments.length && !newIndexOf.has(to)) to += 1;
    const start = (newIndexOf.get(from - 1) ?? -1) + 1;
    const end = newIndexOf.get(to) ?? segments.length;
    const successors = segments.slice(start, end).map((segment) => segment.id);
    // As many now as before: sentences were changed, not cut or joined, and each has one successor.
    const own =
      successors.length === to - from ? successors.slice(index - from, index - from + 1) : successors;
    gone.push([old.segments[index]?.id as SegmentId, own]);
  }
  return gone;
}
