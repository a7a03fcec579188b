import { DATE_RULES_EN } from './date-en.ts';
import type { Currency, Figure, Reading } from './figure.ts';
import type { Groups, Rule } from './figure-rule.ts';
import {
  DIGITS_IN_NAME,
  figuresIn,
  fractionOf,
  ISO_DATE,
  NO_FIGURES,
  NUMBER,
  nothing,
  numberOf,
  percentOf,
  rule,
  SLASHED,
  valueOfDigits,
  versionOf,
} from './figure-rule.ts';
import { factorOf, ONES, ORDINAL, OTHER, SCALE, valueOfWords, WORD } from './number-word.ts';
import { factorOfHan } from './numeral.ts';

/** All figures of an English text, in order; not those of code between backticks, of addresses, labels and names (`K8s`). */
export function figuresOfEnglish(text: string): Figure[] {
  return figuresIn(text, text, RULES);
}

const MANY = `${SCALE}|dozen`;
const WORDS = `(?:${WORD}|an?(?= (?:${MANY})))(?:[ -](?:${MANY})\\b(?: (?:and )?${WORD}\\b)?)*`;
const ROUND = new RegExp(`^(?:(?:an? )?(?:${MANY})|${OTHER})$`, 'i');
const DASH = '\\s?[-–—~]\\s?';

const MONEY: readonly (readonly [Currency, string])[] = [
  ['hong-kong-dollar', 'HK\\$|HKD|Hong Kong dollars?'],
  ['dollar', 'US\\$|USD|(?:US |U\\.S\\. )?dollars?|\\$'],
  ['euro', '€|EUR|euros?'],
  ['pound', '£|GBP|pounds?(?: sterling)?'],
  ['yen', 'JPY|yen'],
  ['yuan', 'RMB|CNY|CN¥|yuan|renminbi'],
  ['yuan-or-yen', '¥'],
];
const ANY_MONEY = MONEY.map(([, names]) => names).join('|');

const RULES: readonly Rule[] = [
  ...NO_FIGURES,
  nothing(/(?<![\d.,])\d{1,2} ?[ap]\.?m\b/gi),
  nothing(/^\s*(?:\(\d{1,2}\)|\d{1,2}[).](?!\d))|\b(?:fig(?:ure|\.)|table) ?\d+(?:[-.–]\d+)*/gi),
  ISO_DATE,
  ...DATE_RULES_EN,
  // The number of a chapter may be left out, or come from an ordinal.
  {
    pattern:
      /\b(?:chapter|section|part|volume|page|step|note|appendix|lesson|book|pp?\.|§) ?(?<digits>\d+(?:\.\d+)*)/gi,
    read: ({ digits = '' }) => [{ ...numberOf(Number.parseFloat(digits), { digits }), weight: 'loose' }],
  },
  {
    pattern:
      /(?<![\w.])v(?:\.? ?)(?<v>\d+(?:\.\d+)*)(?![\dA-Za-z])|\b(?:versions?|releases?) (?<behind>\d+(?:\.\d+)*)(?!,\d)|(?<![\d.])(?<long>\d+(?:\.\d+){2,})(?!\d)/gi,
    read: ({ v, behind, long }) => versionOf(v ?? behind ?? long ?? ''),
  },
  // Docker 1.12.
  {
    pattern: rule(
      `(?<=[A-Z][A-Za-z]*[ -]?)(?<version>\\d+(?:\\.\\d+)+)(?!\\d|[ -]?(?:%|${SCALE}|percent|per cent|${ANY_MONEY}))`,
    ),
    read: ({ version = '' }) => versionOf(version),
  },
  nothing(
    rule(
      `(?<![A-Za-z\\d])(?!(?:${ANY_MONEY})\\d|(?:mid|pre|post|early|late|sub|non)-)[A-Za-z][A-Za-z_]*-?\\d+(?!\\d|[.,]\\d)[A-Za-z\\d]*(?:-[A-Za-z\\d]+)*`,
    ),
  ),
  DIGITS_IN_NAME,
  // A Chinese figure that is spoken of.
  {
    pattern: rule(`(?<number>${NUMBER})\\s?(?<units>[十百千万亿兆]+|(?=\\p{Script=Han}))`, 'u'),
    read: ({ number = '', units = '' }) => [
      numberOf(valueOfDigits(number) * factorOfHan(units), { vague: units === '' }),
    ],
  },
  {
    pattern: rule(
      `(?<number>${NUMBER})(?:[ -]?(?:%|percent|per cent|percentage points?)|(?=(?:${DASH}| to | and )${NUMBER}[ -]?(?:%|percent|per cent)))`,
    ),
    read: ({ number = '' }) => percentOf(valueOfDigits(number)),
  },
  {
    pattern: rule(`\\b(?<words>${WORDS}|half an?)[ -](?:percent|per cent)`, 'i'),
    read: ({ words = '' }) => percentOf(valueOfWords(words)),
  },
  {
    pattern: rule(
      `(?<!-)\\b(?:an? (?=\\w+ of)|(?<above>${ONES})[ -])(?:(?<quarter>quarters?)|(?!first|second)(?<below>${ORDINAL})s?)\\b`,
      'i',
    ),
    read: readFraction,
  },
  SLASHED,
  // Two and a half million; half a million; a year and a half; half a century.
  {
    pattern: rule(`\\b(?<words>(?:${WORD}|an?) and a half(?: (?:${MANY}))+)\\b`, 'i'),
    read: ({ words = '' }) => [numberOf(valueOfWords(words), { spelt: true })],
  },
  {
    pattern: rule(`\\bhalf (?:an? )?(?<scale>${MANY})`, 'i'),
    read: ({ scale = '' }) => [numberOf(factorOf(scale) / 2, { spelt: true })],
  },
  {
    pattern: rule(`\\b(?<words>${WORD}|a) (?:years? and a half|and a half years)`, 'i'),
    read: ({ words = '' }) => {
      const years = (words.toLowerCase() === 'a' ? 1 : valueOfWords(words)) + 0.5;
      return [numberOf(years, { or: years * 12, vague: true })];
    },
  },
  {
    pattern: rule(`\\b(?<words>${WORDS}|half a|a) (?:(?<decade>decades?)|centur(?:y|ies))\\b`, 'i'),
    read: ({ words = '', decade }) => {
      const many = words.toLowerCase() === 'a' ? 1 : valueOfWords(words);
      return [numberOf(many * (decade === undefined ? 100 : 10), { vague: true })];
    },
  },
  {
    pattern: /\bhal(?:f|ves)\b/gi,
    read: () => [{ kind: 'share', value: 0.5, fraction: true, weight: 'loose' }],
  },
  {
    pattern: rule(
      `(?<sign>(?:${ANY_MONEY})\\s?)?(?<number>${NUMBER})(?:(?<ordinal>st|nd|rd|th)(?![a-z]))?` +
        `(?:[ -]?(?<scale>(?:${MANY})(?: (?:${SCALE}))?)\\b|(?<short>bn|mn|[kmb])(?![a-z])` +
        `|(?=${DASH}(?:${ANY_MONEY})?${NUMBER}[ -]?(?<theirs>${SCALE})\\b)|(?= (?:to|or|and) (?:${ANY_MONEY})?${NUMBER}[ -]?(?<maybe>${SCALE})\\b)|)` +
        `(?:[ -]?(?<money>${ANY_MONEY})(?![a-z]))?`,
      'i',
    ),
    read: readDigits,
  },
  // Of many and of a few.
  nothing(rule(`\\b(?:few|several|some|many|couple(?: of)?) (?:${MANY})(?: (?:${SCALE}))?\\b`, 'i')),
  nothing(rule(`\\b(?:${MANY}|ten|score)s(?: of (?:${SCALE})s)*\\b`, 'i')),
  {
    pattern: rule(`\\b(?<ordinal>${ORDINAL})\\b`, 'i'),
    read: ({ ordinal = '' }) => [numberOf(valueOfWords(ordinal), { ordinal: true, spelt: true })],
  },
  {
    pattern: rule(
      `\\b(?<words>${WORDS}|(?:${MANY})(?: and ${WORD})?|${OTHER})(?:fold)?\\b(?:(?= (?:or|to) (?<or>${WORD})\\b)|)(?:[ -](?<money>${ANY_MONEY})(?![a-z]))?`,
      'i',
    ),
    read: readWords,
  },
];

function currencyOf(name: string | undefined): { readonly money?: Currency } {
  const money = MONEY.find(([, names]) => new RegExp(`^(?:${names})\\s?$`, 'i').test(name ?? ''))?.[0];
  return money === undefined ? {} : { money };
}

function readFraction({ above = 'one', quarter, below = '' }: Groups): readonly Reading[] {
  return fractionOf(valueOfWords(above), quarter === undefined ? valueOfWords(below) : 4);
}

// “10M” may be ten million, or megabytes; “2 to 3 million” may begin at two million.
function readDigits(groups: Groups): readonly Reading[] {
  const { number = '', ordinal, scale = '', short = '', theirs = '', maybe = '', sign, money } = groups;
  const plain = valueOfDigits(number);
  const factor = factorOf(scale || short || theirs || maybe);
  const currency = currencyOf(sign ?? money);
  const either = maybe !== '' || (/^[mb]$/i.test(short) && currency.money === undefined);
  return [
    numberOf(plain * factor, {
      ...currency,
      ...(factor === 1 && { digits: number.replaceAll(',', '') }),
      ...(either && { or: plain }),
      ...(ordinal !== undefined && { ordinal: true as const }),
      vague: either,
    }),
  ];
}

// “A hundred” is often said of many.
function readWords({ words = '', or, money }: Groups): readonly Reading[] {
  const vague = or !== undefined || ROUND.test(words);
  return [numberOf(valueOfWords(words), { ...currencyOf(money), spelt: true, vague })];
}
