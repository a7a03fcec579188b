import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { normalizer } from '../../server/search/normal.ts';
import { Postings } from '../../server/search/posting.ts';
import { buildSnapshot, lunrIndexOf, mapOf } from '../../server/search/snapshot.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { harbour } from './harbour.ts';
import { LORE } from './search-in.ts';

const sources = unitsOf(harbour).map(({ source }) => source);
const { traditional, simplified } = LORE.simplifications();
const index = lunrIndexOf(sources, normalizer(mapOf(traditional, simplified)), LORE);
const { index: packed } = buildSnapshot(sources, LORE);
const postings = new Postings(packed);

/** What lunr itself finds for one token, by its own query. */
function lunrFinds(token: string): { unit: number; score: number }[] {
  const results = index.query((query) => query.term(token, { usePipeline: false }));
  return results.map(({ ref, score }) => ({ unit: Number(ref), score }));
}

describe('packed postings', () => {
  it('hold every token of lunr’s index', () => {
    const { invertedIndex } = index.toJSON() as { invertedIndex: [string, unknown][] };
    expect(packed.tokens.toSorted()).toEqual(invertedIndex.map(([token]) => token).sort());
    expect(packed.tokens.length).toBeGreaterThan(100);
  });

  it('find for each token the units that lunr finds', () => {
    for (const token of packed.tokens) {
      const expected = lunrFinds(token).map(({ unit }) => unit);
      expect([...postings.of(token).units], token).toEqual(expected.sort((a, b) => a - b));
      expect(postings.count(token)).toBe(expected.length);
    }
  });

  it('rank what has a token in its Chinese alone as lunr does', () => {
    const found = postings.of('透镜');
    const scores = new Map([...found.units].map((unit, at) => [unit, found.scores[at] ?? 0]));
    const ranked = lunrFinds('透镜').filter(({ unit }) => found.places[found.units.indexOf(unit)] === 1);
    expect(ranked.length).toBeGreaterThan(1);
    const own = ranked.toSorted((a, b) => (scores.get(b.unit) ?? 0) - (scores.get(a.unit) ?? 0));
    expect(own.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score));
  });

  it('know nothing of any other token, whatever it is called', () => {
    for (const token of ['', '__proto__', 'constructor', 'toString', '没有'])
      expect([postings.count(token), postings.of(token).units.length]).toEqual([0, 0]);
  });

  it('can be made of an index that has nothing', () => {
    const empty = new Postings(buildSnapshot([], LORE).index);
    expect(empty.of('灯塔').units).toHaveLength(0);
    expect(lunr.version).toBeDefined();
  });
});
