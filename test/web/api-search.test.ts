import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { TermId } from '../../server/core/term.ts';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { portLibrary } from './port.ts';
import { reader } from './reader.ts';

const { get } = reader({ library: portLibrary });
const ajv = new Ajv2020({
  strict: true,
  strictTuples: false,
  allowUnionTypes: true,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text) },
});
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });

const search = (query: string, rest = '') => get(`/api/v1/search?q=${encodeURIComponent(query)}${rest}`);

describe('GET /api/v1/search', () => {
  it('gives passages with their spans, who goes by the query, and what the result holds', async () => {
    const { body, headers } = await search('港务局');
    expect(faults('Findings', body)).toEqual([]);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({ query: '港务局', total: 3, terms: [] });
    expect(body.entities.map(({ id }: { id: string }) => id)).toContain('office');
    const hit = body.hits.find(({ segment }: { segment: string }) => segment === 'p2');
    expect(hit).toMatchObject({ document: 'port', zh: '林海创办港务局，那时叫海关。' });
    const [[start, end]] = hit.highlights.zh;
    expect(hit.zh.slice(start, end)).toBe('港务局');
    expect(hit.in).toEqual(expect.arrayContaining(['zh', 'en']));
    expect(body.facets.documents).toEqual([
      { value: 'port', count: 2 },
      { value: 'letters', count: 1 },
    ]);
  });

  it('gives the terms that go by the query, or by a word of it, in Chinese, English or pinyin', async () => {
    const term = {
      id: 'customs' as TermId,
      zh: '海关',
      variants: [],
      pinyin: 'hǎiguān',
      en: 'customs',
      admitted: [],
      forbidden: ['duty'],
      note: { zh: '查验货物的机关。', en: 'The office that examines goods.' },
      domain: 'business',
      source: 'usage',
    } as const;
    const { get: ask } = reader({ library: { ...portLibrary, terms: [term] } });
    for (const query of ['海关', 'customs', 'haiguan', '港务局 海关']) {
      const { body } = await ask(`/api/v1/search?q=${encodeURIComponent(query)}`);
      expect(faults('Findings', body)).toEqual([]);
      expect([query, body.terms]).toMatchObject([query, [{ id: 'customs', en: 'customs' }]]);
      expect((await ask(`/search?q=${encodeURIComponent(query)}`)).text).toContain(
        'href="/terms?term=customs"',
      );
    }
  });

  it('gives a part of the hits, and counts all of them', async () => {
    const all = (await search('港务局')).body;
    const part = (await search('港务局', '&limit=1&offset=1')).body;
    expect(part.total).toBe(3);
    expect(part.hits).toEqual([all.hits[1]]);
    expect((await search('港务局', '&offset=1000')).body).toMatchObject({ total: 3, hits: [] });
  });

  it('looks in one document, on one side', async () => {
    const { body } = await search('港务局', '&document=letters');
    expect(body.hits.map(({ document }: { document: string }) => document)).toEqual(['letters']);
    const english = (await search('office', '&language=en')).body;
    expect(english.hits.every((hit: { in: string[] }) => hit.in.includes('en'))).toBe(true);
  });

  it.each(['', '?q=', '?q=%20', '?q=%E2%80%8B'])('finds nothing for nothing: %s', async (query) => {
    const { status, body } = await get(`/api/v1/search${query}`);
    expect([status, body.total, body.hits]).toEqual([200, 0, []]);
    expect(faults('Findings', body)).toEqual([]);
  });

  it('says what is wrong in a query, where, and how it would be right', async () => {
    const response = await search('  港务局 "海关').set('Accept-Language', 'en');
    expect([response.status, response.headers['content-type']]).toEqual([400, 'application/problem+json']);
    const problem = JSON.parse(response.text);
    expect(faults('Problem', problem)).toEqual([]);
    expect(problem).toMatchObject({
      status: 400,
      code: 'unbalanced-quote',
      detail: 'The quotation mark " has no partner.',
      position: { start: 6, end: 9 },
      suggestion: '港务局 "海关"',
    });
  });

  it('tells all that is wrong', async () => {
    const problem = JSON.parse((await search('OR before:now keeper "')).text);
    expect(problem.faults.map(({ code }: { code: string }) => code)).toEqual([
      'lone-operator',
      'bad-date',
      'unbalanced-quote',
    ]);
    expect(faults('Problem', problem)).toEqual([]);
  });

  it.each([
    ['a'.repeat(201), 'query-long', 200],
    [Array.from({ length: 21 }, () => 'a').join(' '), 'query-many', 40],
    [`${'('.repeat(6)}a`, 'query-deep', 5],
  ])('refuses %s', async (query, code, start) => {
    const problem = JSON.parse((await search(query)).text);
    expect(problem).toMatchObject({ status: 400, code, position: { start } });
    expect(faults('Problem', problem)).toEqual([]);
  });

  it.each([
    ['&limit=0', 400],
    ['&limit=101', 400],
    ['&limit=ten', 400],
    ['&offset=-1', 400],
    ['&language=fr', 400],
    ['&document=nobody', 404],
    ['&q=again', 400],
  ])('with %s is refused', async (rest, status) => {
    const response = await search('港务局', rest);
    const problem = JSON.parse(response.text);
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(faults('Problem', problem)).toEqual([]);
  });
});

describe('GET /api/v1/suggest', () => {
  it('gives names and titles that begin so, each with its page', async () => {
    const { body, headers } = await get('/api/v1/suggest?q=port');
    expect(faults('Suggestions', body)).toEqual([]);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.items).toContainEqual({
      kind: 'entity',
      id: 'office',
      text: 'Port Office',
      type: 'organisation',
      href: '/entities/office',
    });
    expect((await get('/api/v1/suggest?q=Letters')).body.items).toContainEqual({
      kind: 'document',
      id: 'letters',
      text: 'Letters',
      href: '/read/letters',
    });
  });

  it('gives as many as are asked for', async () => {
    expect((await get('/api/v1/suggest?q=l&limit=1')).body.items).toHaveLength(1);
    expect((await get('/api/v1/suggest?q=l&limit=21')).status).toBe(400);
    expect((await get(`/api/v1/suggest?q=${'l'.repeat(201)}`)).status).toBe(400);
  });

  it.each(['', '?q=', '?q=%20%09'])('has nothing to say to nothing: %s', async (query) => {
    expect((await get(`/api/v1/suggest${query}`)).body).toEqual({ items: [] });
  });
});

/** What is wrong with `value` by the schema called `name`. */
function faults(name: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
