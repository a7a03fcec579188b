import type { UiLanguage } from './language.ts';

/** `A, B, and C`; `A、B和C`. */
export function listIn(items: readonly string[], language: UiLanguage): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

/** `A, B`; `A、B`: of what is not said to be all. */
export function rowIn(items: readonly string[], language: UiLanguage): string {
  return items.join(language === 'en' ? ', ' : '、');
}

/** `A; B`; `A；B`: of what may hold lists itself. */
export function seriesIn(items: readonly string[], language: UiLanguage): string {
  return items.join(language === 'en' ? '; ' : '；');
}
