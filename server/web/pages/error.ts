import { QueryRefused } from '../../core/query-fault.ts';
import type { Failure } from '../failure.ts';
import type { Locale } from '../locale.ts';
import { faultMessage, refusalMessage } from '../search/fault.ts';
import { FaultyQuery } from '../search/faulty-query.ts';
import { plainly } from '../search/said.ts';

export interface ErrorPage {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do next; reveals nothing of the machine. */
  readonly message: string;
}

/** What a person is told about `failure`, in their language. */
export function errorPage(failure: Failure, locale: Locale): ErrorPage {
  const { status, code } = failure;
  return { status, title: locale.t(`error.${code}.title`), message: messageOf(failure, locale) };
}

function messageOf({ code, reason }: Failure, locale: Locale): string {
  const { t } = locale;
  if (reason === undefined) return t(`error.${code}.message`);
  if (reason instanceof QueryRefused) return refusalMessage(reason, locale);
  if (reason instanceof FaultyQuery) return plainly(faultMessage(reason.faults[0], locale));
  return t(`error.reason.${reason.reason}`, reason.values);
}
