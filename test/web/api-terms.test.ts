import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { library } from '../library.ts';
import { glossary } from './glossary.ts';
import { reader } from './reader.ts';

const { get } = reader({ library: glossary });
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { uri: true } });
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });

describe('GET /api/v1/terms', () => {
  it('lists all as they are described, with how they are rendered', async () => {
    const { body } = await get('/api/v1/terms');
    expect(faults(body)).toEqual([]);
    expect(body.total).toBe(4);
    expect(body.items[0]).toEqual({
      id: 'lamp',
      zh: '灯',
      variants: [{ form: '燈<i>', kind: 'variant' }],
      pinyin: 'dēng',
      en: 'lamp',
      admitted: ['beacon'],
      forbidden: ['torch', `<i>"'&`],
      note: { zh: '会亮的<i>东西</i>。', en: 'What <i>shines</i>.' },
      domain: 'systems',
      source: 'texts',
      count: 27,
      renderings: [
        { form: 'lamp', kind: 'preferred', count: 22 },
        { form: 'beacon', kind: 'admitted', count: 1 },
        { form: 'torch', kind: 'forbidden', count: 1 },
        { form: null, kind: 'none', count: 2 },
      ],
    });
    expect(body.items[3]).toMatchObject({ id: 'fog', count: 0, renderings: [] });
  });

  it('knows its own answer again', async () => {
    const { headers } = await get('/api/v1/terms');
    expect((await get('/api/v1/terms').set('If-None-Match', headers.etag ?? '')).status).toBe(304);
  });

  it('is empty where there are none', async () => {
    const { body } = await reader({ library }).get('/api/v1/terms');
    expect([faults(body), body]).toEqual([[], { total: 0, items: [] }]);
  });
});

/** What is wrong with an answer by its description. */
function faults(value: unknown): string[] {
  const pointer = '/paths/~1terms/get/responses/200/content/application~1json/schema';
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
