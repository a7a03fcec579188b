import type { DateParts, Figure } from './figure.ts';
import { agree, agreeInDate, DATE_PARTS, datePartsOf, samePart } from './figure.ts';
import { figuresOfEnglish } from './figure-en.ts';
import { without } from './figure-rule.ts';
import { figuresOfChinese, narrow } from './figure-zh.ts';

/** Figures that do not answer each other; one alone where the other language has nothing in its place. */
export type Difference =
  | { readonly kind: 'changed'; readonly zh: Figure; readonly en: Figure }
  | { readonly kind: 'lost'; readonly zh: Figure }
  | { readonly kind: 'added'; readonly en: Figure };

/**
 * Where a Chinese text and its English differ in a date, an amount of money, a version, a percentage or a number that matters. Each
 * figure is in one difference at most. What may well differ is none: a year that is left out or supplied, a small number that is spelt out
 * or dropped, `当年` for a date, digits of a name.
 */
export function compareFigures(zh: string, en: string): Difference[] {
  const [chinese, english] = [sideOf(zh, figuresOfChinese(zh)), sideOf(en, figuresOfEnglish(en))];
  const [lost, added] = [unanswered(chinese, english), unanswered(english, chinese)];
  const pairs = pairsOf(lost, added);
  const paired = new Set(pairs.flat());
  const alone = (figures: readonly Figure[], other: Side): Figure[] =>
    figures.filter(
      (figure) => figure.weight === 'firm' && !paired.has(figure) && !isSaidOtherwise(figure, other),
    );
  return [
    ...pairs.map(([z, e]): Difference => ({ kind: 'changed', zh: z, en: e })),
    ...alone(lost, english).map((figure): Difference => ({ kind: 'lost', zh: figure })),
    ...alone(added, chinese).map((figure): Difference => ({ kind: 'added', en: figure })),
  ];
}

/** What a person has to look at. */
export function sentenceOf(difference: Difference): string {
  if (difference.kind === 'added') return `“${difference.en.text}” is not in the Chinese`;
  const lost = `“${difference.zh.text}” is not in the English`;
  return difference.kind === 'lost' ? lost : `${lost}, which has “${difference.en.text}”`;
}

/** What one language has. */
interface Side {
  readonly figures: readonly Figure[];
  /** One figure for each meaning. */
  readonly distinct: readonly Figure[];
  /** Digits that stand in no figure: in a name, in code, in an address. */
  readonly stray: ReadonlySet<string>;
  /** What parts of a date it may say without a figure. */
  readonly implied: ReadonlySet<keyof DateParts>;
}

function sideOf(text: string, figures: readonly Figure[]): Side {
  return {
    figures,
    distinct: [...new Map(figures.map((figure) => [meaningOf(figure), figure])).values()],
    stray: new Set(digitsIn(without(text, figures))),
    implied: new Set(IMPLIED.filter(([, words]) => words.test(text)).map(([part]) => part)),
  };
}

function digitsIn(text: string): readonly string[] {
  return narrow(text).match(/\d+(?:[.,]\d+)*/g) ?? [];
}

function meaningOf({ start, end, text, ...meaning }: Figure): string {
  return JSON.stringify(meaning);
}

function unanswered({ figures, stray }: Side, other: Side): Figure[] {
  const theirNames = other.stray.difference(stray);
  const answered = new Map<string, boolean>();
  return figures.filter((figure) => {
    const digits = digitsIn(figure.text);
    if (digits.length > 0 && digits.every((run) => theirNames.has(run))) return false;
    const meaning = meaningOf(figure);
    const isAnswered = answered.get(meaning) ?? isAnsweredBy(other.distinct, figure);
    answered.set(meaning, isAnswered);
    return !isAnswered;
  });
}

function isAnsweredBy(others: readonly Figure[], figure: Figure): boolean {
  return figure.kind === 'date'
    ? isDateAnswered(figure, others)
    : others.some((other) => agree(figure, other));
}

/**
 * Whether another date has the finest part of a date and contradicts nothing. A month may come from a third, and the year from nowhere where
 * the others have none: “2013年2月，3月” is “February and March 2013”.
 */
function isDateAnswered(date: DateParts, others: readonly Figure[]): boolean {
  const theirs = partsIn(others, date);
  const [finest = 'year', ...coarser] = DATE_PARTS.filter((part) => date[part] !== undefined);
  const isOpen = !others.some((other) => other.kind === 'date' && other.year !== undefined);
  return (
    theirs.some((its) => agreeInDate(date, its) && samePart(finest, date, its)) &&
    coarser.every((part) => theirs.some((its) => samePart(part, date, its)) || (part === 'year' && isOpen))
  );
}

/** What `figures` say of dates, numbers as they may be meant beside `date`. */
function partsIn(figures: readonly Figure[], date: DateParts): readonly DateParts[] {
  return figures.flatMap((figure): readonly DateParts[] =>
    figure.kind === 'date' ? [figure] : figure.kind === 'number' ? [datePartsOf(figure, date)] : [],
  );
}

// What stands for a year, a month or a day that was named before.
const IMPLIED: readonly (readonly [keyof DateParts, RegExp])[] = [
  [
    'year',
    /[同当今去明次翌前后本那这每]一?年|[上下]一?年|年[前后]|\b(?:the|same|that|this|next|last|previous|following|current|prior) year\b|\byears? (?:later|earlier|before|after|ago)\b/i,
  ],
  [
    'month',
    /[同当次本上下这那]个?月|月[初底]|\b(?:the|same|that|this|next|last|previous|following) month\b|\bmonths? (?:later|earlier|before|after|ago)\b/i,
  ],
  [
    'day',
    /[同当次翌今昨明前后]日|[当次昨今明前后]天|天[前后]|\b(?:same|that|this|next|previous|following) day\b|\bdays? (?:later|earlier|before|after|ago)\b|\b(?:today|yesterday|tomorrow)\b/i,
  ],
];

/** Whether the other language may say without a figure, such as `同年`, all that it lacks of a date. */
function isSaidOtherwise(date: Figure, { distinct, implied }: Side): boolean {
  if (date.kind !== 'date') return false;
  const missing = DATE_PARTS.filter(
    (part) =>
      date[part] !== undefined &&
      !distinct.some((other) => other.kind === 'date' && samePart(part, date, other)),
  );
  return missing.length > 0 && missing.every((part) => implied.has(part));
}

// Two texts that differ in more are not of each other.
const MOST = 200;
const WEIGHTS = ['firm', 'paired', 'loose'] as const;

/** Figures without an answer, two and two: first what is of one kind and weighs most, then as they stand. */
function pairsOf(lost: readonly Figure[], added: readonly Figure[]): (readonly [Figure, Figure])[] {
  const costOf = (zh: Figure, en: Figure): number =>
    (zh.kind === en.kind ? 0 : WEIGHTS.length * 2) + WEIGHTS.indexOf(zh.weight) + WEIGHTS.indexOf(en.weight);
  const [some, others] = [lost.slice(0, MOST), added.slice(0, MOST)];
  const candidates = some
    .flatMap((zh) => others.filter((en) => mayStandFor(zh, en)).map((en) => [zh, en] as const))
    .sort((a, b) => costOf(...a) - costOf(...b));
  const used = new Set<Figure>();
  return candidates.filter(([zh, en]) => {
    if (used.has(zh) || used.has(en)) return false;
    used.add(zh).add(en);
    return true;
  });
}

function mayStandFor(zh: Figure, en: Figure): boolean {
  const weights = [zh.weight, en.weight];
  if (!weights.includes('firm') && weights.includes('loose')) return false;
  return (
    [zh, en].every(isTelling) && ((zh.kind === 'date') === (en.kind === 'date') || [zh, en].every(mayBeDate))
  );
}

// A small number in words is seldom what became of another.
function isTelling(figure: Figure): boolean {
  return figure.weight !== 'loose' || figure.kind !== 'number' || figure.value >= 10;
}

// The 21st may be the twenty-first of anything, and 20130 a slip for a year.
function mayBeDate(figure: Figure): boolean {
  return (
    figure.kind === 'date' || (figure.kind === 'number' && (figure.ordinal || figure.digits !== undefined))
  );
}
