import { describe, expect, it } from 'vitest';
import type { Search, SearchRequest, SearchResult } from '../../../server/core/search.ts';
import { documentOf, note, segment } from '../../fixture.ts';
import { library } from '../../library.ts';
import { searchIn } from '../../search/search-in.ts';
import { portLibrary } from '../port.ts';
import { reader } from '../reader.ts';

const { get } = reader({ library: portLibrary });
const at = (query: string, rest = ''): string => `/search?q=${encodeURIComponent(query)}${rest}`;
const page = async (query: string, rest = ''): Promise<string> => bodyOf((await get(at(query, rest))).text);

describe('GET /search', () => {
  it('shows each hit as a pair with what matched marked in both, and where it stands', async () => {
    const text = await page('港务局');
    expect(text).toContain('林海创办<mark>港务局</mark>');
    expect(text).toContain('founded the <mark>Port Office</mark>.');
    expect(text).toContain(`href="/read/port?q=${encodeURIComponent('港务局')}#p2"`);
    expect(text).toContain('The Book of the Port');
  });

  it('puts who goes by the query above the hits, with both names and what is known', async () => {
    const text = await page('港务局');
    expect(text.indexOf('href="/entities/office"')).toBeLessThan(text.indexOf('<mark>'));
    for (const told of ['Port Office', '港务局', 'organization', 'Words about Port Office.', 'in 2 texts'])
      expect(text).toContain(told);
  });

  it('shows the title where the match is in it', async () => {
    expect(await page('Letters')).toMatch(/Title<\/span> <span lang="en"><mark>Letters<\/mark>/);
  });

  it('shows the note where the match is in it', async () => {
    const text = bodyOf((await reader().get(at('钟 language:zh'))).text);
    expect(text).toContain('别看<mark>钟</mark>');
    const english = bodyOf((await reader().get(at('"note on 别看钟"'))).text);
    expect(english).toMatch(/Note<\/span> <span lang="en">A <mark>note on 别看钟<\/mark>/);
  });

  it('narrows by links with counts, each of which can be taken away again', async () => {
    const text = await page('港务局');
    const [, href = ''] = /href="([^"]*document=letters[^"]*)">/.exec(text) ?? [];
    const narrowed = bodyOf((await get(href.replaceAll('&amp;', '&'))).text);
    expect(narrowed).toContain('1 passage');
    expect(narrowed).not.toContain('/read/port');
    expect(narrowed).toContain(
      `href="/search?q=${encodeURIComponent('港务局')}" aria-label="Letters: remove"`,
    );
  });

  it.each(['林海 OR 港务局', 'Lin Hai OR letter'])(
    'counts in each facet what its link leaves: %s',
    async (query) => {
      const entries = [
        ...(await page(query)).matchAll(/class="label" href="([^"]+)">[^<]*<\/a>.*?"count">(\d+)/g),
      ];
      expect(entries.length).toBeGreaterThan(2);
      for (const [, href = '', count] of entries) {
        const { text } = await get(href.replaceAll('&amp;', '&'));
        expect([href, text]).toEqual([href, expect.stringMatching(new RegExp(`>${count} passages?<`))]);
      }
    },
  );

  it('keeps the query as it was typed when it is narrowed', async () => {
    const text = await page('林海 OR 港务局', '&kind=paragraph&entity=lin');
    expect(text).toContain('value="林海 OR 港务局"');
    expect(text).toContain('2 passages');
  });

  it('sorts by relevance or by place', async () => {
    const text = await page('港务局', '&sort=place');
    const order = [...text.matchAll(/<a class="number" href="[^"]*#(\w+)"/g)].map((match) => match[1]);
    expect(order).toEqual(['p2', 'p3', 'l1']);
    expect(text).toContain(`href="${at('港务局')}"`);
  });

  it('says what a slip was taken for, and looks for it as typed', async () => {
    const { get: ask } = reader({ search: told({ corrected: 'keeper', total: 1 }) });
    const text = bodyOf((await ask(at('keeepr'))).text);
    expect(text).toContain('Showing results for <bdi>keeper</bdi>.');
    expect(text).toContain('href="/search?q=%22keeepr%22"');
  });

  it('says where not all words occur together', async () => {
    const { get: ask } = reader({ search: told({ isLoose: true, total: 3 }) });
    expect((await ask(at('keeper harbour'))).text).toContain('these fit best');
  });

  it('marks what is wrong in a query, says why, suggests a better one, and runs the rest', async () => {
    const text = await page('港务局 "海关');
    expect(text).toContain('<bdi>港务局 <mark>&#34;海关</mark></bdi>');
    expect(text).toContain('The quotation mark <bdi>&#34;</bdi> has no partner.');
    expect(text).toContain('<bdi>港务局 &#34;海关&#34;</bdi>');
    expect(text).toMatch(/\d passages?</);
  });

  it('says in the language of the interface what is wrong', async () => {
    const { text } = await get(at('-docker')).set('Accept-Language', 'zh');
    expect(text).toContain('先要有所查找，才能有所排除。');
  });

  it.each([
    ['a'.repeat(201), 'at most 200 characters'],
    [Array.from({ length: 21 }, (_, index) => `a${index}`).join(' '), 'at most 20 are'],
    [`${'('.repeat(6)}a${')'.repeat(6)}`, 'at most 5 levels'],
  ])('refuses %s, says why, and keeps it in the box', async (query, why) => {
    const { status, text, headers } = await get(at(query));
    expect([status, headers['cache-control']]).toEqual([400, 'no-store']);
    expect(text).toContain(why);
    expect(text).toContain(`value="${query}"`);
  });

  it('explains its operators before anything is asked', async () => {
    const text = await page('');
    for (const operator of [
      '&#34;swarm mode&#34;',
      '-docker',
      ' OR ',
      'title:',
      'language:zh',
      'before:2015',
    ])
      expect(text).toContain(operator);
    const { text: chinese } = await get('/search').set('Accept-Language', 'zh');
    expect(chinese).toContain('早于:2015');
  });

  it.each(['/search?q=a&document=nobody', '/search?q=a&entity=nobody'])(
    'finds no page at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it.each([
    ['sort=date', 'relevance, place'],
    ['kind=poem', 'heading'],
    ['in=fr', 'zh, en, note, title'],
    ['page=0', 'from 1 to 1,?000'],
    ['page=1.5', 'whole number'],
    ['page=1&page=2', 'more than once'],
  ])('at ?q=a&%s says what may stand there', async (parameter, why) => {
    const { status, text } = await get(`/search?q=a&${parameter}`);
    expect([status, text]).toEqual([400, expect.stringMatching(new RegExp(why))]);
  });
});

describe('where nothing is found', () => {
  const query = 'lamp "dark sea" before:1999';
  const total = (text: string): number => (text === query ? 0 : text.includes('OR') ? 7 : 0);
  const { get: ask } = reader({
    search: answering(({ query: { text } }) => ({ total: total(text), hits: [] })),
  });

  it('says what was tried', async () => {
    const text = bodyOf((await ask(at(query))).text);
    expect(text).toContain('Nothing found for “<bdi>lamp &#34;dark sea&#34; before:1999</bdi>”.');
    expect(text).toContain('Looked for: <bdi>lamp</bdi> <bdi>dark sea</bdi>');
  });

  it('offers only ways that lead to something', async () => {
    const text = bodyOf((await ask(at(query))).text);
    expect(text).toMatch(
      /With any of the words<\/a> <bdi class="typed">lamp OR &#34;dark sea&#34;<\/bdi>.*7 passages/,
    );
    expect(text).not.toMatch(/Without/);
  });

  it('leads out of what the result is narrowed to', async () => {
    const text = await page('海上起雾', '&in=en');
    expect(text).toMatch(
      new RegExp(`href="/search\\?q=${encodeURIComponent('海上起雾')}">In the whole library`),
    );
  });

  it('names what begins alike', async () => {
    const text = await page('harbourmaster -fog');
    expect(text).toContain('href="/search?q=Harbour+Office"');
  });
});

describe('a long result', () => {
  const many = documentOf(
    'many',
    Array.from({ length: 45 }, (_, index) =>
      segment(`m${index}`, `第${index}盏灯亮了。`, `Lamp ${index} is lit.`),
    ),
    { description: { title: { zh: '灯', en: 'Lamps' } } },
  );
  const { get: ask } = reader({ library: { ...library, documents: [many], collections: [] } });

  it('comes in pages of twenty, with ways to the next and the one before', async () => {
    const [first, second, third] = await Promise.all(
      ['', '&page=2', '&page=3'].map(async (rest) => bodyOf((await ask(at('灯亮', rest))).text)),
    );
    expect([first, second, third].map((text) => text?.match(/class="row"/g)?.length)).toEqual([20, 20, 5]);
    expect(first).toContain('Page 1 of 3');
    expect(first).not.toContain('rel="prev"');
    expect(second).toMatch(/rel="prev" href="\/search\?q=[^"&]+">/);
    expect(second).toMatch(/rel="next" href="[^"]*page=3"/);
    expect(third).not.toContain('rel="next"');
  });

  it('has an empty page behind the last one, with a way back', async () => {
    const { status, text } = await ask(at('灯亮', '&page=7'));
    expect(status).toBe(200);
    expect(text).toContain('There are only 3 pages.');
    expect(text).toMatch(/href="[^"]*page=3">To the last page/);
  });
});

describe('a note that many share', () => {
  const text = '守塔人说：“风大时，别看钟。”';
  const noted = documentOf('noted', [
    segment('s1', text, 'The keeper spoke.', { notes: [note('n1', 's1', text, '别看钟')] }),
  ]);

  it('is marked in the reader, too', async () => {
    const { get: ask } = reader({ library: { ...library, documents: [noted], collections: [] } });
    const { text: read } = await ask(`/read/noted?q=${encodeURIComponent('"note on"')}`);
    expect(read).toContain('<p lang="en">A <mark>note on</mark> 别看钟</p>');
  });
});

describe('while search is not there', () => {
  it('waits for it', async () => {
    const opening = Promise.withResolvers<Search>();
    const asked = reader({ search: opening.promise }).get('/search?q=keeper');
    const answered = asked.then((response) => response);
    opening.resolve(await searchIn(library));
    expect((await answered).text).toContain('1 passage');
  });

  it('says so where it could not be opened, and reveals nothing', async () => {
    const search = Promise.reject(new Error('lunr broke at /secret'));
    search.catch(() => undefined);
    const { get: ask } = reader({ search });
    const { status, text } = await ask('/search?q=keeper').set('Accept-Language', 'zh');
    expect(status).toBe(503);
    expect(text).toContain('暂时无法搜索');
    expect(text).not.toMatch(/lunr|secret/);
    expect((await ask('/search')).status).toBe(200);
    expect(JSON.parse((await ask('/api/v1/search?q=keeper')).text)).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    const read = await ask('/read/lighthouse?q=keeper');
    expect([read.status, read.text]).toEqual([200, expect.stringContaining('Search is not available')]);
  });
});

/** The fixture library’s search, of which something is told otherwise. */
function told(result: Partial<SearchResult>): Promise<Search> {
  return answering(() => result);
}

async function answering(result: (request: SearchRequest) => Partial<SearchResult>): Promise<Search> {
  const search = await searchIn(library);
  return { ...search, search: (request) => ({ ...search.search(request), ...result(request) }) };
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}
