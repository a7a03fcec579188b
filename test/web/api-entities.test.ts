import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { portLibrary } from './port.ts';
import { reader } from './reader.ts';

const { get } = reader({ library: portLibrary });
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text) },
});
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });

describe('GET /api/v1/entities', () => {
  it('lists all, with counts and without what is counted', async () => {
    const { body } = await get('/api/v1/entities');
    expect(faults('/paths/~1entities/get/responses/200/content/application~1json/schema', body)).toEqual([]);
    expect(body.total).toBe(5);
    expect(body.items[0]).toMatchObject({
      id: 'office',
      type: 'organisation',
      name: { zh: '港务局', en: 'Port Office' },
      aliases: [
        { form: '海关', language: 'zh', kind: 'former' },
        { form: 'Harbour Office', language: 'en', kind: 'variant' },
        { form: '港勿局', language: 'zh', kind: 'typo' },
      ],
      from: '1890',
      homepage: 'https://port.example/',
      counts: { mentions: 7, times: 5, documents: 2, relations: 2 },
    });
    for (const absent of ['mentions', 'relations', 'repository'])
      expect(body.items[0]).not.toHaveProperty(absent);
    expect(body.items[4].document).toBe('port');
  });

  it.each([
    ['港务局', ['office']],
    ['PORT　ＯＦＦＩＣＥ', ['office']],
    ['海关', ['office']],
    [`<i>"'&`, ['odd']],
    ['港', []],
    ['', []],
  ])('finds who goes by “%s”', async (name, ids) => {
    const { body } = await get(`/api/v1/entities?name=${encodeURIComponent(name)}`);
    expect(faults('/paths/~1entities/get/responses/200/content/application~1json/schema', body)).toEqual([]);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(body.total).toBe(ids.length);
  });

  it('keeps no answer to a name, but knows its own again', async () => {
    const { headers } = await get('/api/v1/entities?name=x');
    expect((await get('/api/v1/entities?name=x').set('If-None-Match', headers.etag ?? '')).status).toBe(304);
  });

  it.each([`name=${'a'.repeat(201)}`, 'name=a&name=b'])('refuses %s', async (query) => {
    const { status, headers, text } = await get(`/api/v1/entities?${query}`);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(text).code).toBe('invalid');
  });

  it('ignores what it does not know', async () => {
    expect((await get('/api/v1/entities?sort=size')).body.total).toBe(5);
  });
});

describe('GET /api/v1/entities/:entity', () => {
  it.each([...portLibrary.authority.entities.keys()])('gives %s as it is described', async (id) => {
    const { body } = await get(`/api/v1/entities/${id}`);
    expect(faults('/components/schemas/Entity', body)).toEqual([]);
    expect(body.id).toBe(id);
  });

  it('gives its relations with the evidence that still stands', async () => {
    const { relations } = (await get('/api/v1/entities/office')).body;
    expect(relations).toEqual([
      {
        type: 'founded-by',
        entity: 'lin',
        evidence: [{ document: 'port', segment: 'p2', language: 'zh', start: 0, end: 4, quote: '林海创办' }],
      },
      {
        type: 'part-of',
        entity: 'odd',
        evidence: [
          { document: 'letters', segment: 'l2', language: 'zh', start: 0, end: 4, quote: '不在此处' },
        ],
      },
    ]);
  });

  it('gives its mentions, in the order of the texts', async () => {
    const { mentions } = (await get('/api/v1/entities/office')).body;
    expect(mentions[0]).toEqual({
      document: 'port',
      segment: 'p2',
      language: 'zh',
      start: 4,
      end: 7,
      quote: '港务局',
    });
    expect(mentions.at(-1)).toMatchObject({ document: 'letters', language: 'en', quote: 'Port Office' });
  });

  it.each(['nobody', 'OFFICE', '..%2fdocuments', '__proto__'])('has no %s', async (id) => {
    const { status, text } = await get(`/api/v1/entities/${id}`);
    expect([status, JSON.parse(text).code]).toEqual([404, 'not-found']);
  });
});

describe('the segments of a document', () => {
  it('hold their mentions on both sides', async () => {
    const { body } = await get('/api/v1/documents/port');
    expect(faults('/components/schemas/Document', body)).toEqual([]);
    expect(body.segments[1].mentions).toEqual([
      { entity: 'lin', start: 0, end: 2, quote: '林海' },
      { entity: 'office', start: 4, end: 7, quote: '港务局' },
      { entity: 'office', start: 11, end: 13, quote: '海关' },
    ]);
    expect(body.segments[1].mentionsEn).toEqual([
      { entity: 'lin', start: 0, end: 7, quote: 'Lin Hai' },
      { entity: 'office', start: 20, end: 31, quote: 'Port Office' },
    ]);
  });
});

/** What is wrong with `value` by the schema that stands at `pointer` of the description. */
function faults(pointer: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
