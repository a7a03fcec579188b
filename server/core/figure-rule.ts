import type { Figure, NumberMeaning, Reading } from './figure.ts';
import type { Span } from './span.ts';

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
    const spans: Span[] = [];
    for (const match of open.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const written = { start, end, text: text.slice(start, end) };
      spans.push(written);
      for (const reading of read(match.groups ?? {}, match[0])) figures.push({ ...reading, ...written });
    }
    open = without(open, spans);
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** `text` with something that is no figure in the place of `spans`, which stand in order; its length stays. */
export function without(text: string, spans: readonly Span[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of spans) {
    if (start < at) continue;
    rest += text.slice(at, start) + TAKEN.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}

export function rule(source: string, flags = ''): RegExp {
  return new RegExp(source, `g${flags}`);
}

/** What looks like a figure and is none. */
export function nothing(pattern: RegExp): Rule {
  return { pattern, read: () => [] };
}

/** What is a figure in no language: code between backticks, addresses, references, times of day. */
export const NO_FIGURES: readonly Rule[] = [
  nothing(/`[^`]*`|(?<![a-z])[a-z]+:\/\/[!-~]+|www\.[!-~]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[!-~]+|\[\d+\]/gi),
  nothing(/(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/g),
];

/** Digits, with commas between thousands. */
export const NUMBER = '(?<![\\d.])(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?!\\d))(?:\\.\\d+)?(?!\\d)';

export function valueOfDigits(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

// Units that stand at their number; other letters make a name of it.
const UNIT = 'bn|mn|tn|[kmgt]?i?b|[kmg]bps|[kmg]?hz|ms|[ckmn]m|kg|[kmsx]|st|nd|rd|th';

/** 3D, 5G, 1Password. */
export const DIGITS_IN_NAME = nothing(
  rule(`(?<![\\d.,])\\d+(?!\\d|(?:${UNIT})(?![a-z]))[a-z][a-z\\d]*`, 'i'),
);

/** 2014-12-01, 2013/3, 2017.6.24. */
export const ISO_DATE: Rule = {
  pattern:
    /(?<![\w.,/-])(?<year>(?:19|20)\d\d)(?:(?<stop>[-/.])(?<month>1[0-2]|0?[1-9])\k<stop>(?<day>3[01]|[12]\d|0?[1-9])|[-/.](?<month2>0[1-9]|1[0-2])|\/(?<month3>[1-9]))(?![\d/-]|\.\d)/g,
  read: ({ year, month, month2, month3, day }) => [
    {
      kind: 'date',
      year: Number(year),
      month: Number(month ?? month2 ?? month3),
      ...(day !== undefined && { day: Number(day) }),
      weight: 'firm',
    },
  ],
};

/** 1/3. */
export const SLASHED: Rule = {
  pattern: /(?<![\w./-])(?<above>\d{1,2})\/(?<below>\d{1,3})(?![\w/])/g,
  read: ({ above, below }) => fractionOf(Number(above), Number(below)),
};

/** From here on a number has to be the same even where it is spelt out. */
const LARGE = 13;

/** A number with its weight. One that is spelt out weighs less than one in digits; money in digits weighs most. */
export function numberOf(
  value: number,
  how: Omit<NumberMeaning, 'kind' | 'value'> & { readonly spelt?: boolean; readonly vague?: boolean } = {},
): Reading {
  const { spelt = false, vague = false, ...rest } = how;
  const isFirm = value >= LARGE || (rest.money !== undefined && !spelt);
  return {
    kind: 'number',
    value,
    weight: vague ? 'loose' : isFirm ? 'firm' : spelt ? 'loose' : 'paired',
    ...rest,
  };
}

/** A percentage. A hundred of a hundred are often “all”. */
export function percentOf(percent: number | undefined): readonly Reading[] {
  if (percent === undefined) return [];
  return [{ kind: 'share', value: percent / 100, weight: percent === 100 ? 'loose' : 'firm' }];
}

export function fractionOf(part: number, whole: number): readonly Reading[] {
  if (whole === 0 || part > whole) return [];
  return [{ kind: 'share', value: part / whole, fraction: true, weight: 'paired' }];
}

export function versionOf(version: string): readonly Reading[] {
  return [{ kind: 'version', version, weight: /\./.test(version) ? 'firm' : 'paired' }];
}
