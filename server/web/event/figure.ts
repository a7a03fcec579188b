import type { Quantity } from '../../core/event.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';

// A library may count other things: they are named as its chronicle names them.
const MEASURES: ReadonlySet<string> = new Set([
  'cluster-size',
  'commits',
  'contributors',
  'investment',
  'members',
  'price',
  'rounds',
  'series-b',
  'series-c',
  'series-d',
  'servers',
  'staff',
  'valuation',
]);
const UNITS: ReadonlySet<string> = new Set([
  'commits',
  'companies',
  'machines',
  'people',
  'rounds',
  'servers',
]);
const CURRENCY = /^[A-Z]{3}$/;

/** What is counted: `investment`. */
export function measureIn({ t }: Locale, what: string): string {
  return MEASURES.has(what) ? t(`event.measure.${what}`) : what;
}

/** `$12 million`, `at least 300,000 servers`; `1200万美元`, `至少300,000台服务器`. */
export function figureIn(locale: Locale, { value, unit, bound }: Quantity): string {
  const figure = boundless(locale, value, unit);
  return bound === undefined ? figure : locale.t(`event.bound-${bound}`, { figure });
}

function boundless({ language, number, t }: Locale, value: number, unit: string): string {
  if (CURRENCY.test(unit)) return moneyIn(language, value, unit);
  return UNITS.has(unit)
    ? t(`event.unit.${unit}`, { count: value, number: number(value) })
    : `${number(value)} ${unit}`;
}

function moneyIn(language: UiLanguage, value: number, currency: string): string {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 2 } as const;
  const format = { ...digits, style: 'currency', currency } as const;
  const compact = { ...digits, notation: 'compact', compactDisplay: 'long' } as const;
  if (language !== 'en')
    return new Intl.NumberFormat(language, { ...format, ...compact, currencyDisplay: 'name' }).format(value);
  const exact = new Intl.NumberFormat(language, format);
  if (value < 1_000_000) return exact.format(value);
  // Of money, `Intl` has only “$12M” and “12 million US dollars”.
  const word = new Intl.NumberFormat(language, compact).format(value);
  const sign = exact.formatToParts(value).find(({ type }) => type === 'currency')?.value ?? currency;
  return sign.endsWith(currency) ? `${sign} ${word}` : `${sign}${word}`;
}
