import type { Side } from '../core/anchor.ts';
import type { EntityId } from '../core/entity.ts';
import { fold } from '../core/fold.ts';
import type { Mention } from '../core/mention.ts';
import type { Found } from './found.ts';
import { Gathering } from './found.ts';
import { BIT } from './place.ts';
import type { Unit } from './unit.ts';

/** Who is named where. */
export interface Named {
  /** By entity, the units that name it; the rarer the entity and the more often named, the better. */
  readonly of: ReadonlyMap<EntityId, Found>;
  /** The entities that a unit names, each once, as numbers in `ids`. */
  readonly in: (unit: number) => Uint16Array;
  readonly ids: readonly EntityId[];
}

// As lunr weighs words (BM25, k1 = 1.2), so that names and words can be added.
const K1 = 1.2;

export function namedIn(units: readonly Unit[]): Named {
  const numbers = new Map<EntityId, number>();
  const counts: number[] = [];
  const starts = new Uint32Array(units.length + 1);
  const flat: number[] = [];
  for (const [index, unit] of units.entries()) {
    for (const entity of new Set([...mentionsIn(unit, 'zh'), ...mentionsIn(unit, 'en')].map(entityOf))) {
      const number = numbers.get(entity) ?? numbers.size;
      numbers.set(entity, number);
      counts[number] = (counts[number] ?? 0) + 1;
      flat.push(number);
    }
    starts[index + 1] = flat.length;
  }
  const entities = Uint16Array.from(flat);
  const within = (unit: number): Uint16Array => entities.subarray(starts[unit], starts[unit + 1]);
  const gathered = counts.map((count) => new Gathering(count));
  for (const [index, unit] of units.entries())
    for (const number of within(index)) {
      const { times, places } = timesIn(unit, number, numbers);
      const count = counts[number] ?? 0;
      const rarity = Math.log(1 + (units.length - count + 0.5) / (count + 0.5));
      gathered[number]?.add(index, (rarity * (K1 + 1) * times) / (K1 + times), places);
    }
  return {
    of: new Map(
      [...numbers].flatMap(([id, number]) => {
        const found = gathered[number]?.found();
        return found === undefined ? [] : [[id, found]];
      }),
    ),
    in: within,
    ids: [...numbers.keys()],
  };
}

function timesIn(
  unit: Unit,
  number: number,
  numbers: ReadonlyMap<EntityId, number>,
): { times: number; places: number } {
  const isMeant = ({ entity }: Mention): boolean => numbers.get(entity) === number;
  const zh = timesOf(mentionsIn(unit, 'zh').filter(isMeant));
  const en = timesOf(mentionsIn(unit, 'en').filter(isMeant));
  return { times: Math.max(zh, en), places: (zh > 0 ? BIT.zh : 0) | (en > 0 ? BIT.en : 0) };
}

// A passage that gives two names of one thing introduces it: `OCI（开放容器倡议）`.
function timesOf(mentions: readonly Mention[]): number {
  const names = new Set(mentions.map(({ quote }) => fold(quote)));
  return mentions.length + 2 * Math.max(0, names.size - 1);
}

function mentionsIn({ segment }: Unit, side: Side): readonly Mention[] {
  return segment.names[side].mentions;
}

function entityOf({ entity }: Mention): EntityId {
  return entity;
}
