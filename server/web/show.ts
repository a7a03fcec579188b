import type { Request, RequestHandler, Response } from 'express';
import type { House } from './house.ts';
import type { UiLanguage } from './language.ts';
import { LANGUAGE_COOKIE, requestedLanguage, usualLanguage } from './language.ts';
import type { Locale } from './locale.ts';
import type { Pages } from './pages.ts';
import { Query } from './query.ts';
import { render } from './render.ts';
import { encodingFor, inPassing } from './rendition.ts';
import { send } from './send.ts';
import { siteOf } from './site.ts';

/** What a request asks for, before any of it is built. */
export interface Asked<Name extends keyof Pages> {
  /** Path and known parameters in one order: together with the language it names the page. */
  readonly address: string;
  readonly page: (locale: Locale) => Pages[Name];
  /** What the search box holds. A page made for a query is not kept: queries are without number. */
  readonly searchQuery?: string;
  /** Where the page says that it cannot do what was asked. */
  readonly status?: 400 | 403 | 409;
}

export const HTML = 'text/html; charset=utf-8';

/** A handler that shows the page `name` in the language of whoever asks. */
export function show<Name extends keyof Pages>(
  house: House,
  name: Name,
  ask: (request: Request, query: Query) => Asked<Name> | Promise<Asked<Name>>,
): RequestHandler {
  return async (request, response) => {
    const query = new Query(request.url);
    const language = languageFor(request, response, query);
    const locale = house.locales[language];
    const { address, page, searchQuery, status = 200 } = await ask(request, query);
    const html = (): string =>
      render(name, page(locale), siteOf(house, address, locale, searchQuery), locale.t);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendition =
      searchQuery === undefined
        ? await house.store.get(`${language} ${address}`, encoding, html)
        : await inPassing(html(), encoding);
    response.statusCode = status;
    send(request, response, rendition, HTML, {
      'Cache-Control': status === 200 ? 'private, no-cache' : 'no-store',
      'Content-Language': language,
      Vary: 'Cookie, Accept-Language, Accept-Encoding',
    });
  };
}

function languageFor(request: Request, response: Response, query: Query): UiLanguage {
  const requested = requestedLanguage(query);
  if (requested === undefined) return usualLanguage(request);
  response.cookie(LANGUAGE_COOKIE.name, requested, LANGUAGE_COOKIE.options);
  return requested;
}
