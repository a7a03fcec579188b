import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { library } from '../library.ts';
import { reader } from './reader.ts';

const { get, send } = reader();
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text) },
});
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });

describe('GET /api/v1/openapi.json', () => {
  it('is an OpenAPI 3.1 description', async () => {
    const { body, headers } = await get('/api/v1/openapi.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await new Validator().validate(body)).toEqual({ valid: true });
    expect(body.openapi).toMatch(/^3\.1\./);
  });

  it('describes every address that answers', async () => {
    for (const path of Object.keys(OPENAPI.paths)) {
      expect(
        (
          await get(
            `/api/v1${path
              .replace('{document}', 'lighthouse')
              .replace('{entity}', 'logbook')
              .replace('{event}', 'calm')
              .replace(/words$/, 'words?text=%E7%81%AF')
              .replace(/uses$/, 'uses?word=%E7%81%AF')}`,
          )
        ).status,
      ).toBe(200);
    }
  });
});

describe('GET /api/v1/documents', () => {
  it('lists the documents in the order of the shelf, with counts and without segments', async () => {
    const { body } = await get('/api/v1/documents');
    expect(faults('/paths/~1documents/get/responses/200/content/application~1json/schema', body)).toEqual([]);
    expect(body.total).toBe(3);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual(['lighthouse', 'absent', 'unglossed']);
    expect(body.items[0]).toMatchObject({
      title: { zh: '灯塔', en: 'The Lighthouse' },
      date: '2014-12',
      counts: { segments: 17, glossable: 16, glossed: 14, notes: 2 },
    });
    expect(body.items[0].segments).toBeUndefined();
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await get('/api/v1/documents');
    expect((await get('/api/v1/documents').set('If-None-Match', headers.etag ?? '')).status).toBe(304);
  });
});

describe('GET /api/v1/documents/:document', () => {
  it.each(library.documents.map((document) => document.id))('gives %s as it is described', async (id) => {
    const { body } = await get(`/api/v1/documents/${id}`);
    expect(faults('/components/schemas/Document', body)).toEqual([]);
    expect(body.id).toBe(id);
  });

  it('gives each segment with its layers, debris too', async () => {
    const { segments, retired } = (await get('/api/v1/documents/lighthouse')).body;
    expect(segments[0]).toMatchObject({
      id: 's0',
      debris: true,
      zh: '首页 > 文章',
      en: null,
      status: 'missing',
    });
    expect(segments[2]).toMatchObject({
      id: 's2',
      block: 'b2',
      kind: 'paragraph',
      level: 0,
      en: 'Its light sweeps the sea every ten seconds.',
      mentions: [],
      mentionsEn: [],
      notes: [{ id: 'n1', language: 'zh', start: 4, end: 8, quote: '每隔十秒', kind: 'context' }],
    });
    expect(segments[12].cell).toEqual({ row: 0, column: 0, head: true });
    expect(retired).toEqual({ old: ['s3'], older: ['old'], gone: [] });
  });

  it('gives no link that leads to a script', async () => {
    const { text } = await get('/api/v1/documents/lighthouse');
    expect(text).toContain('https://example.org/sea');
    expect(text).not.toContain('javascript:');
  });
});

describe('a refusal of the API', () => {
  it.each([
    ['/api/v1/documents/unknown', 404, 'not-found'],
    ['/api/v1/nothing', 404, 'not-found'],
    ['/api/', 404, 'not-found'],
    ['/api/v1/documents/%E0%A4%A', 400, 'invalid'],
    [`/api/v1/documents?${'x'.repeat(2001)}`, 400, 'invalid'],
  ])('at %s is problem details', async (path, status, code) => {
    const response = await get(path).set('Accept-Language', 'zh');
    expect([response.status, response.headers['content-type']]).toEqual([status, 'application/problem+json']);
    const problem = JSON.parse(response.text);
    expect(faults('/components/schemas/Problem', problem)).toEqual([]);
    expect(problem).toMatchObject({
      type: 'about:blank',
      status,
      code,
      title: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it('says that there is only reading', async () => {
    const { status, headers, text } = await send.post('/api/v1/documents').send({ title: 'x' });
    expect([status, headers.allow, JSON.parse(text).code]).toEqual([405, 'GET, HEAD', 'method']);
  });
});

/** What is wrong with `value` by the schema that stands at `pointer` of the description. */
function faults(pointer: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
