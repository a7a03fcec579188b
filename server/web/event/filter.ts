import type { Document } from '../../core/document.ts';
import type { Entity } from '../../core/entity.ts';
import type { Told } from '../history.ts';
import type { House } from '../house.ts';
import { documentIn, entityIn } from '../house.ts';
import type { Query } from '../query.ts';

/** Which events are shown: those of one entity, of one document, those on which the texts differ. */
export interface Filter {
  readonly entity?: Entity | undefined;
  readonly document?: Document | undefined;
  readonly isDisputed?: boolean;
}

/**
 * @throws DomainError `not-found` if no entity or no document has the id that the address asks for.
 * @throws BadRequest where a parameter is given more than once, or `disputed` is neither 0 nor 1.
 */
export function filterIn(query: Query, house: House): Filter {
  const [entity, document] = [query.value('entity'), query.value('document')];
  return {
    entity: entity === undefined ? undefined : entityIn(house, entity),
    document: document === undefined ? undefined : documentIn(house, document),
    isDisputed: query.choice('disputed', ['1', '0']) === '1',
  };
}

export function filtered(events: readonly Told[], { entity, document, isDisputed }: Filter): Told[] {
  return events.filter(
    ({ entities, documents, discrepancies }) =>
      (entity === undefined || entities.has(entity.id)) &&
      (document === undefined || documents.includes(document)) &&
      (isDisputed !== true || discrepancies.length > 0),
  );
}
