import type { Reading } from './figure.ts';
import type { Groups, Rule } from './figure-rule.ts';
import { rule } from './figure-rule.ts';
import { plainNumber } from './numeral.ts';

const N = '[〇零一二两三四五六七八九十百千万亿兆]';
const D = '[一二三四五六七八九]';
const YEAR = '\\d{4}|[一二][〇零一二三四五六七八九]{3}';
const MONTH = `1[0-2]|0?[1-9]|十[一二]?|${D}`;
const DAY = `3[01]|[12]\\d|0?[1-9]|三十一?|二?十${D}?|${D}`;
const THROUGH = '\\s*(?:[-—–~]{1,2}|[至到、和及与或])\\s*';
const FREE = `(?<!\\d|\\d\\.|${N}|[第几数])`;
// What counts things or money stands behind a number, and behind no year.
const COUNTED = '[台个人元位名家条行字块米次倍套件种多余万亿千百%]|美元|欧元|英镑|日元';

/** How dates are read in Chinese, with half-width digits. */
export const DATE_RULES_ZH: readonly Rule[] = [
  // 2013年3月15日, and what a cut left of it: 2014年12.
  {
    pattern: rule(
      `${FREE}(?<year>${YEAR}|\\d\\d(?=\\s*年\\s*\\d{1,2}\\s*月))\\s*年(?!代)` +
        `(?:的?\\s*(?<month>${MONTH})\\s*月份?(?:\\s*(?<day>${DAY})\\s*[日号])?|\\s*(?<month2>1[0-2]|[1-9])\\s*$)?`,
    ),
    read: ({ year = '', month, month2, day }) =>
      dateOf({ year: year.length === 2 ? `20${year}` : year, month: month ?? month2, day }),
  },
  // 3、4月: the first of them.
  {
    pattern: rule(`${FREE}(?<month>${MONTH})(?=${THROUGH}(?:${MONTH})\\s*月)`),
    read: ({ month }) => dateOf({ month }),
  },
  {
    pattern: rule(`${FREE}(?<month>${MONTH})\\s*月份?(?:\\s*(?<day>${DAY})\\s*[日号])?`),
    read: ({ month, day }) => dateOf({ month, day }),
  },
  {
    pattern: rule(
      `${FREE}(?<day>${DAY})(?:\\s*[日号](?![元圆本志均活系线楼机码])|(?=${THROUGH}(?:${DAY})\\s*[日号]))`,
    ),
    read: ({ day = '' }) => readDay(day),
  },
  {
    pattern: rule(
      `(?:(?<century>\\d\\d|${N}{1,3})\\s*世纪|(?<last>上个?世纪)|(?<own>本世纪))?\\s*${FREE}(?<decade>(?:19|20)?\\d0|${D}{1,2}十)\\s*年代`,
    ),
    read: readDecade,
  },
  // 9·11.
  {
    pattern: rule(`${FREE}(?<month>${MONTH})[·・](?<day>${DAY})(?![\\d·・])`),
    read: ({ month, day }) => dateOf({ month, day }).map((date) => ({ ...date, weight: 'loose' })),
  },
  { pattern: /上个?世纪/g, read: () => [{ kind: 'number', value: 20, weight: 'loose' }] },
  { pattern: /本世纪/g, read: () => [{ kind: 'number', value: 21, weight: 'loose' }] },
  {
    pattern: /(?<!前)第?\s?(?<quarter>[1-4一二三四])\s?季度|(?<![A-Za-z])Q(?<quarter2>[1-4])(?!\d)/g,
    read: ({ quarter, quarter2 }) => dateOf({ quarter: quarter ?? quarter2 }),
  },
  // A year without 年, as in the name of a conference.
  {
    pattern: rule(
      `(?<![\\w.,$¥￥€£-]|第\\s?)(?<year>(?:19|20)\\d\\d)(?![\\d%]|[.,]\\d|\\s?(?:${COUNTED}|[A-Za-z]{1,2}(?![A-Za-z])))`,
    ),
    read: ({ year }) => dateOf({ year }),
  },
];

function dateOf(parts: Groups): readonly Reading[] {
  const values = Object.entries(parts).flatMap(([part, text]) => {
    const value = text === undefined ? undefined : plainNumber(text);
    return value === undefined ? [] : [[part, value] as const];
  });
  return values.length === 0 ? [] : [{ kind: 'date', weight: 'firm', ...Object.fromEntries(values) }];
}

// “3日” may be three days, “5号” the fifth.
function readDay(text: string): readonly Reading[] {
  const day = plainNumber(text);
  if (day === undefined) return [];
  const weight = day > 12 ? 'firm' : /\d/.test(text) ? 'paired' : 'loose';
  return [{ kind: 'date', day, weight }];
}

// 七八十年代 are two of them.
function readDecade({ century, last, own, decade = '' }: Groups): readonly Reading[] {
  const number = century === undefined ? undefined : plainNumber(century);
  const start =
    number !== undefined ? (number - 1) * 100 : last !== undefined ? 1900 : own !== undefined ? 2000 : 0;
  const decades = /^\d/.test(decade)
    ? [Number(decade)]
    : [...decade.slice(0, -1)].map((digit) => (plainNumber(digit) ?? 0) * 10);
  return decades.map((value) => ({ kind: 'date', decade: start + value, weight: 'firm' }));
}
