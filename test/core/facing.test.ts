import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSegment } from '../../server/core/document.ts';
import type { Place, Shift } from '../../server/core/facing.ts';
import { barBehind, isOpen, looseAfter, placesOf, seenAt, shiftOf } from '../../server/core/facing.ts';
import { parseSegmentId } from '../../server/core/segment.ts';
import { sentences } from '../../server/texts.ts';
import { digestOf, segment } from '../fixture.ts';

const id = parseSegmentId;
const HOSTILE = '<i>"\'&𠮷\u200f';

function faced(
  segments: readonly DocumentSegment[],
  rows: Readonly<Record<string, number>> = {},
  loose: readonly (readonly [string | null, string])[] = [],
  retired: Readonly<Record<string, readonly string[]>> = {},
): Place[] {
  return placesOf({
    segments,
    retired: new Map(Object.entries(retired).map(([old, now]) => [id(old), now.map(id)])),
    alignment: {
      rows: new Map(Object.entries(rows).map(([key, score]) => [id(key), score])),
      loose: loose.map(([after, en]) => ({ after: after === null ? null : id(after), en })),
    },
  });
}

/** What the places say once a sentence was shifted. */
function shifted(places: readonly Place[], { from, to, left, joined }: Shift): Place[] {
  return places.map((place) => {
    const en = place === from ? left : place === to ? joined : place.en;
    if (place.kind === 'loose') return { ...place, en: en ?? '' };
    return { ...place, en, segment: { ...place.segment, en } };
  });
}

describe('placesOf', () => {
  it('sets loose English where it stands, and leaves debris out', () => {
    const places = faced(
      [segment('a', '一', 'One.'), segment('d', '页', null, { debris: true }), segment('b', '二', HOSTILE)],
      { a: 0.2, b: 0.6 },
      [
        [null, 'Before.'],
        ['d', 'Between.'],
        ['d', 'Both.'],
        ['old', 'Behind.'],
        ['gone', 'Nowhere.'],
      ],
      { old: ['b'], gone: [] },
    );
    expect(places.map(({ key, en }) => `${key} ${en}`)).toEqual([
      'loose_ Before. Nowhere.',
      'a One.',
      'loose_d Between. Both.',
      `b ${HOSTILE}`,
      'loose_b Behind.',
    ]);
    expect(places.filter(isOpen).map(({ key }) => key)).toEqual(['loose_', 'a', 'loose_d', 'loose_b']);
  });
});

describe('shiftOf', () => {
  const row = fc
    .array(
      fc.constantFrom(
        'It rained.',
        'Did it?',
        'It was “Nay.”',
        `Who wrote ${HOSTILE} here?`,
        '12 boats left.',
      ),
      {
        maxLength: 4,
      },
    )
    .map((all) => (all.length === 0 ? null : all.join(' ')));

  it('down and then up is as it was, wherever a sentence can go down', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.nat(), (rows, choice) => {
        const places = faced(rows.map((en, at) => segment(`s${at}`, '字', en)));
        const able = places.flatMap(({ en }, at) => (en === null || at === places.length - 1 ? [] : [at]));
        const at = able[choice % Math.max(1, able.length)];
        if (at === undefined) return;
        const down = shifted(places, shiftOf(places, at, 'down', sentences.en));
        const up = shifted(down, shiftOf(down, at + 1, 'up', sentences.en));
        expect(up.map(({ en }) => en)).toEqual(rows);
      }),
    );
  });

  it('loses no sentence, and changes their order never', () => {
    const all = (places: readonly Place[]): string => places.flatMap(({ en }) => en ?? []).join(' ');
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.boolean(),
        (rows, choice, isUp) => {
          const places = faced(
            rows.map((en, at) => segment(`s${at}`, '字', en)),
            {},
            [['s0', 'Loose. And free.']],
          );
          const way = isUp ? 'up' : 'down';
          const able = places.flatMap((place, at) =>
            place.en === null || places[at + (isUp ? -1 : 1)] === undefined ? [] : [at],
          );
          const at = able[choice % Math.max(1, able.length)];
          if (at === undefined) return;
          expect(all(shifted(places, shiftOf(places, at, way, sentences.en)))).toBe(all(places));
        },
      ),
    );
  });

  it('never splits what is one sentence, and takes loose English that is used up away', () => {
    const places = faced([segment('a', '一', null), segment('b', '二', 'Two.')], {}, [
      ['a', 'Mr. Lin left.'],
    ]);
    const shift = shiftOf(places, 1, 'up', sentences.en);
    expect([shift.left, shift.joined]).toEqual([null, 'Mr. Lin left.']);
    expect(looseAfter(places, shift)).toEqual([]);
  });

  it('refuses where there is nothing to shift, nowhere to go, or English of an earlier wording', () => {
    const places = faced([
      segment('a', '一', 'One.'),
      segment('b', '二', null),
      segment('c', '三', 'Old.', { status: 'stale' }),
    ]);
    expect(() => shiftOf(places, 0, 'up', sentences.en)).toThrow('no row stands there');
    expect(() => shiftOf(places, 1, 'up', sentences.en)).toThrow('no English');
    expect(() => shiftOf(places, 1, 'down', sentences.en)).toThrow('earlier wording');
    expect(() => shiftOf(places, 2, 'up', sentences.en)).toThrow('earlier wording');
  });
});

describe('barBehind', () => {
  it('lets rows be joined within a block, and in a table within a cell', () => {
    const cell = (row: number, column: number) =>
      ({ kind: 'table', block: 't', cell: { row, column } }) as const;
    const places = faced(
      [
        segment('a', '一', 'One.', { block: 'p' }),
        segment('b', '二', null, { block: 'p' }),
        segment('c', '三', 'Three.', { block: 'p' }),
        segment('d', '四', 'Four.', cell(0, 0)),
        segment('e', '五', 'Five.', { kind: 'table', block: 't' }),
        segment('f', '六', 'Six.', cell(0, 1)),
      ],
      {},
      [['b', 'Loose.']],
    );
    expect(places.map((place, at) => `${place.key} ${barBehind(places, at)}`)).toEqual([
      'a undefined',
      'b loose',
      'loose_b end',
      'c block',
      'd undefined',
      'e block',
      'f end',
    ]);
  });
});

describe('seenAt', () => {
  it('tells a change of the row or of one beside it, and of no other', () => {
    const texts = ['One.', 'Two.', 'Three.', 'Four.'];
    const seenWith = (changed: number | undefined): string =>
      seenAt(
        faced(texts.map((en, at) => segment(`s${at}`, '字', at === changed ? 'Else.' : en))),
        1,
        digestOf,
      );
    expect([0, 1, 2, 3].map((at) => seenWith(at) === seenWith(undefined))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
