import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { portLibrary } from './port.ts';
import { reader } from './reader.ts';

const { get } = reader({ library: portLibrary });
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { uri: true } });
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });
const faultsIn = (schema: object, body: unknown) => {
  const validate = ajv.compile(schema);
  validate(body);
  return validate.errors ?? [];
};
const uses = (word: string, more = '') => get(`/api/v1/words/uses?word=${encodeURIComponent(word)}${more}`);
const of = (name: string) => ({ $ref: `api#/components/schemas/${name}` });

describe('GET /api/v1/words/uses', () => {
  it('gives every segment where a word stands, as it is described', async () => {
    const { status, body, headers } = await uses('港务局');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body.total).toBe(2);
    expect(body.items.flatMap((item: unknown) => faultsIn(of('WordUse'), item))).toEqual([]);
    expect(body.items[0]).toEqual({
      document: 'port',
      segment: 'p2',
      title: { zh: '海港志', en: 'The Book of the Port' },
      zh: '林海创办港务局，那时叫海关。',
      en: 'Lin Hai founded the Port Office.',
      highlights: { zh: [[4, 7]], en: [[20, 31]] },
    });
  });

  it('leaves out one place, and gives a part of the rest', async () => {
    const { body } = await uses('港务局', '&document=port&segment=p2');
    expect([body.total, body.items.map(({ segment }: { segment: string }) => segment)]).toEqual([1, ['p3']]);
    const part = (await uses('港务局', '&limit=1&offset=1')).body;
    expect([part.total, part.items.map(({ segment }: { segment: string }) => segment)]).toEqual([2, ['p3']]);
    expect((await uses('港务局', '&offset=1000000')).body).toEqual({ total: 2, items: [] });
  });

  it('marks nothing where it is open what renders the word', async () => {
    const { body } = await uses('信');
    for (const { highlights } of body.items) expect(highlights.en).toEqual([]);
  });

  it.each(['没有这个词', '<i>"\'&', 'a', '__proto__', '，', '𠮷\u200f'])('has none of %s', async (word) => {
    expect((await uses(word)).body).toEqual({ total: 0, items: [] });
  });

  it.each([
    ['', 400],
    ['?word=', 400],
    ['?word=a&word=b', 400],
    [`?word=${'a'.repeat(101)}`, 400],
    ['?word=a&limit=0', 400],
    ['?word=a&limit=101', 400],
    ['?word=a&offset=-1', 400],
    ['?word=a&document=port', 400],
    ['?word=a&segment=p2', 400],
    ['?word=a&document=nowhere&segment=p2', 404],
    ['?word=a&document=port&segment=nowhere', 404],
    ['?word=a&document=port&segment=%00', 404],
  ])('refuses %s with %i', async (query, expected) => {
    const { status, headers } = await get(`/api/v1/words/uses${query}`);
    expect([status, headers['content-type']]).toEqual([expected, 'application/problem+json']);
  });
});

describe('GET /api/v1/words of a segment', () => {
  const path = '/api/v1/words?document=port&segment=p2';

  it('gives its words with the sense that its English has', async () => {
    const { status, body } = await get(path);
    expect([status, faultsIn(of('Words'), body)]).toEqual([200, []]);
    expect(body.words.map(({ text }: { text: string }) => text).join('')).toBe(
      '林海创办港务局，那时叫海关。',
    );
    const founded = body.words.find(({ text }: { text: string }) => text === '创办');
    expect(founded.here).toEqual({ en: 'found', isFromGloss: true });
    expect(body.words.find(({ text }: { text: string }) => text === '，').here).toBeUndefined();
  });

  it('can be asked whether it is still right', async () => {
    const { headers } = await get(path);
    expect(headers['cache-control']).toBe('private, no-cache');
    const again = await get(path).set('If-None-Match', headers.etag ?? '');
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('has no words where the text is not at hand', async () => {
    expect((await get('/api/v1/words?document=letters&segment=l1')).body).toEqual({ words: [] });
  });

  it('is not asked where there is a text', async () => {
    const { body, headers } = await get(`${path}&text=${encodeURIComponent('海')}`);
    expect([body.words.length, headers['cache-control']]).toEqual([1, 'no-store']);
  });

  it.each([
    ['segment=p2', 400],
    ['document=port', 400],
    ['document=nowhere&segment=p2', 404],
    ['document=port&segment=nowhere', 404],
    ['document=port&segment=p2&segment=p3', 400],
  ])('refuses %s with %i', async (query, expected) => {
    const { status, headers } = await get(`/api/v1/words?${query}`);
    expect([status, headers['content-type']]).toEqual([expected, 'application/problem+json']);
  });
});
