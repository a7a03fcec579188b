import type { Span } from './span.ts';

/**
 * What it means that the other language lacks a figure. `firm`: they differ. `paired`: they do if the other has such a one, too, that this
 * lacks. `loose`: nothing; small numbers are spelt out, dropped and supplied, but they answer to one that is wanted.
 */
export type Weight = 'firm' | 'paired' | 'loose';

export type Currency = 'dollar' | 'yuan' | 'euro' | 'pound' | 'yen' | 'hong-kong-dollar' | 'yuan-or-yen';

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

/** Whether two figures may say the same. */
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

/** What a number says. */
export type NumberMeaning = Extract<Meaning, { kind: 'number' }>;

function agreeInNumber(a: NumberMeaning, b: NumberMeaning): boolean {
  const moneys = [a.money, b.money];
  const isOpen = moneys.includes(undefined) || moneys.includes('yuan-or-yen');
  if (!isOpen && a.money !== b.money) return false;
  const theirs = valuesOf(b);
  return valuesOf(a).some((value) =>
    // Digits without end are infinite.
    theirs.some(
      (other) =>
        value === other || Math.abs(value - other) <= 1e-13 * Math.max(Math.abs(value), Math.abs(other)),
    ),
  );
}

function valuesOf({ value, or }: NumberMeaning): readonly number[] {
  return or === undefined ? [value] : [value, or];
}

/** What a number says of a date that has `parts`: a day if it counts, otherwise the only part that the date has. */
export function datePartsOf(number: NumberMeaning, parts: DateParts): DateParts {
  if (number.ordinal && number.value <= 31) return { day: number.value };
  const [part, another] = DATE_PARTS.filter((one) => parts[one] !== undefined);
  if (part === undefined || another !== undefined || part === 'month' || part === 'quarter') return {};
  return { [part]: number.or !== undefined && number.or === parts[part] ? number.or : number.value };
}

export const DATE_PARTS = ['day', 'month', 'quarter', 'decade', 'year'] as const;

/** Whether two dates contradict each other in nothing and share something. */
export function agreeInDate(a: DateParts, b: DateParts): boolean {
  const shared = DATE_PARTS.filter((part) => a[part] !== undefined && b[part] !== undefined);
  return shared.length > 0 && shared.every((part) => samePart(part, a, b));
}

/** Whether both have a part, and the same. */
export function samePart(part: keyof DateParts, a: DateParts, b: DateParts): boolean {
  const [mine, yours] = [a[part], b[part]];
  if (mine === undefined || yours === undefined) return false;
  // Of the nineties nobody says which.
  return part === 'decade' && Math.min(mine, yours) < 100 ? mine % 100 === yours % 100 : mine === yours;
}
