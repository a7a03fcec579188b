import lunr from 'lunr';
import type { EntityId } from '../core/entity.ts';
import type { Gazetteer } from '../core/gazetteer.ts';
import type { Mention } from '../core/mention.ts';
import type { HitPlace } from '../core/search.ts';
import type { Normalize } from './normal.ts';
import { normalizer } from './normal.ts';
import type { Snapshot } from './snapshot.ts';
import { mapOf } from './snapshot.ts';
import type { Unit } from './unit.ts';
import { Vocabulary } from './vocabulary.ts';

/** Texts of a unit as they are compared with a query. */
export interface Normal {
  readonly zh: string;
  readonly en: string;
  readonly note: string;
  readonly title: string;
}

/** The mentions of an entity in one unit. */
export interface Named {
  readonly zh: readonly Mention[];
  readonly en: readonly Mention[];
}

/** Everything that is looked into when a query comes, ready. */
export interface Index {
  readonly units: readonly Unit[];
  readonly normals: readonly Normal[];
  readonly readings: readonly string[];
  readonly lunr: lunr.Index;
  readonly normal: Normalize;
  /** Traditional characters simplified, and nothing else changed. */
  readonly simplify: (text: string) => string;
  readonly vocabulary: Vocabulary;
  readonly syllables: ReadonlySet<string>;
  readonly gazetteer: Gazetteer;
  /** By entity, the units that name it. */
  readonly named: ReadonlyMap<EntityId, ReadonlyMap<number, Named>>;
}

/** @throws whatever is wrong with the snapshot. */
export function openIndex(snapshot: Snapshot, units: readonly Unit[], gazetteer: Gazetteer): Index {
  if (snapshot.readings.length !== units.length) throw new Error('the snapshot is of other texts');
  const simplified = mapOf(snapshot.traditional, snapshot.simplified);
  const normal = normalizer(simplified);
  return {
    units,
    normals: units.map(({ source }) => ({
      zh: normal(source.zh),
      en: normal(source.en),
      note: normal(source.note),
      title: normal(source.title),
    })),
    readings: snapshot.readings,
    lunr: lunr.Index.load(snapshot.lunr),
    normal,
    simplify: (text) => [...text].map((character) => simplified.get(character) ?? character).join(''),
    vocabulary: new Vocabulary(snapshot.words),
    syllables: new Set(snapshot.readings.flatMap((reading) => reading.split(/[ |]+/).filter(Boolean))),
    gazetteer,
    named: namedIn(units),
  };
}

function namedIn(units: readonly Unit[]): Map<EntityId, Map<number, Named>> {
  const named = new Map<EntityId, Map<number, { zh: Mention[]; en: Mention[] }>>();
  for (const [index, { segment }] of units.entries()) {
    for (const side of ['zh', 'en'] as const) {
      for (const mention of segment.names[side].mentions) {
        const own = named.get(mention.entity) ?? new Map<number, { zh: Mention[]; en: Mention[] }>();
        const here = own.get(index) ?? { zh: [], en: [] };
        here[side].push(mention);
        own.set(index, here);
        named.set(mention.entity, own);
      }
    }
  }
  return named;
}

/** Where in a unit something was found: one bit for each place. */
export const BIT: Readonly<Record<HitPlace, number>> = { zh: 1, en: 2, note: 4, title: 8 };
