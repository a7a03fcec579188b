import { DomainError } from '../core/refusal.ts';

/** What is wrong with an address; each is also a locale key under `error.reason`. */
export type Reason =
  | 'choice'
  | 'host'
  | 'long-address'
  | 'long-query'
  | 'long-text'
  | 'malformed'
  | 'malformed-form'
  | 'missing'
  | 'not-utf8'
  | 'number'
  | 'repeated';

/** An address that cannot be answered as it is written. `values` fill the message, and hold nothing that the request says. */
export class BadRequest extends DomainError {
  readonly reason: Reason;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(reason: Reason, values: Readonly<Record<string, string | number>> = {}) {
    super('invalid', reason);
    this.name = 'BadRequest';
    this.reason = reason;
    this.values = values;
  }
}
