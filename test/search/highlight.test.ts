import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../../server/search/highlight.ts';
import { harbour } from './harbour.ts';
import { ask, searchIn, shown } from './search-in.ts';

const search = await searchIn(harbour);
const marks = (text: string): string[] =>
  ask(search, text).hits.flatMap((hit) => {
    const { zh, en } = shown(hit, harbour);
    return [zh, en].filter((side) => side.includes('['));
  });

describe('what is marked', () => {
  it('is what was found, in the Chinese and in its English', () => {
    expect(marks('林守一')).toEqual([
      '那一年，[林守一]把几个渔村拉到一起，定下了规矩。',
      'That year [Lin Shouyi] brought a few fishing villages together and laid down rules.',
    ]);
  });

  it('stands where it is written among markup, signs and characters of two units', () => {
    expect(marks('汽笛')).toEqual(['<b>"雾"</b> & 𠮷祥号\u200f 响了一声[汽笛]。']);
  });

  it('is as wide as the text, not as the query', () => {
    expect(marks('"写着Ｃ＋＋"')).toEqual(['罐子上[写着C++]和50%，里面是 鲸油。']);
  });

  it('is nothing where only a note or a title fits', () => {
    const result = ask(search, '一日');
    expect(result.hits.map((hit) => hit.in)).toEqual([['zh', 'title']]);
    const [hit] = ask(search, '"A note on"').hits;
    expect(hit).toMatchObject({ segment: 's3', in: ['note'], zh: [], en: [] });
  });
});

describe('apart()', () => {
  const spans = fc.array(
    fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
      .map(([start, length]) => ({ start, end: start + length })),
  );

  it('covers the same units with spans in order that do not touch', () => {
    const unitsOf = (all: readonly { start: number; end: number }[]): Set<number> =>
      new Set(all.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    fc.assert(
      fc.property(spans, (given) => {
        const merged = apart(given);
        expect(unitsOf(merged)).toEqual(unitsOf(given));
        for (const [at, { start }] of merged.entries())
          expect(start).toBeGreaterThan(merged[at - 1]?.end ?? -1);
      }),
    );
  });
});
