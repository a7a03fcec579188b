import type { Edtf } from '../../core/date.ts';
import { rangeOf } from '../../core/date.ts';

/** From days (since 1970-01-01, UTC) to places, linear within each year. */
export interface Scale {
  readonly firstYear: number;
  /** The last year that is shown, not the one after it. */
  readonly lastYear: number;
  readonly at: (day: number) => number;
  /** Where a year begins; the one after the last begins where the scale ends. */
  readonly startOf: (year: number) => number;
}

/** What a year needs for its label, and the parts of the width that are shared out evenly at least and at most. */
const YEAR = 40;
const EVEN = { least: 0.4, most: 0.7 } as const;

/**
 * A scale of `width` from the first year to the last, on which a year with much in it is wider than one with little: about
 * half of the width is shared out evenly, the rest by how much begins in each year. So a decade in which nothing happens
 * stays visible, and short.
 */
export function scaleOf(
  ranges: readonly { readonly from: number; readonly to: number }[],
  width: number,
): Scale {
  const days = ranges.map(({ from }) => from);
  const firstYear = yearOf(Math.min(...days));
  const lastYear = yearOf(Math.max(...ranges.map(({ to }) => to)) - 1);
  const counts = new Map<number, number>();
  for (const day of days) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
  const years = lastYear - firstYear + 1;
  const even = Math.min(EVEN.most, Math.max(EVEN.least, (years * YEAR) / width));
  const starts = [0];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const busy = (counts.get(year) ?? 0) / days.length;
    starts.push((starts.at(-1) ?? 0) + width * (even / years + (1 - even) * busy));
  }
  return { firstYear, lastYear, at, startOf };

  function startOf(year: number): number {
    return starts[year - firstYear] ?? width;
  }

  function at(day: number): number {
    const year = Math.min(Math.max(yearOf(day), firstYear), lastYear);
    const [start, end] = [startOf(year), startOf(year + 1)];
    const { from: first, to: next } = rangeOfYear(year);
    const share = Math.min(1, Math.max(0, (day - first) / (next - first)));
    return start + (end - start) * share;
  }
}

/** The year of a day; of those before the year 0 and after 9999, which only “about” leads to, the nearest that can be written. */
export function yearOf(day: number): number {
  return Math.min(9999, Math.max(0, new Date(day * 86_400_000).getUTCFullYear()));
}

export function rangeOfYear(year: number): { readonly from: number; readonly to: number } {
  return rangeOf(yearLabel(year) as Edtf);
}

/** Four digits, as in EDTF. */
export function yearLabel(year: number): string {
  return String(year).padStart(4, '0');
}
