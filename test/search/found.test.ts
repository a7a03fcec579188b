import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Found } from '../../server/search/found.ts';
import {
  better,
  both,
  either,
  firstFrom,
  Gathering,
  NOTHING,
  passing,
  scaled,
  without,
} from '../../server/search/found.ts';

type Plain = Map<number, { score: number; places: number }>;

const UNITS = 60;
const plains = fc
  .uniqueArray(fc.tuple(fc.nat(UNITS - 1), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 15 })), {
    selector: ([unit]) => unit,
  })
  .map(
    (all): Plain =>
      new Map(all.sort(([a], [b]) => a - b).map(([unit, score, places]) => [unit, { score, places }])),
  );

function foundOf(plain: Plain): Found {
  const gathered = new Gathering(plain.size);
  for (const [unit, { score, places }] of plain) gathered.add(unit, score, places);
  return gathered.found();
}

function plainOf({ units, scores, places }: Found): Plain {
  return new Map([...units].map((unit, at) => [unit, { score: scores[at] ?? 0, places: places[at] ?? 0 }]));
}

const law = (check: (a: Plain, b: Plain) => void): void => fc.assert(fc.property(plains, plains, check));

describe('units found', () => {
  it('in both add up what each adds', () => {
    law((a, b) => {
      const expected = [...a].flatMap(([unit, one]) => {
        const other = b.get(unit);
        const match = other && { score: one.score + other.score, places: one.places | other.places };
        return match === undefined ? [] : [[unit, match] as const];
      });
      expect(plainOf(both(foundOf(a), foundOf(b)))).toEqual(new Map(expected));
    });
  });

  it('in either are each there once, in order', () => {
    law((a, b) => {
      const found = either(foundOf(a), foundOf(b));
      expect([...found.units]).toEqual([...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y));
      for (const [unit, { score }] of plainOf(found))
        expect(score).toBe((a.get(unit)?.score ?? 0) + (b.get(unit)?.score ?? 0));
      for (const [unit, { score, places }] of plainOf(better(foundOf(a), foundOf(b)))) {
        expect(score).toBe(Math.max(a.get(unit)?.score ?? 0, b.get(unit)?.score ?? 0));
        expect(places).toBe((a.get(unit)?.places ?? 0) | (b.get(unit)?.places ?? 0));
      }
    });
  });

  it('and not found are all, and none is both', () => {
    law((a) => {
      const rest = without(foundOf(a), UNITS);
      expect(rest.units.length + a.size).toBe(UNITS);
      expect(both(rest, foundOf(a))).toEqual(NOTHING);
    });
  });

  it('that pass are those of which it is true', () => {
    law((a) => {
      const even = passing(foundOf(a), (unit) => unit % 2 === 0);
      expect([...even.units]).toEqual([...a.keys()].filter((unit) => unit % 2 === 0));
      expect(passing(foundOf(a), () => true)).toEqual(foundOf(a));
    });
  });

  it('weigh more or less', () => {
    law((a) => {
      expect([...scaled(foundOf(a), 2).scores]).toEqual([...a.values()].map(({ score }) => 2 * score));
    });
  });
});

describe('firstFrom()', () => {
  it('says where a unit is, or would be', () => {
    law((a) => {
      const { units } = foundOf(a);
      for (let unit = 0; unit <= UNITS; unit += 1)
        expect(firstFrom(units, unit)).toBe([...units].filter((one) => one < unit).length);
    });
  });
});
