import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/core/query.ts';
import { parseDocumentId } from '../../server/core/segment.ts';
import { openIndex } from '../../server/search/open-index.ts';
import { buildSnapshot } from '../../server/search/snapshot.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { harbour } from './harbour.ts';
import { ask, LORE, placesOf, searchIn } from './search-in.ts';

const search = await searchIn(harbour);
const query = parseQuery('灯');

describe('search()', () => {
  it('shows a page of a result, and says how much there is', () => {
    const all = search.search({ query, limit: 100, offset: 0, sort: 'relevance' });
    const pages = [0, 2, 4, 6, 8].map((offset) =>
      search.search({ query, limit: 2, offset, sort: 'relevance' }),
    );
    expect(pages.flatMap(placesOf)).toEqual(placesOf(all));
    expect(pages.every(({ total }) => total === all.hits.length)).toBe(true);
    expect(search.search({ query, limit: 2, offset: 500, sort: 'relevance' }).hits).toEqual([]);
  });

  it('gives the best first, or the order of the shelf', () => {
    expect(placesOf(ask(search, '透镜'))).toEqual(['tower:s8', 'tower:s3']);
    const { hits } = search.search({ query: parseQuery('透镜'), limit: 9, offset: 0, sort: 'place' });
    expect(placesOf({ hits })).toEqual(['tower:s3', 'tower:s8']);
  });

  it('puts first what is typed and nothing else, then headings, then words that stand together', () => {
    expect(placesOf(ask(search, '灯塔的账'))[0]).toBe('tower:s1');
    expect(placesOf(ask(search, '风和雾'))[0]).toBe('tower:s5');
    expect(placesOf(ask(search, 'fog wind OR sounded'))[0]).toBe('tower:s5');
  });

  it('keeps to a document and to a side where the request says so', () => {
    const request = { query, limit: 100, offset: 0, sort: 'place' } as const;
    const inQuay = search.search({ ...request, document: parseDocumentId('quay') });
    expect(placesOf(inQuay)).toEqual(['quay:s2', 'quay:s4', 'quay:s5']);
    expect(search.search({ ...request, place: 'en' }).total).toBe(0);
  });

  it('never finds what is no part of a text', () => {
    expect(placesOf(ask(search, '首页'))).toEqual([]);
  });

  it('says in what a hit was found', () => {
    expect(ask(search, '透镜').hits.map((hit) => hit.in)).toEqual([['zh'], ['zh']]);
    expect(ask(search, 'accounts').hits[0]?.in).toEqual(['en', 'title']);
  });
});

describe('within()', () => {
  it('marks a query in one document, in the order of its text', () => {
    const hits = search.within(query, parseDocumentId('tower'));
    expect(placesOf({ hits })).toEqual(['tower:s1', 'tower:s2']);
    expect(search.within(query, parseDocumentId('nowhere'))).toEqual([]);
  });
});

describe('an index', () => {
  it('is not opened over other texts than those it is of', () => {
    const units = unitsOf(harbour);
    const snapshot = buildSnapshot(
      units.slice(1).map(({ source }) => source),
      LORE,
    );
    expect(() => openIndex(snapshot, units, harbour.authority.gazetteer)).toThrow('other texts');
  });

  it('of no texts finds nothing', async () => {
    const empty = await searchIn({ ...harbour, documents: [] });
    for (const text of ['灯', '灯塔', 'lamp', 'dengta', '谁管灯塔', 'type:heading', '北灯局'])
      expect(ask(empty, text).total, text).toBe(0);
  });
});
