import type { EntityId } from '../core/entity.ts';
import type { Facet, Facets } from '../core/search.ts';
import { HIT_PLACES } from '../core/search.ts';
import type { Found } from './found.ts';
import type { Index } from './open-index.ts';
import { BIT } from './open-index.ts';

const MOST_ENTITIES = 12;

/** What the whole result holds. */
export function facetsOf(found: Found, { units }: Index): Facets {
  const [documents, places, kinds, entities] = [new Tally(), new Tally(), new Tally(), new Tally()];
  for (const [unit, match] of found) {
    const { document, segment } = units[unit] ?? {};
    if (document === undefined || segment === undefined) continue;
    documents.add(document.id);
    kinds.add(segment.kind);
    for (const place of HIT_PLACES) if ((match.places & BIT[place]) !== 0) places.add(place);
    const named = new Set<EntityId>();
    for (const { entity } of segment.names.zh.mentions) named.add(entity);
    for (const { entity } of segment.names.en.mentions) named.add(entity);
    for (const entity of named) entities.add(entity);
  }
  return {
    documents: documents.ranked(),
    places: places.ranked(),
    kinds: kinds.ranked(),
    entities: entities.ranked<EntityId>().slice(0, MOST_ENTITIES),
  };
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  ranked<Value extends string>(): Facet<Value>[] {
    return [...this.#counts]
      .map(([value, count]) => ({ value: value as Value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
