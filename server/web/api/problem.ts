import type { Fault, FaultCode, QueryLimit } from '../../core/query-fault.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import type { Span } from '../../core/span.ts';
import type { Failure } from '../failure.ts';
import type { Locale } from '../locale.ts';
import { errorPage } from '../pages/error.ts';
import { faultMessage } from '../search/fault.ts';
import { FaultyQuery } from '../search/faulty-query.ts';
import { plainly } from '../search/said.ts';

/** Problem details for programs (RFC 9457). `code` is stable; `title` and `detail` are for people. */
export interface Problem extends Partial<Place> {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: Failure['code'] | FaultCode | `query-${QueryLimit}`;
  /** All that is wrong in a query; the first is told above. */
  readonly faults?: readonly QueryFault[];
}

/** Where in a query something is wrong, and the whole of it corrected. */
interface Place {
  readonly position: Span;
  readonly suggestion?: string;
}

interface QueryFault extends Place {
  readonly code: FaultCode;
  readonly detail: string;
}

export function problemOf(failure: Failure, locale: Locale): Problem {
  const { status, title, message } = errorPage(failure, locale);
  const { code, reason } = failure;
  const own = { type: 'about:blank', title, status, detail: message, code } as const;
  if (reason instanceof QueryRefused) {
    // Where that begins which is too much.
    const position = { start: reason.position, end: reason.position };
    return { ...own, code: `query-${reason.reason}`, position };
  }
  if (!(reason instanceof FaultyQuery)) return own;
  const [first, ...others] = reason.faults;
  return {
    ...own,
    ...queryFault(first, locale),
    faults: [first, ...others].map((one) => queryFault(one, locale)),
  };
}

function queryFault(fault: Fault, locale: Locale): QueryFault {
  const { code, start, end, suggestion } = fault;
  return {
    code,
    detail: plainly(faultMessage(fault, locale)),
    position: { start, end },
    ...(suggestion !== undefined && { suggestion }),
  };
}
