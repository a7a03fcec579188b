/** A date in EDTF level 0, or level 1 with `~` or `?`: `2014`, `2014-12`, `2014-12-01`, `2014~`, an interval `2013/2015-07`. */
export type Edtf = string & { readonly __brand: 'Edtf' };

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `text` as a date of the subset of EDTF that we use, or `undefined` if it is none. */
export function parseEdtf(text: string): Edtf | undefined {
  const ends = text.split('/');
  if (ends.length > 2 || !ends.every(isDay)) return undefined;
  if (ends.length === 2 && bare(ends[0]) > bare(ends[1])) return undefined;
  return text as Edtf;
}

/**
 * The days that `date` may mean, half-open [from, to), counted in UTC from 1970-01-01, which is 0. An interval reaches from
 * the start of its first end to the end of its last; an end that is about right (`~`, `%`) is wider by one unit of its own
 * precision on both sides; `?` doubts a date without moving it:
 *
 *     2014        [2014-01-01, 2015-01-01)
 *     2014-12~    [2014-11-01, 2015-02-01)
 *     2013/2015   [2013-01-01, 2016-01-01)
 */
export function rangeOf(date: Edtf): { readonly from: number; readonly to: number } {
  const [first = '', last = first] = date.split('/');
  return { from: rangeOfEnd(first).from, to: rangeOfEnd(last).to };
}

function rangeOfEnd(text: string): { from: number; to: number } {
  const [year = 0, month, day] = bare(text).split('-').map(Number);
  const about = /[~%]$/.test(text) ? 1 : 0;
  if (month === undefined) return { from: dayOf(year - about), to: dayOf(year + 1 + about) };
  if (day === undefined) return { from: dayOf(year, month - about), to: dayOf(year, month + 1 + about) };
  return { from: dayOf(year, month, day - about), to: dayOf(year, month, day + 1 + about) };
}

/** Months and days beyond their ends run over into the neighbours. `Date.UTC` would take the year 14 for 1914. */
function dayOf(year: number, month = 1, day = 1): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return !(month === 2 && day === 29 && !isLeap(year));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function bare(text: string | undefined): string {
  return (text ?? '').replace(/[~?%]$/, '');
}
