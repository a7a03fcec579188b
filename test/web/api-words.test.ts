import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { portLibrary } from './port.ts';
import { reader } from './reader.ts';

const { get, send } = reader({ library: portLibrary });
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { uri: true } });
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });
const ask = (text: string, more = '') => get(`/api/v1/words?text=${encodeURIComponent(text)}${more}`);
const post = (text: string | Buffer, type = 'text/plain') =>
  send
    .post('/api/v1/words')
    .set('Content-Type', type)
    .send(text as string);
const textsIn = (body: { words: { text: string }[] }) => body.words.map(({ text }) => text);

describe('GET /api/v1/words', () => {
  it('gives the words of a text as they are described', async () => {
    const { body, headers } = await ask('港务局重新设计。𠮷 a');
    const validate = ajv.compile({ $ref: 'api#/components/schemas/Words' });
    validate(body);
    expect(validate.errors ?? []).toEqual([]);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(textsIn(body)).toEqual(['港务局', '重新', '设计', '。', '𠮷', ' ', 'a']);
    expect(body.words[0]).toMatchObject({
      start: 0,
      end: 3,
      pinyin: 'gǎngwùjú',
      entity: 'office',
    });
    expect(body.words[0].senses.map(({ source }: { source: string }) => source)).toEqual([
      'entity',
      'dictionary',
    ]);
    expect(body.words[1]).toMatchObject({
      pinyin: 'chóngxīn',
      senses: [{ source: 'dictionary', pinyin: 'chóngxīn', simplified: '重新' }],
    });
    expect(body.words[3]).toEqual({ text: '。', start: 7, end: 8, pinyin: null, senses: [] });
    expect(body.words[4]).toMatchObject({ start: 8, end: 10, senses: [] });
  });

  it('gives the parts of a word that nobody knows, and of no other', async () => {
    const { words } = (await ask('微服务、银行')).body;
    const parts = words.filter((word: object) => 'parts' in word);
    expect(parts.every((word: { senses: object[] }) => word.senses.length === 0)).toBe(true);
  });

  it('tells tones as they are spoken if asked', async () => {
    expect((await ask('不是', '&spoken=1')).body.words[0].pinyin).toBe('búshì');
    expect((await ask('不是')).body.words[0].pinyin).toBe('bùshì');
  });

  it('takes 1,000 characters, those of four bytes too', async () => {
    for (const one of ['中', '𠮷', 'a']) expect((await ask(one.repeat(1000))).status).toBe(200);
  });

  it('has no words of nothing', async () => {
    expect((await ask('')).body).toEqual({ words: [] });
  });

  it.each([
    ['/api/v1/words', 'missing'],
    ['/api/v1/words?text=a&text=b', 'more than once'],
    [`/api/v1/words?text=${encodeURIComponent('中'.repeat(1001))}`, '1000'],
    [`/api/v1/words?text=${'a'.repeat(14_000)}`, '13000'],
    ['/api/v1/words?text=a&spoken=yes', '1, 0'],
  ])('refuses %#', async (path, why) => {
    const { status, headers, text } = await get(path);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid', detail: expect.stringContaining(why) });
  });

  it('knows no other documents than there are', async () => {
    expect((await ask('一', '&document=nowhere')).status).toBe(404);
    expect((await ask('一', '&document=port')).status).toBe(200);
  });
});

describe('POST /api/v1/words', () => {
  it.each(['text/plain', 'text/plain; charset=UTF-8', 'Text/Plain;charset="utf-8"'])(
    'takes %s',
    async (type) => {
      const { status, body, headers } = await post('银行的\n行动', type);
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(textsIn(body)).toEqual(['银行', '的', '\n', '行动']);
    },
  );

  it('takes 20,000 characters, and none more', async () => {
    const { status, body } = await post('这是一段没有标点的长文字'.repeat(2000).slice(0, 20_000));
    expect([status, textsIn(body).join('').length]).toEqual([200, 20_000]);
    const long = await post('中'.repeat(20_001));
    expect([long.status, JSON.parse(long.text).code]).toEqual([400, 'invalid']);
  });

  it('refuses what is much longer before it has read it', async () => {
    const { status, headers, text } = await post('中'.repeat(100_000));
    expect([status, headers['content-type'], JSON.parse(text).code]).toEqual([
      413,
      'application/problem+json',
      'too-large',
    ]);
  });

  it.each([
    'application/json',
    'text/html',
    'application/x-www-form-urlencoded',
    'text/plain; charset=gbk',
    'text/plainer',
  ])('refuses %s', async (type) => {
    const { status, headers, text } = await post('{}', type);
    expect([status, headers['content-type'], JSON.parse(text).code]).toEqual([
      415,
      'application/problem+json',
      'media-type',
    ]);
  });

  it('refuses what has no type, or is compressed', async () => {
    expect((await send.post('/api/v1/words')).status).toBe(415);
    expect((await post('银行').set('Content-Encoding', 'gzip')).status).toBe(415);
  });

  it('refuses what is no UTF-8', async () => {
    const { status, text } = await post(Buffer.from([0xd6, 0xd0, 0xff]));
    expect([status, JSON.parse(text).detail]).toEqual([400, expect.stringContaining('UTF-8')]);
  });

  it('answers in JSON whatever a browser asks for, and whatever the text is', async () => {
    const { headers, body } = await post('<script>alert(1)</script>').set('Accept', 'text/html');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(textsIn(body).join('')).toBe('<script>alert(1)</script>');
  });

  it('is answered at this address alone', async () => {
    for (const path of ['/api/v1/documents', '/', '/api/v1/words/', '/api/v1/WORDS'])
      expect((await send.post(path).set('Content-Type', 'text/plain').send('一')).status).toBe(405);
    const { status, headers } = await send.put('/api/v1/words');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });
});
