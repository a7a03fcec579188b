import type { Request } from 'express';
import { wantedIn } from './accept.ts';
import type { Query } from './query.ts';

/** The languages of the interface. */
export const UI_LANGUAGES = ['en', 'zh-Hans'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** One year, in milliseconds. */
export const LANGUAGE_COOKIE = {
  name: 'lang',
  options: { sameSite: 'lax', httpOnly: true, path: '/', maxAge: 365 * 24 * 60 * 60 * 1000 },
} as const;

/**
 * The language that the address asks for.
 * @throws BadRequest if it is none of ours, or asked for more than once.
 */
export function requestedLanguage(query: Query): UiLanguage | undefined {
  return query.choice('lang', UI_LANGUAGES);
}

/** The language that the device remembers, else the first of ours that the browser wants, else English. */
export function usualLanguage(request: Request): UiLanguage {
  return (
    rememberedLanguage(request.headers.cookie ?? '') ??
    wantedLanguage(request.headers['accept-language'] ?? '')
  );
}

const COOKIE = /(?:^|;) *lang=([^;]*)/;

function rememberedLanguage(cookies: string): UiLanguage | undefined {
  const value = COOKIE.exec(cookies)?.[1]?.trim();
  return UI_LANGUAGES.find((language) => language === value);
}

// Every Chinese is better served by simplified Chinese than by English.
function wantedLanguage(header: string): UiLanguage {
  for (const tag of wantedIn(header)) {
    const [primary] = tag.split('-');
    if (primary === 'zh') return 'zh-Hans';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
