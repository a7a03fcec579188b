import type { UiLanguage } from './language.ts';

/** `A, B, and C`; `A、B和C`. */
export function listIn(items: readonly string[], language: UiLanguage): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}
