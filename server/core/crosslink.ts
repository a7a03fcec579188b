import type { Document } from './document.ts';
import type { EntityId } from './entity.ts';
import type { Occurrence } from './occurrence.ts';

/** A document that is related to another one, and the entities that say why: the rarest that both name come first. */
export interface Crosslink {
  readonly document: Document;
  readonly score: number;
  readonly shared: readonly EntityId[];
}

/** How often each document names each entity: made once for a library. */
export type Naming = ReadonlyMap<Document, ReadonlyMap<EntityId, number>>;

export function namingOf(
  documents: readonly Document[],
  occurrences: ReadonlyMap<EntityId, readonly Occurrence[]>,
): Naming {
  const naming = new Map(documents.map((document) => [document, new Map<EntityId, number>()]));
  for (const [entity, own] of occurrences) {
    for (const { document } of own) {
      const counts = naming.get(document);
      counts?.set(entity, (counts.get(entity) ?? 0) + 1);
    }
  }
  return naming;
}

/**
 * The documents most related to `document`. An entity that both name counts for the more, the fewer documents name it (inverse document
 * frequency, Spärck Jones 1972) and the more often both do; one that all documents name says nothing.
 */
export function crosslinksOf(document: Document, naming: Naming): Crosslink[] {
  const own = naming.get(document) ?? new Map<EntityId, number>();
  return [...naming]
    .flatMap(([other, counts]) => {
      if (other === document) return [];
      const shared = [...own]
        .map(([entity, times]) => ({
          entity,
          weight: rarityOf(entity, naming) * Math.log1p(Math.min(times, counts.get(entity) ?? 0)),
        }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || (a.entity < b.entity ? -1 : 1));
      const score = shared.reduce((sum, { weight }) => sum + weight, 0);
      return score === 0 ? [] : [{ document: other, score, shared: shared.map(({ entity }) => entity) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The entities of a document by weight: how often it names them, times how few documents do. */
export function byWeight(document: Document, naming: Naming): EntityId[] {
  const weigh = (entity: EntityId, times: number): number => times * (0.5 + rarityOf(entity, naming));
  return [...(naming.get(document) ?? [])]
    .sort(([a, one], [b, other]) => weigh(b, other) - weigh(a, one) || (a < b ? -1 : 1))
    .map(([entity]) => entity);
}

function rarityOf(entity: EntityId, naming: Naming): number {
  const documents = [...naming.values()].filter((counts) => counts.has(entity)).length;
  return documents === 0 ? 0 : Math.log(naming.size / documents);
}
