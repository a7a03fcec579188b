import type { Fault } from '../../core/query-fault.ts';
import { DomainError } from '../../core/refusal.ts';

/** A query in which something is wrong, for whom half an answer is none: a program. `faults` holds one at least. */
export class FaultyQuery extends DomainError {
  readonly faults: readonly [Fault, ...Fault[]];

  constructor(faults: readonly [Fault, ...Fault[]]) {
    super('invalid', 'something is wrong in the query');
    this.name = 'FaultyQuery';
    this.faults = faults;
  }
}
