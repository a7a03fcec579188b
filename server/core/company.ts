import type { EntityId } from './entity.ts';
import type { Occurrence } from './occurrence.ts';

/** An entity that appears with another one more often than chance would have it. */
export interface Companion {
  readonly entity: EntityId;
  /** Segments that name both. */
  readonly together: number;
  /** Log-likelihood ratio G² (Dunning 1993): above 10.83 chance explains it in fewer than one case in a thousand. */
  readonly strength: number;
}

/** Who appears in which segments: made once for a library. */
export interface Appearances {
  readonly segments: ReadonlyMap<EntityId, ReadonlySet<object>>;
  readonly entities: ReadonlyMap<object, ReadonlySet<EntityId>>;
  /** Segments that name anybody. */
  readonly total: number;
}

export function appearancesOf(occurrences: ReadonlyMap<EntityId, readonly Occurrence[]>): Appearances {
  const segments = new Map<EntityId, Set<object>>();
  const entities = new Map<object, Set<EntityId>>();
  for (const [entity, own] of occurrences) {
    segments.set(entity, new Set(own.map(({ segment }) => segment)));
    for (const { segment } of own) {
      const known = entities.get(segment);
      if (known === undefined) entities.set(segment, new Set([entity]));
      else known.add(entity);
    }
  }
  return { segments, entities, total: entities.size };
}

/** Those that appear with `entity` in at least two segments and more often than by chance, the strongest first. */
export function companyOf(entity: EntityId, { segments, entities, total }: Appearances): Companion[] {
  const own = segments.get(entity) ?? new Set();
  const together = new Map<EntityId, number>();
  for (const segment of own)
    for (const other of entities.get(segment) ?? [])
      if (other !== entity) together.set(other, (together.get(other) ?? 0) + 1);
  return [...together]
    .flatMap(([other, both]) => {
      const others = segments.get(other)?.size ?? 0;
      const isMore = both * total > own.size * others;
      const strength = likelihoodRatio(
        both,
        own.size - both,
        others - both,
        total - own.size - others + both,
      );
      return both >= 2 && isMore ? [{ entity: other, together: both, strength }] : [];
    })
    .sort((a, b) => b.strength - a.strength || b.together - a.together || (a.entity < b.entity ? -1 : 1));
}

/** G² of the table [[both, first only], [second only, neither]]; 0 where the two have nothing to do with each other. */
export function likelihoodRatio(both: number, first: number, second: number, neither: number): number {
  const sum = both + first + second + neither;
  const cell = (observed: number, row: number, column: number): number =>
    observed === 0 ? 0 : observed * Math.log((observed * sum) / (row * column));
  return (
    2 *
    (cell(both, both + first, both + second) +
      cell(first, both + first, first + neither) +
      cell(second, second + neither, both + second) +
      cell(neither, second + neither, first + neither))
  );
}
