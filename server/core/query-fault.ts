import { visible } from './query-token.ts';
import { DomainError } from './refusal.ts';
import type { Span } from './span.ts';

/** What can be wrong in a query that runs all the same. */
export const FAULT_CODES = [
  'unbalanced-quote',
  'unbalanced-parenthesis',
  'lone-operator',
  'empty-filter',
  'bad-date',
  'unknown-value',
  'misspelt-field',
  'only-exclusions',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Something wrong at [start, end) of the query as typed, in UTF-16 units; the rest of the query runs. */
export interface Fault extends Span {
  readonly code: FaultCode;
  /** What fills the message. It is what somebody typed: escape it. */
  readonly values: Readonly<Record<string, string>>;
  /** The whole query with everything corrected that can be; absent where this fault cannot. */
  readonly suggestion?: string;
}

/** Of what a query can have too much. */
export const QUERY_LIMITS = ['long', 'many', 'deep'] as const;
export type QueryLimit = (typeof QUERY_LIMITS)[number];

/** A query that asks too much to be run at all. */
export class QueryRefused extends DomainError {
  readonly reason: QueryLimit;
  /** The most that is taken: UTF-16 units, terms or levels of parentheses. */
  readonly limit: number;
  /** Where in the query as typed that begins which is too much. */
  readonly position: number;

  constructor(reason: QueryLimit, limit: number, position: number) {
    super('invalid', `query too ${reason}`);
    this.name = 'QueryRefused';
    this.reason = reason;
    this.limit = limit;
    this.position = position;
  }
}

/** Gathers what is wrong in a query, with the edits that correct it. */
export class Complaints {
  readonly #text: string;
  readonly #faults: (Fault & { readonly corrected: boolean })[] = [];
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Complains of [start, end); `edit` corrects it. */
  add(code: FaultCode, { start, end }: Span, values: Fault['values'], edit?: Edit): void {
    this.#faults.push({ code, start, end, values, corrected: edit !== undefined });
    if (edit !== undefined) this.correct(edit);
  }

  /** Corrects what stands wrong only because of another fault. */
  correct(edit: Edit): void {
    this.#edits.push(edit);
  }

  /** In the order of their places. No suggestion is empty, or longer than `longest`. */
  faults(longest: number): Fault[] {
    const suggestion = visible(edited(this.#text, this.#edits)).trim();
    const helps = suggestion !== '' && suggestion.length <= longest;
    return this.#faults
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map(({ corrected, ...fault }) => ({ ...fault, ...(corrected && helps && { suggestion }) }));
  }
}

/** A change to a text: `text` for what stands at [start, end); without `text` that goes, with the space it leaves over. */
interface Edit extends Span {
  readonly text?: string;
}

/** `text` with all `edits`, which are apart; those at one place in the order in which they are given. */
function edited(text: string, edits: readonly Edit[]): string {
  // From the last to the first: the offsets of what comes before stay right.
  return edits
    .toSorted((a, b) => a.start - b.start)
    .reduceRight((changed, { start, end, text: inserted }) => {
      const [before, after] = [changed.slice(0, start), changed.slice(end)];
      return inserted === undefined ? joined(before, after) : before + inserted + after;
    }, text)
    .trim();
}

// `a OR b` without its operator is `a b`; `(OR b)` is `(b)`; `a」b` is `a b`.
function joined(before: string, after: string): string {
  if (/(?:^|[\s(（])$/.test(before)) return before + after.trimStart();
  if (/^(?:$|[\s)）])/.test(after)) return before.trimEnd() + after;
  return `${before} ${after}`;
}
