import type { Span } from './span.ts';

/**
 * What it means that the other language lacks a figure. `firm`: they differ. `paired`: they do if the other has such a one, too, that this
 * lacks. `loose`: nothing; small numbers are spelt out, dropped and supplied, but they answer to one that is wanted.
 */
export type Weight = 'firm' | 'paired' | 'loose';

export type Currency = 'dollar' | 'yuan' | 'euro' | 'pound' | 'yen' | 'hong-kong-dollar';

/** What is said of a date; a year in full, a decade as `1990`, or as `90` where its century is not said. */
export interface DateParts {
  readonly year?: number;
  readonly decade?: number;
  readonly quarter?: number;
  readonly month?: number;
  readonly day?: number;
}

/** What a figure says. */
export type Meaning =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** What it may mean as well: `14年` is 14 years, or 2014. */
      readonly or?: number;
      readonly money?: Currency;
      /** As it is written in digits, where no word multiplies them: `1.10` may be a version. */
      readonly digits?: string;
      /** `the 29th` may be a day. */
      readonly ordinal?: true;
    }
  | ({ readonly kind: 'date' } & DateParts)
  /** A percentage or a fraction: 0.3 is thirty per cent. */
  | { readonly kind: 'share'; readonly value: number; readonly fraction?: true }
  /** Without its `v`. */
  | { readonly kind: 'version'; readonly version: string };

/** A meaning with its weight, before it has a place. */
export type Reading = Meaning & { readonly weight: Weight };

/** A figure in a text, as it is written there. */
export type Figure = Reading & Span & { readonly text: string };

/** What a pattern matches, with all its groups by name. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** How figures of one form are read. A rule that reads nothing keeps what it matches from the rules behind it. */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, text: string) => readonly Reading[];
}

// No rule matches it.
const TAKEN = '\ufffc';

/** All figures of a text, in order; each stretch of it is read by the first rule that matches. `form` has the length of `text`. */
export function figuresIn(text: string, form: string, rules: readonly Rule[]): Figure[] {
  const figures: Figure[] = [];
  let open = form;
  for (const { pattern, read } of rules) {
    const before = open;
    for (const match of before.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const span = { start, end, text: text.slice(start, end) };
      for (const reading of read(match.groups ?? {}, match[0])) figures.push({ ...reading, ...span });
      open = open.slice(0, start) + TAKEN.repeat(end - start) + open.slice(end);
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** From here on a number has to be the same even where it is spelt out. */
const LARGE = 13;

/** A number with the weight that it has in digits, or in words. */
export function numberOf(
  value: number,
  { digits, money, spelt = false }: { digits?: string; money?: Currency; spelt?: boolean } = {},
): Reading {
  const weight = value >= LARGE || (money !== undefined && !spelt) ? 'firm' : spelt ? 'loose' : 'paired';
  return {
    kind: 'number',
    value,
    weight,
    ...(money !== undefined && { money }),
    ...(digits !== undefined && { digits }),
  };
}

/** Whether two figures may say the same; of dates, whether they contradict each other in nothing and share something. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.kind === 'number' && b.kind === 'number') return agreeInNumber(a, b);
  if (a.kind === 'share' && b.kind === 'share')
    return Math.abs(a.value - b.value) < (a.fraction || b.fraction ? 0.005 : 1e-9);
  if (a.kind === 'version' && b.kind === 'version') return a.version === b.version;
  if (a.kind === 'version' && b.kind === 'number')
    return a.version === (b.digits ?? String(b.value)) || a.version === String(b.value);
  if (a.kind === 'date' && b.kind === 'date') return agreeInDate(a, b);
  if (a.kind === 'date' && b.kind === 'number') return agreeInDate(a, datePartsOf(b, a));
  if (a.kind === 'number' && (b.kind === 'version' || b.kind === 'date')) return agree(b, a);
  return false;
}

type NumberMeaning = Extract<Meaning, { kind: 'number' }>;

function agreeInNumber(a: NumberMeaning, b: NumberMeaning): boolean {
  if (a.money !== undefined && b.money !== undefined && a.money !== b.money) return false;
  const theirs = valuesOf(b);
  return valuesOf(a).some((value) =>
    theirs.some((other) => Math.abs(value - other) <= 1e-9 * Math.max(Math.abs(value), Math.abs(other))),
  );
}

function valuesOf({ value, or }: NumberMeaning): readonly number[] {
  return or === undefined ? [value] : [value, or];
}

/** What a number says of a date that has `parts`: a day if it counts, the only part of one that has no other. */
export function datePartsOf(number: NumberMeaning, parts: DateParts): DateParts {
  if (number.ordinal && number.value <= 31) return { day: number.value };
  const { year, day, month, quarter, decade } = parts;
  if ([month, quarter, decade].some((part) => part !== undefined)) return {};
  if (day !== undefined) return year === undefined ? { day: number.value } : {};
  return { year: number.or === year ? number.or : number.value };
}

export const DATE_PARTS = ['day', 'month', 'quarter', 'decade', 'year'] as const;

function agreeInDate(a: DateParts, b: DateParts): boolean {
  const shared = DATE_PARTS.filter((part) => a[part] !== undefined && b[part] !== undefined);
  return shared.length > 0 && shared.every((part) => samePart(part, a, b));
}

export function samePart(part: keyof DateParts, a: DateParts, b: DateParts): boolean {
  const [mine, yours] = [a[part], b[part]];
  if (mine === undefined || yours === undefined) return false;
  // Of the nineties nobody says which.
  return part === 'decade' && Math.min(mine, yours) < 100 ? mine % 100 === yours % 100 : mine === yours;
}
