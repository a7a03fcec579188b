import type { Edtf } from '../../core/date.ts';
import { rangeOf } from '../../core/date.ts';
import { widthOf } from './label.ts';
import type { Scale } from './scale.ts';
import { yearLabel } from './scale.ts';

/** The beginning of a year, a quarter or a month on the axis. */
export interface Tick {
  readonly kind: 'year' | 'quarter' | 'month';
  readonly x: number;
  /** `''` where there is no room for it. */
  readonly label: string;
}

export const TICK_SIZE = 12;
/** Between a tick and its label, and behind the label. */
export const TICK_GAP = 4;
const AIR = 5;
const YEAR_ROOM = TICK_GAP + widthOf('0000', TICK_SIZE) + AIR;
/** Strokes that are closer together grey the picture. */
const CLOSEST = 6;
// Round years are labelled before those between them.
const STEPS = [1000, 500, 100, 50, 20, 10, 5, 2, 1];

/**
 * From left to right, as many as there is room for. No label comes closer than 5 to the next tick that has one.
 * `months` are the names of the twelve; without them only years have labels.
 */
export function ticksOf(scale: Scale, width: number, months: readonly string[]): Tick[] {
  const ticks = yearTicks(scale, width);
  const room = TICK_GAP + Math.max(...months.map((name) => widthOf(name, TICK_SIZE))) + AIR;
  for (let year = scale.firstYear; year <= scale.lastYear; year += 1) {
    ticks.push(...ticksWithin(year, scale, months, Math.max(YEAR_ROOM, room)));
  }
  return ticks.sort((a, b) => a.x - b.x);
}

function yearTicks({ firstYear, lastYear, startOf }: Scale, width: number): Tick[] {
  const isFree = (x: number, others: readonly Tick[], least: number): boolean =>
    others.every((other) => Math.abs(other.x - x) >= least);
  const labelled: Tick[] = [];
  const visit = (year: number, next: number): void => {
    const x = startOf(year);
    if (next - x < YEAR_ROOM - AIR || x + YEAR_ROOM - AIR > width || !isFree(x, labelled, YEAR_ROOM)) return;
    labelled.push({ kind: 'year', x, label: yearLabel(year) });
  };
  visit(firstYear, width);
  for (const step of STEPS) {
    for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) {
      // Where the next of its kind would have no room, it would stand alone among rounder ones.
      visit(year, year + step > lastYear ? width : startOf(year + step));
    }
  }
  const ticks = [...labelled];
  for (let year = firstYear; year <= lastYear; year += 1) {
    if (isFree(startOf(year), ticks, CLOSEST)) ticks.push({ kind: 'year', x: startOf(year), label: '' });
  }
  return ticks;
}

function ticksWithin(
  year: number,
  { at, startOf }: Scale,
  months: readonly string[],
  widest: number,
): Tick[] {
  const width = startOf(year + 1) - startOf(year);
  if (width / 4 < 2 * CLOSEST) return [];
  return [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((month): Tick[] => {
    const kind = month % 3 === 1 ? 'quarter' : 'month';
    const room = kind === 'quarter' ? width / 4 : width / 12;
    if (room < 2 * CLOSEST) return [];
    const { from: day } = rangeOf(`${yearLabel(year)}-${String(month).padStart(2, '0')}` as Edtf);
    return [{ kind, x: at(day), label: room < widest ? '' : (months[month - 1] ?? '') }];
  });
}
