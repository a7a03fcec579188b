import type { ErrorRequestHandler, Request } from 'express';
import { problemOf } from './api/problem.ts';
import type { Failure } from './failure.ts';
import { failureOf } from './failure.ts';
import type { House } from './house.ts';
import type { UiLanguage } from './language.ts';
import { requestedLanguage, usualLanguage } from './language.ts';
import type { Log } from './log.ts';
import { errorPage } from './pages/error.ts';
import { Query } from './query.ts';
import { render } from './render.ts';
import { HTML } from './show.ts';
import { siteOf } from './site.ts';

/** Answers what was not answered: a page for people, problem details for programs. A bug is logged, and not told. */
export function refuse(house: House, log: Log | undefined): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const failure = failureOf(thrown);
    if (failure.code === 'bug') log?.error({ err: thrown, path: request.path }, 'bug');
    // Too late for a page: Express closes the connection.
    if (response.headersSent) return next(thrown);
    const language = languageOf(request);
    const answer = isForPrograms(request)
      ? {
          type: 'application/problem+json',
          body: JSON.stringify(problemOf(failure, house.locales[language])),
        }
      : { type: HTML, body: pageOf(failure, house, language, log) };
    // What a page may have set before it failed says nothing of this answer.
    for (const name of ['ETag', 'Content-Encoding', 'Content-Length']) response.removeHeader(name);
    response.statusCode = failure.status;
    response.setHeader('Content-Type', answer.type);
    response.setHeader('Content-Language', language);
    response.setHeader('Content-Length', Buffer.byteLength(answer.body));
    response.setHeader('Vary', 'Cookie, Accept-Language');
    response.setHeader('Cache-Control', 'no-store');
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };
}

function isForPrograms({ path }: Request): boolean {
  return path === '/api' || path.startsWith('/api/');
}

// What is refused may be the language itself.
function languageOf(request: Request): UiLanguage {
  try {
    return requestedLanguage(new Query(request.url)) ?? usualLanguage(request);
  } catch {
    return usualLanguage(request);
  }
}

function pageOf(failure: Failure, house: House, language: UiLanguage, log: Log | undefined): string {
  const locale = house.locales[language];
  const page = errorPage(failure, locale);
  try {
    return render('error', page, siteOf(house, '', locale), locale.t);
  } catch (broken) {
    // Even the page that tells of bugs may have one.
    log?.error({ err: broken }, 'bug');
    return `<!doctype html><meta charset="utf-8"><title>${failure.status}</title><p>${failure.status}`;
  }
}
