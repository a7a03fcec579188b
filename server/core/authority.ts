import type { Entity, EntityId } from './entity.ts';
import type { Gazetteer } from './gazetteer.ts';
import { buildGazetteer } from './gazetteer.ts';
import type { DocumentId } from './segment.ts';

/** Who is who: all entities, in the order of the authority file, and how their names are found. */
export interface Authority {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly gazetteer: Gazetteer;
  /** Publications that are documents of the library. */
  readonly publications: ReadonlyMap<DocumentId, readonly EntityId[]>;
}

/** Of entities that share an id, the first. */
export function authorityOf(entities: readonly Entity[]): Authority {
  const byId = new Map(entities.toReversed().map((entity) => [entity.id, entity]));
  const own = entities.filter((entity) => byId.get(entity.id) === entity);
  const documents = Map.groupBy(
    own.filter(({ document }) => document !== undefined),
    ({ document }) => document as DocumentId,
  );
  return {
    entities: new Map(own.map((entity) => [entity.id, entity])),
    gazetteer: buildGazetteer(own),
    publications: new Map([...documents].map(([id, entries]) => [id, entries.map((entity) => entity.id)])),
  };
}
