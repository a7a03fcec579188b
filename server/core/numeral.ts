/** Chinese digits. `两` counts, but stands in no year. */
export const HAN_DIGIT = '一二三四五六七八九两';

const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'零一二三四五六七八九'].map((digit, value) => [digit, value])),
  〇: 0,
  两: 2,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, 兆: 1e12 };

// Longer ones count nothing.
const LONGEST = 30;

/**
 * What a Chinese numeral counts: `三十万` is 300,000, `两万五` 25,000. Undefined for digits in a row (`三四`, `十四五`), which are
 * about that many, or a name.
 */
export function valueOfHan(numeral: string): number | undefined {
  if (numeral.length > LONGEST) return undefined;
  for (const unit of ['兆', '亿', '万']) {
    const at = numeral.lastIndexOf(unit);
    if (at !== -1) return valueWithUnit(numeral.slice(0, at), UNITS[unit] ?? 1, numeral.slice(at + 1));
  }
  return numeral === '' ? undefined : valueBelowMyriad(numeral);
}

function valueWithUnit(head: string, unit: number, tail: string): number | undefined {
  const many = head === '' ? 1 : valueOfHan(head);
  if (many === undefined) return undefined;
  if (tail === '') return many * unit;
  // 两万五: five of the next unit.
  if (/^[一二三四五六七八九]$/.test(tail)) return many * unit + ((DIGITS[tail] ?? 0) * unit) / 10;
  const rest = valueOfHan(tail.replace(/^[零〇]/, ''));
  return rest === undefined || rest >= unit ? undefined : many * unit + rest;
}

const D = `[${HAN_DIGIT}]`;
const BELOW_MYRIAD = new RegExp(`^(?:(${D}?)千)?[零〇]?(?:(${D}?)百)?[零〇]?(?:(${D}?)十)?[零〇]?(${D})?$`);

function valueBelowMyriad(numeral: string): number | undefined {
  if (numeral === '零' || numeral === '〇') return 0;
  const match = BELOW_MYRIAD.exec(numeral);
  if (match === null) return undefined;
  const [thousands, hundreds, tens] = [match[1], match[2], match[3]].map((digit) =>
    digit === undefined ? 0 : (DIGITS[digit] ?? 1),
  );
  const ones = DIGITS[match[4] ?? ''] ?? 0;
  // 三百五 is 350, 三百零五 is not.
  const short = /([百千])[一二三四五六七八九]$/.exec(numeral)?.[1] ?? '';
  return (
    (thousands ?? 0) * 1e3 + (hundreds ?? 0) * 100 + (tens ?? 0) * 10 + ones * ((UNITS[short] ?? 10) / 10)
  );
}

/** The product of units: `千万` is ten million; 1 if there are none. */
export function factorOfHan(units: string): number {
  return [...units].reduce((product, unit) => product * (UNITS[unit] ?? 1), 1);
}

/** A year or a day: `2013`, `二〇一三`, `十五`. */
export function plainNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[〇零一二三四五六七八九]{3,}$/.test(text))
    return [...text].reduce((value, digit) => value * 10 + (DIGITS[digit] ?? 0), 0);
  return valueOfHan(text);
}
