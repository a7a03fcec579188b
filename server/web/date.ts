import type { Edtf } from '../core/date.ts';
import type { Locale } from './locale.ts';

/** A date as the interface's language writes it, no more exact than it is: `December 2014`, `about 2013`, `2013 – July 2015`. */
export function dateIn({ language, t }: Locale, date: Edtf): string {
  const days = date.split('/').map((day) => {
    const text = formatted(language, day.replace(/[~?%]$/, ''));
    if (/[~%]$/.test(day)) return t('date.about', { date: text });
    return day.endsWith('?') ? t('date.uncertain', { date: text }) : text;
  });
  return days.length === 1 ? (days[0] ?? '') : t('date.between', { from: days[0], to: days[1] });
}

function formatted(language: string, day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(dayOfMonth !== undefined && { day: 'numeric' }),
  });
  return format.format(new Date(`${year}-${month ?? '01'}-${dayOfMonth ?? '01'}T00:00:00Z`));
}
