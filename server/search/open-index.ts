import type { Gazetteer } from '../core/gazetteer.ts';
import type { SegmentKind } from '../core/segment.ts';
import type { Named } from './named.ts';
import { namedIn } from './named.ts';
import type { Normalize } from './normal.ts';
import { normalizer } from './normal.ts';
import { Postings } from './posting.ts';
import { Readings } from './reading.ts';
import type { Snapshot } from './snapshot.ts';
import { mapOf } from './snapshot.ts';
import type { Source, Unit } from './unit.ts';
import { Vocabulary } from './vocabulary.ts';

/** Everything that is looked into when a query comes, ready. */
export interface Index {
  readonly units: readonly Unit[];
  /** The number of the block that each unit stands in; they ascend. */
  readonly blocks: Uint32Array;
  /** What each unit counts for by its kind. */
  readonly worth: Float32Array;
  /** Texts of the units as they are compared with a query. */
  readonly normals: readonly Omit<Source, 'told'>[];
  readonly readings: Readings;
  readonly postings: Postings;
  readonly normal: Normalize;
  /** Traditional characters simplified, and nothing else changed. */
  readonly simplify: (text: string) => string;
  readonly vocabulary: Vocabulary;
  readonly syllables: ReadonlySet<string>;
  readonly gazetteer: Gazetteer;
  readonly named: Named;
  /** How rare a Han character is in the texts: 0 where it stands in all of them. */
  readonly rarity: (character: string) => number;
}

// A heading says what its passage is about; a cell or a caption says little without what stands around it; a footnote is an aside.
const WORTH: Readonly<Record<SegmentKind, number>> = {
  heading: 1.15,
  paragraph: 1,
  item: 1,
  quote: 1,
  caption: 0.8,
  footnote: 0.8,
  code: 0.8,
  table: 0.8,
};

/** @throws whatever is wrong with the snapshot. */
export function openIndex(snapshot: Snapshot, units: readonly Unit[], gazetteer: Gazetteer): Index {
  if (snapshot.readings.length !== units.length) throw new Error('the snapshot is of other texts');
  const simplified = mapOf(snapshot.traditional, snapshot.simplified);
  const normal = normalizer(simplified);
  const readings = new Readings(snapshot.readings);
  const normals = units.map(({ source }) => ({
    zh: normal(source.zh),
    en: normal(source.en),
    note: normal(source.note),
    title: normal(source.title),
  }));
  return {
    units,
    blocks: blocksOf(units),
    worth: Float32Array.from(units, ({ segment }) => WORTH[segment.kind]),
    normals,
    readings,
    postings: new Postings(snapshot.index),
    normal,
    simplify: (text) => [...text].map((character) => simplified.get(character) ?? character).join(''),
    vocabulary: new Vocabulary(snapshot.words),
    syllables: readings.syllables,
    gazetteer,
    named: namedIn(units),
    rarity: rarityIn(normals),
  };
}

function blocksOf(units: readonly Unit[]): Uint32Array {
  const blocks = new Uint32Array(units.length);
  for (let unit = 1; unit < units.length; unit += 1) {
    const [before, here] = [units[unit - 1], units[unit]];
    const isSame = before?.document === here?.document && before?.segment.block === here?.segment.block;
    blocks[unit] = (blocks[unit - 1] ?? 0) + (isSame ? 0 : 1);
  }
  return blocks;
}

// Counted when a question first asks for it.
function rarityIn(normals: Index['normals']): Index['rarity'] {
  let counts: Map<string, number> | undefined;
  const counted = (): Map<string, number> => {
    const all = new Map<string, number>();
    for (const { zh } of normals)
      for (const character of new Set(zh)) all.set(character, (all.get(character) ?? 0) + 1);
    return all;
  };
  return (character) => {
    counts ??= counted();
    const count = counts.get(character) ?? 0;
    return count === 0 ? 0 : Math.log((normals.length + 1) / (count + 1));
  };
}
