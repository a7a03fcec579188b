import { QueryRefused } from '../core/query-fault.ts';
import type { Refusal } from '../core/refusal.ts';
import { DomainError } from '../core/refusal.ts';
import { BadRequest } from './bad-request.ts';
import { FaultyQuery } from './search/faulty-query.ts';

/** What became of a request that was not answered as asked; `code` is also the locale key under `error`. */
export interface Failure {
  readonly status: number;
  readonly code: Refusal | 'bug';
  readonly reason?: BadRequest | FaultyQuery | QueryRefused;
}

const STATUS: Record<Refusal, number> = {
  'not-found': 404,
  invalid: 400,
  method: 405,
  conflict: 409,
  forbidden: 403,
  unavailable: 503,
  'too-large': 413,
  'media-type': 415,
};

/** A refusal as its code says; an address that Express itself cannot read is malformed; the rest are bugs. */
export function failureOf(thrown: unknown): Failure {
  if (isExplained(thrown)) return { status: 400, code: 'invalid', reason: thrown };
  if (thrown instanceof DomainError) return { status: STATUS[thrown.code], code: thrown.code };
  if (isUnreadable(thrown)) return { status: 400, code: 'invalid', reason: new BadRequest('malformed') };
  return { status: 500, code: 'bug' };
}

function isExplained(thrown: unknown): thrown is BadRequest | FaultyQuery | QueryRefused {
  return [BadRequest, FaultyQuery, QueryRefused].some((kind) => thrown instanceof kind);
}

// The router throws a URIError with status 400 where it cannot decode a parameter of the path.
function isUnreadable(thrown: unknown): boolean {
  return thrown instanceof URIError && 'status' in thrown && thrown.status === 400;
}
