import type { EntityId } from '../core/entity.ts';
import type { Facet, Facets } from '../core/search.ts';
import { HIT_PLACES } from '../core/search.ts';
import type { DocumentId, SegmentKind } from '../core/segment.ts';
import type { Found } from './found.ts';
import type { Index } from './open-index.ts';
import { BIT } from './place.ts';

const MOST_ENTITIES = 12;

/** What the whole result holds. */
export function facetsOf({ units: found, places }: Found, { units, named }: Index): Facets {
  const documents = new Map<DocumentId, number>();
  const kinds = new Map<SegmentKind, number>();
  // By the bits of all places together: one count for each unit.
  const together = new Uint32Array(16);
  const entities = new Uint32Array(named.ids.length);
  for (let at = 0; at < found.length; at += 1) {
    const unit = found[at] as number;
    const { document, segment } = units[unit] ?? {};
    if (document === undefined || segment === undefined) continue;
    documents.set(document.id, (documents.get(document.id) ?? 0) + 1);
    kinds.set(segment.kind, (kinds.get(segment.kind) ?? 0) + 1);
    const bits = places[at] as number;
    together[bits] = (together[bits] as number) + 1;
    for (const number of named.in(unit)) entities[number] = (entities[number] as number) + 1;
  }
  const inPlace = HIT_PLACES.map((place) => {
    const counts = [...together].map((count, bits) => ((bits & BIT[place]) === 0 ? 0 : count));
    return [place, counts.reduce((sum, count) => sum + count)] as const;
  });
  return {
    documents: ranked(documents),
    places: ranked(inPlace),
    kinds: ranked(kinds),
    entities: ranked([...entities].map((count, number) => [named.ids[number] as EntityId, count])).slice(
      0,
      MOST_ENTITIES,
    ),
  };
}

function ranked<Value extends string>(counts: Iterable<readonly [Value, number]>): Facet<Value>[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
