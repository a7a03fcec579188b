import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/core/query.ts';
import { harbour } from './harbour.ts';
import { ask, searchIn } from './search-in.ts';

const search = await searchIn(harbour);

describe('facets', () => {
  it('count the whole result, whatever part of it is shown', () => {
    const query = parseQuery('灯');
    const all = search.search({ query, limit: 100, offset: 0, sort: 'relevance' });
    const part = search.search({ query, limit: 1, offset: 1, sort: 'place' });
    expect(part.hits).toHaveLength(1);
    expect(part.facets).toEqual(all.facets);
    const sum = (counts: readonly { count: number }[]): number =>
      counts.reduce((total, { count }) => total + count, 0);
    expect([sum(all.facets.documents), sum(all.facets.kinds)]).toEqual([all.total, all.total]);
  });

  it('say what each hit is, in what it was found, and who is named in it; the commonest first', () => {
    const { facets } = ask(search, '北灯局');
    expect(facets).toEqual({
      documents: [
        { value: 'quay', count: 1 },
        { value: 'tower', count: 1 },
      ],
      places: [
        { value: 'zh', count: 2 },
        { value: 'en', count: 1 },
      ],
      kinds: [{ value: 'paragraph', count: 2 }],
      entities: [{ value: 'office', count: 2 }],
    });
  });

  it('of nothing are empty', () => {
    expect(ask(search, '"没有"').facets).toEqual({ documents: [], places: [], kinds: [], entities: [] });
  });
});
