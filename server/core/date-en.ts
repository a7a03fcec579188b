import type { Reading } from './figure.ts';
import type { Groups, Rule } from './figure-rule.ts';
import { rule } from './figure-rule.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const TENS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

// May and March are words as well, and a person may be called April: they are months with a capital, and weigh little by themselves.
const FULL = MONTHS.map((month) => `${month.charAt(0).toUpperCase()}${month.slice(1)}`).join('|');
const MONTH = `${FULL}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?`;
const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
const YEAR = '[12]\\d{3}(?!\\d)';
const TH = '(?:st|nd|rd|th)?(?![\\dA-Za-z])(?![.,]\\d)';
// “May 4 and 20 others” goes on with no day.
const THROUGH = '\\s*(?:[-–—]|to|through|and(?=\\s+\\d+(?:[.,;)]|\\s+of|$)))\\s*';

// Behind a number, it is no year.
const COUNTED = 'thousand|million|billion|trillion|percent|dollars|yuan|euros';

/** How dates are read in English. */
export const DATE_RULES_EN: readonly Rule[] = [
  {
    pattern:
      /(?<![\w.,/-])(?<month>1[0-2]|0?[1-9])\/(?<day>3[01]|[12]\d|0?[1-9])\/(?<year>(?:19|20)\d\d)(?![\d/])/g,
    read: dateOf,
  },
  // March 15, 2013; July 21–22; May 4.
  {
    pattern: rule(
      `\\b(?<month>${MONTH})\\s+(?<day>${DAY})${TH}(?:${THROUGH}(?<until>${DAY})${TH})?(?:,?\\s+(?<year>${YEAR}))?`,
    ),
    read: ({ month, day, until, year }) => [
      ...dateOf({ year, month, day }),
      ...(until === undefined ? [] : dateOf({ year, month, day: until })),
    ],
  },
  // 15 March 2013; the 15th of March.
  {
    pattern: rule(
      `(?<![\\d.,-])(?:(?<from>${DAY})${TH}${THROUGH})?(?<day>${DAY})${TH}(?:\\s+of)?\\s+(?<month>${MONTH})(?![a-z])(?:,?\\s+(?<year>${YEAR}))?`,
    ),
    read: ({ month, from, day, year }) => [
      ...(from === undefined ? [] : dateOf({ year, month, day: from })),
      ...dateOf({ year, month, day }),
    ],
  },
  {
    pattern: rule(`\\b(?<month>${MONTH})(?:\\s+of|,)?\\s+(?<year>${YEAR})`),
    read: dateOf,
  },
  {
    pattern: rule(
      `\\b(?<=\\b(?:in|since|until|till|by|of|during|after|before|from|to) )(?<month>${FULL})\\b`,
    ),
    read: dateOf,
  },
  {
    pattern: rule(`\\b(?<month>${FULL})\\b`),
    read: (groups) => dateOf(groups).map((date) => ({ ...date, weight: 'loose' })),
  },
  {
    pattern: /(?<![\d.,])(?<full>(?:1\d|20)\d0)['’]?s\b|(?:(?<=\bthe )|['’])(?<short>\d0)['’]?s\b/g,
    read: ({ full, short }) => [{ kind: 'date', decade: Number(full ?? short), weight: 'firm' }],
  },
  {
    pattern: rule(`\\b(?:(?<century>nineteen) )?(?<tens>${TENS.join('|')})\\b`, 'i'),
    read: ({ century, tens = '' }) => [
      {
        kind: 'date',
        decade: (century === undefined ? 0 : 1900) + (TENS.indexOf(tens.toLowerCase()) + 2) * 10,
        weight: 'loose',
      },
    ],
  },
  {
    pattern:
      /\b(?:(?<first>first|1st)|(?<second>second|2nd)|(?<third>third|3rd)|(?:fourth|4th))[ -]quarter\b|\bQ(?<digit>[1-4])\b/gi,
    read: ({ first, second, third, digit }) => {
      const named = first ? 1 : second ? 2 : third ? 3 : 4;
      return [{ kind: 'date', quarter: digit === undefined ? named : Number(digit), weight: 'firm' }];
    },
  },
  // 2013–18.
  {
    pattern: rule(`(?<![\\w.,$€£¥])(?<year>(?:19|20)\\d\\d)[–—-](?<until>\\d\\d)(?![\\w%]|[.,]\\d)`),
    read: ({ year = '', until = '' }) => [
      ...dateOf({ year }),
      ...dateOf({ year: `${year.slice(0, 2)}${until}` }),
    ],
  },
  {
    pattern: rule(`\\bFY\\s?(?<year>(?:20)?\\d\\d)\\b`),
    read: ({ year = '' }) => dateOf({ year: year.length === 2 ? `20${year}` : year }),
  },
  {
    pattern: rule(
      `(?<![\\w.,$€£¥#]|[A-Z]-)(?<year>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d|[A-Za-z]|\\s?(?:${COUNTED}))`,
    ),
    read: dateOf,
  },
];

function dateOf({ year, month, day }: Groups): readonly Reading[] {
  return [
    {
      kind: 'date',
      weight: 'firm',
      ...(year !== undefined && { year: Number(year) }),
      ...(month !== undefined && { month: monthOf(month) }),
      ...(day !== undefined && { day: Number.parseInt(day, 10) }),
    },
  ];
}

function monthOf(text: string): number {
  return /^\d/.test(text)
    ? Number(text)
    : MONTHS.findIndex((month) => month.startsWith(text.slice(0, 3).toLowerCase())) + 1;
}
