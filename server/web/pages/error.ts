import type { Failure } from '../failure.ts';
import type { Locale } from '../locale.ts';

export interface ErrorPage {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do next; reveals nothing of the request or the machine. */
  readonly message: string;
}

/** What a person is told about `failure`, in their language. */
export function errorPage(failure: Failure, { t }: Locale): ErrorPage {
  const { status, code } = failure;
  return { status, title: t(`error.${code}.title`), message: messageOf(failure, t) };
}

function messageOf({ code, reason }: Failure, t: Locale['t']): string {
  return reason === undefined
    ? t(`error.${code}.message`)
    : t(`error.reason.${reason.reason}`, reason.values);
}
