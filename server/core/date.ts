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
