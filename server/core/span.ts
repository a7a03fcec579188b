/**
 * Half-open range [start, end) within one segment's text.
 * Offsets count UTF-16 code units, so `text.slice(start, end)` is the spanned text.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Tells of any [start, end) whether it shares a unit with one of `spans`; in time that hardly grows with their number. */
export function overlapWith(spans: readonly Span[]): (start: number, end: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  // How far those reach that begin no later than each.
  const reach: number[] = [];
  for (const { end } of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (start, end) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return (reach[low - 1] ?? 0) > start;
  };
}

/** The same stretch, `by` units further on. */
export function shifted<Stretch extends Span>(stretch: Stretch, by: number): Stretch {
  return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

/** Whether `offset` may cut `text`: it lies within it and not between the halves of a surrogate pair. */
export function isBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return !(isHighSurrogate(before) && isLowSurrogate(after));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
