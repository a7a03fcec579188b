import { DATE_RULES_ZH } from './date-zh.ts';
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
import { factorOfHan, plainNumber, valueOfHan } from './numeral.ts';

/** All figures of a Chinese text, in order; not those of code between backticks, of addresses, labels and names (`K8s`). */
export function figuresOfChinese(text: string): Figure[] {
  return figuresIn(text, narrow(text), RULES);
}

/** `text` with half-width digits and signs; its length stays. */
export function narrow(text: string): string {
  return text.replace(/[０-９％．，－～＄：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

const N = '[〇零一二两三四五六七八九十百千万亿兆]';

// Longer names and signs first.
const MONEY: readonly (readonly [Currency, string])[] = [
  ['hong-kong-dollar', '港元|港币|HK\\$|HKD'],
  ['dollar', '美元|美金|美刀|US\\$|USD|\\$'],
  ['euro', '欧元|€|EUR'],
  ['pound', '英镑|£|GBP'],
  ['yen', '日元|日圆|JPY'],
  ['yuan', '元人民币|人民币|RMB|CNY|元(?![素年旦件组老])|块钱'],
  ['yuan-or-yen', '¥|￥'],
];
const ANY_MONEY = MONEY.map(([, names]) => names).join('|');
// Behind a number, it is none of a version or a name.
const COUNTED = `[年月日号台个人位名家条行字块米次倍套件种多余万亿千百%]|${ANY_MONEY}`;

const RULES: readonly Rule[] = [
  ...NO_FIGURES,
  nothing(/(?<![\d.])\d{1,2}[点时](?:\d{1,2}分|半)?(?!\d)/g),
  // The number of an item, and labels: “图 7-13”.
  nothing(/^\s*(?:[（(]\d{1,2}[）)]|\d{1,2}[)）、.](?!\d))|[图表]\s*\d+(?:[-.–]\d+)*/g),
  ISO_DATE,
  ...DATE_RULES_ZH,
  {
    pattern:
      /(?<![\w.])v\s?(?<v>\d+(?:\.\d+)*)(?!\w)|(?<![\d.])(?<long>\d+(?:\.\d+){2,})(?!\d)|(?<![\d.])(?<short>\d+(?:\.\d+)*)\s*版(?!权)|版本\s*(?<behind>\d+(?:\.\d+)*)/gi,
    read: ({ v, long, short, behind }) => versionOf(v ?? long ?? short ?? behind ?? ''),
  },
  // Docker 1.12.
  {
    pattern: rule(`(?<=[A-Za-z]\\s?)(?<version>\\d+(?:\\.\\d+)+)(?!\\d|\\s?(?:${COUNTED}))`),
    read: ({ version = '' }) => versionOf(version),
  },
  // K8s, TOP500, A16Z; but a figure may follow a name without a space.
  nothing(
    rule(
      `(?<![A-Za-z\\d])(?!(?:${ANY_MONEY})\\d)[A-Za-z][A-Za-z_]*-?\\d+(?!\\d|[.,]\\d|\\s?(?:${COUNTED}))[A-Za-z\\d]*(?:-[A-Za-z\\d]+)*`,
    ),
  ),
  DIGITS_IN_NAME,
  // Shares.
  {
    pattern: rule(`百分之(?:(?<digits>${NUMBER})|(?<han>${N}+))`),
    read: ({ digits, han = '' }) => percentOf(digits === undefined ? valueOfHan(han) : valueOfDigits(digits)),
  },
  {
    pattern: rule(
      `(?<number>${NUMBER})(?:\\s?%|\\s?个百分点|(?=\\s?(?:[-—–~]{1,2}|[至到])\\s?${NUMBER}\\s?%))`,
    ),
    read: ({ number = '' }) => percentOf(valueOfDigits(number)),
  },
  {
    pattern: /(?<![\d.第])(?<tenths>[1-9一二三四五六七八九])成(?![为立员功本果长就人年不])/g,
    read: ({ tenths = '' }) => [{ kind: 'share', value: (plainNumber(tenths) ?? 0) / 10, weight: 'loose' }],
  },
  SLASHED,
  { pattern: rule(`(?<!\\d|${N})(?<below>\\d+|${N}+)分之(?<above>\\d+|${N}+)`), read: readFraction },
  {
    pattern: /[一过大]半|半数/g,
    read: () => [{ kind: 'share', value: 0.5, fraction: true, weight: 'loose' }],
  },
  // 1200 万美元; of a range, 2—3 亿, the first takes the units of the second.
  {
    pattern: rule(
      `(?<sign>(?:${ANY_MONEY})\\s?)?(?<number>${NUMBER})` +
        `(?:(?<k>[kK])(?![A-Za-z])|\\s?[多余来]?\\s?(?<units>[十百千万亿兆]+)[多余]?` +
        `|(?=\\s?[-—–~]{1,2}\\s?${NUMBER}\\s?(?<theirs>[百千万亿]+))|(?=\\s?(?:[至到或]|(?<=^\\d|[^\\d.]\\d)、)\\s?${NUMBER}\\s?(?<maybe>[百千万亿]+))|)` +
        `(?:\\s?(?<money>${ANY_MONEY}))?(?<year>年(?!代))?`,
    ),
    read: readDigits,
  },
  // Of many and of a few.
  nothing(/三十六计|七十二变|一百八十度|二百五|三百六十行|(?:几|数|若干)[十百千万亿]+/g),
  {
    pattern: rule(
      `(?<number>${N}+)(?:[多余来](?<units>[百千万亿]+))?(?<few>几${N}*)?(?<half>年半)?(?:\\s?(?<money>${ANY_MONEY}))?`,
    ),
    read: readHan,
  },
];

function currencyOf(name: string | undefined): { readonly money?: Currency } {
  const money = MONEY.find(([, names]) => new RegExp(`^(?:${names})\\s?$`).test(name ?? ''))?.[0];
  return money === undefined ? {} : { money };
}

function readFraction({ below = '', above = '' }: Groups): readonly Reading[] {
  const [part, whole] = [plainNumber(above), plainNumber(below)];
  return part === undefined || whole === undefined ? [] : fractionOf(part, whole);
}

// “14年” is 14 years, or 2014; “20兆” may be megabytes; “1、2亿” may be one and two hundred million.
function readDigits(groups: Groups): readonly Reading[] {
  const { number = '', k, units = '', theirs = '', maybe = '', sign, money, year } = groups;
  const plain = valueOfDigits(number);
  const factor = factorOfHan(units + theirs + maybe) * (k === undefined ? 1 : 1e3);
  const currency = currencyOf(sign ?? money);
  const vague = maybe !== '' || (units === '兆' && currency.money === undefined);
  const or = year !== undefined && /^\d\d$/.test(number) ? 2000 + plain : vague ? plain : undefined;
  return [
    numberOf(plain * factor, {
      ...currency,
      ...(factor === 1 && { digits: number.replaceAll(',', '') }),
      ...(or !== undefined && { or }),
      vague,
    }),
  ];
}

function readHan({ number = '', units = '', few, half, money }: Groups): readonly Reading[] {
  const some = /^([一二三四五六七八两])([二三四五六七八九])([十百千万亿]+)$/.exec(number);
  if (some !== null)
    return [some[1], some[2]].map((digit) =>
      numberOf((valueOfHan(`${digit}`) ?? 0) * factorOfHan(some[3] ?? ''), { vague: true }),
    );
  const value = valueOfHan(number);
  if (value === undefined) return [];
  // 一年半 are eighteen months.
  if (half !== undefined) return [numberOf(value + 0.5, { or: value * 12 + 6, vague: true })];
  const vague = few !== undefined || /^[百千万亿兆]/.test(number);
  return [numberOf(value * factorOfHan(units), { ...currencyOf(money), spelt: true, vague })];
}
