import type { Failure } from '../failure.ts';
import type { Locale } from '../locale.ts';
import { errorPage } from '../pages/error.ts';

/** Problem details for programs (RFC 9457). `code` is stable; `title` and `detail` are for people. */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: Failure['code'];
}

export function problemOf(failure: Failure, locale: Locale): Problem {
  const { status, title, message } = errorPage(failure, locale);
  return { type: 'about:blank', title, status, detail: message, code: failure.code };
}
