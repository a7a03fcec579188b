import type { DraftMark, DraftSegment } from './draft.ts';
import type { Ledger } from './ledger.ts';
import { freshBlockIds, freshSegmentIds } from './ledger.ts';
import { alike } from './resemblance.ts';
import type { BlockId, Mark, Segment, SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** First 16 hex digits of SHA-256 over a text in UTF-8. */
export type Digest = (text: string) => string;

/** The text that a segment had when it was imported; undefined if it is not at hand any more. */
export type Former = (segment: Segment) => string | undefined;

/**
 * The ledger of a text that was parsed again. A segment whose text is still there keeps its id, also where it has moved, and what a person may
 * have said of it by hand: kind, level, debris, a label of that kind. A segment that is gone is retired in favour of the new one that
 * is most like it, or else of those that stand in its place. No id is renumbered or used again.
 */
export function reconcile(
  old: Ledger,
  drafts: readonly DraftSegment[],
  digestOf: Digest,
  former: Former = () => undefined,
): Ledger {
  const digests = drafts.map((draft) => digestOf(draft.text));
  const inOrder = matches(
    old.segments.map((segment) => segment.digest),
    digests,
  );
  const moved = movedIn(old, drafts, digests, inOrder);
  const kept = new Map([...inOrder, ...moved]);
  const blocks = blockIds(old, drafts, kept);
  const ids = freshSegmentIds(old);
  const footnotes = footnoteBlocks(drafts, blocks);

  const segments = drafts.map((draft, index): Segment => {
    const before = old.segments[kept.get(index) ?? -1];
    const { kind, level, debris } = before ?? draft;
    const label = labelOf(draft, before);
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
  return {
    segments,
    retired: new Map([...old.retired, ...retirements(old, segments, { drafts, inOrder, moved, former })]),
  };
}

// A list that has grown has other numbers now; what another kind was called is what a person called it.
function labelOf(draft: DraftSegment, before: Segment | undefined): string | undefined {
  if (before === undefined) return draft.label;
  return before.kind === draft.kind ? (draft.label ?? before.label) : before.label;
}

/**
 * Which new item each old one is, as new index → old index; both rise together. Items that are unique on both sides are
 * matched first, as many as keep their order (patience diff, Cohen 2007); then equal ones between them, the earliest first.
 */
export function matches(old: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = increasing(uniquePairs(old, now));
  const places = Map.groupBy(old.keys(), (index) => old[index]);
  const kept = new Map<number, number>();
  let [fromOld, fromNow] = [0, 0];
  for (const [oldEnd, nowEnd] of [...pairs, [old.length, now.length] as const]) {
    let o = fromOld;
    for (let n = fromNow; n < nowEnd; n += 1) {
      const found = firstFrom(places.get(now[n]) ?? [], o);
      if (found === undefined || found >= oldEnd) continue;
      kept.set(n, found);
      o = found + 1;
    }
    if (oldEnd < old.length) kept.set(nowEnd, oldEnd);
    [fromOld, fromNow] = [oldEnd + 1, nowEnd + 1];
  }
  return kept;
}

/** The first of `rising` that is not less than `least`. */
function firstFrom(rising: readonly number[], least: number): number | undefined {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return rising[low];
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
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
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

// Shorter ones come back for no reason: 是的。
const LEAST_MOVED = 6;

/** Segments that stand out of order now, as new index → old index: those whose text is left over just once on either side. */
function movedIn(
  old: Ledger,
  drafts: readonly DraftSegment[],
  digests: readonly string[],
  inOrder: ReadonlyMap<number, number>,
): Map<number, number> {
  const taken = new Set(inOrder.values());
  const olds = [...old.segments.keys()].filter((index) => !taken.has(index));
  const news = [...drafts.keys()].filter(
    (index) => !inOrder.has(index) && (drafts[index]?.text.length ?? 0) >= LEAST_MOVED,
  );
  const pairs = uniquePairs(
    olds.map((index) => old.segments[index]?.digest ?? ''),
    news.map((index) => digests[index] ?? ''),
  );
  return new Map(pairs.map(([o, n]) => [news[n] as number, olds[o] as number]));
}

interface Changes {
  readonly drafts: readonly DraftSegment[];
  readonly inOrder: ReadonlyMap<number, number>;
  readonly moved: ReadonlyMap<number, number>;
  readonly former: Former;
}

function retirements(
  old: Ledger,
  segments: readonly Segment[],
  changes: Changes,
): [SegmentId, SegmentId[]][] {
  const gone: [SegmentId, SegmentId[]][] = [];
  const went = new Set(changes.moved.values());
  let [from, start] = [0, 0];
  // The gaps between what was kept, on both sides.
  const ends = [...changes.inOrder].map(([now, before]) => [before, now] as const).sort(([a], [b]) => a - b);
  for (const [to, end] of [...ends, [old.segments.length, segments.length] as const]) {
    const olds = range(from, to).filter((index) => !went.has(index));
    const news = range(start, end).filter((index) => !changes.moved.has(index));
    for (const [before, successors] of succession(olds, news, old, changes))
      gone.push([
        old.segments[before]?.id as SegmentId,
        successors.map((index) => segments[index]?.id as SegmentId),
      ]);
    [from, start] = [to + 1, end + 1];
  }
  return gone;
}

/** Which of the new segments of a gap take the place of each old one. */
function succession(
  olds: readonly number[],
  news: readonly number[],
  old: Ledger,
  { drafts, former }: Changes,
): [number, readonly number[]][] {
  const found: [number, readonly number[]][] = [];
  const texts = olds.map((index) => former(old.segments[index] as Segment));
  const pairs = texts.every((text) => text !== undefined)
    ? alike(
        texts,
        news.map((index) => drafts[index]?.text ?? ''),
      )
    : [];
  let [from, start] = [0, 0];
  for (const [to, end] of [...pairs, [olds.length, news.length] as const]) {
    for (let index = from; index < to; index += 1) {
      const near = vicinity(index - from, to - from, end - start);
      found.push([olds[index] as number, news.slice(start + near.start, start + near.end)]);
    }
    if (to < olds.length) found.push([olds[to] as number, news.slice(end, end + 1)]);
    [from, start] = [to + 1, end + 1];
  }
  return found;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}

const SHORT = 8;

/**
 * Which of `now` new segments take the place of the one at `index` of `before`. As many now as before: sentences were changed, not
 * cut or joined, and each has one successor. Otherwise all of them, or in a long stretch those that stand about where it stood: it has
 * become one of these, and nobody knows which.
 */
function vicinity(index: number, before: number, now: number): Span {
  if (now === before) return { start: index, end: index + 1 };
  if (now <= SHORT) return { start: 0, end: now };
  const middle = Math.round(((index + 0.5) * now) / before);
  const start = Math.min(Math.max(0, middle - SHORT / 2), now - SHORT);
  return { start, end: start + SHORT };
}
