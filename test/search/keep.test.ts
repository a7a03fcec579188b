import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, keyOf } from '../../server/search/keep.ts';
import { buildSnapshot } from '../../server/search/snapshot.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { harbour } from './harbour.ts';
import { LORE } from './search-in.ts';

const sources = unitsOf(harbour).map(({ source }) => source);
const snapshot = buildSnapshot(sources, LORE);
const key = keyOf(sources, ['北灯局'], '1');
const kept = encode(snapshot, key);

describe('a kept snapshot', () => {
  it('is read as it was written', () => {
    expect(decode(kept, key)).toEqual(snapshot);
  });

  it('is not read if it is of other texts, other names or other code', () => {
    const [first, ...rest] = sources;
    const changed = first === undefined ? [] : [{ ...first, note: `${first.note}!` }, ...rest];
    const moved = first === undefined ? [] : [{ ...first, zh: '', en: `${first.zh}${first.en}` }, ...rest];
    const keys = [
      keyOf(changed, ['北灯局'], '1'),
      keyOf(moved, ['北灯局'], '1'),
      keyOf(sources.toReversed(), ['北灯局'], '1'),
      keyOf(sources, ['北', '灯局'], '1'),
      keyOf(sources, ['北灯局'], '2'),
    ];
    expect(new Set([key, ...keys]).size).toBe(6);
    for (const other of keys) expect(decode(kept, other)).toBeUndefined();
  });

  it('is not read if a single character of it was changed, lost or added', () => {
    fc.assert(
      fc.property(fc.nat(kept.length - 1), fc.constantFrom('', 'x', '\n', '🙂'), (at, put) => {
        const damaged = kept.slice(0, at) + put + kept.slice(at + 1);
        if (damaged !== kept) expect(decode(damaged, key)).toBeUndefined();
      }),
      { numRuns: 40 },
    );
    for (const text of ['', '\n', `${key} \n`, 'null', kept.slice(0, -1), `${kept} `, kept.repeat(2)])
      expect(decode(text, key)).toBeUndefined();
  });
});
