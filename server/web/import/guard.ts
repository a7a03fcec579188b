import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { DomainError } from '../../core/refusal.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const TOKEN = randomBytes(18).toString('base64url');

/** What the form carries and another site cannot know. */
export function formToken(): string {
  return TOKEN;
}

/**
 * Let through only who came to the page itself. A name that somebody else's server has made to lead here is none of ours while `host` is
 * loopback, so it cannot read the form; a form of another site does not know the token, and its browser says where it comes from.
 *
 * @throws DomainError `forbidden`
 */
export function mustBeHere(request: Request, host: string): void {
  const named = request.headers.host ?? '';
  if (LOOPBACK.test(host) && !LOOPBACK.test(named))
    throw new DomainError('forbidden', 'the page of imports is asked for under another name');
}

/** @throws DomainError `forbidden` as above. */
export function mustComeFromForm({ headers }: Request, token: string): void {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  const isFromHere = origin === undefined || hostOf(origin) === host;
  if (site !== 'same-origin' || !isFromHere || !isToken(token))
    throw new DomainError('forbidden', 'the form was not sent from the page of imports');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isToken(token: string): boolean {
  const [given, own] = [Buffer.from(token), Buffer.from(TOKEN)];
  return given.length === own.length && timingSafeEqual(given, own);
}
