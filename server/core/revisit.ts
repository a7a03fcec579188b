import type { Ledger } from './ledger.ts';
import { matches } from './reconcile.ts';
import type { SegmentId } from './segment.ts';

/** What became of a document's segments when its text was imported again. Debris is not counted. */
export interface Revisit {
  readonly kept: number;
  /** Kept, and stand out of their old order. */
  readonly moved: readonly SegmentId[];
  /** Retired in favour of one that is alike or stands in their place. */
  readonly changed: readonly { readonly before: SegmentId; readonly now: SegmentId }[];
  readonly appeared: readonly SegmentId[];
  readonly gone: readonly SegmentId[];
}

export function revisitOf(old: Ledger, now: Ledger): Revisit {
  const shown = ({ segments }: Ledger): SegmentId[] =>
    segments.flatMap(({ id, debris }) => (debris ? [] : [id]));
  const [olds, news] = [shown(old), shown(now)];
  const [before, after] = [new Set(olds), new Set(news)];
  const kept = news.filter((id) => before.has(id));
  const inOrder = new Set([...matches(olds, kept).keys()].map((index) => kept[index]));
  const retired = olds.filter((id) => !after.has(id) && now.retired.has(id));
  const changed = retired.flatMap((id) => {
    const [successor, ...others] = now.retired.get(id) ?? [];
    return successor !== undefined && others.length === 0 && !before.has(successor)
      ? [{ before: id, now: successor }]
      : [];
  });
  const became = new Set(changed.map((one) => one.now));
  const changedIds = new Set(changed.map((one) => one.before));
  return {
    kept: kept.length,
    moved: kept.filter((id) => !inOrder.has(id)),
    changed,
    appeared: news.filter((id) => !before.has(id) && !became.has(id)),
    gone: retired.filter((id) => !changedIds.has(id)),
  };
}
