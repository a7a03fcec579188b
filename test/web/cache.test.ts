import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { conversion } from '../../server/context.ts';
import { sentences } from '../../server/texts.ts';
import { createApp } from '../../server/web/app.ts';
import { PageStore } from '../../server/web/page-store.ts';
import { encodingFor } from '../../server/web/rendition.ts';
import { serve } from '../../server/web/serve.ts';
import { lexiconOver } from '../lexicon.ts';
import { library } from '../library.ts';
import { messages } from '../messages.ts';
import { searchIn } from '../search/search-in.ts';
import { assets, reader } from './reader.ts';

const { get, send } = reader();

describe('a page', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['deflate', undefined],
    ['', undefined],
  ])('for a browser that takes %s comes as %s', async (accepted, encoding) => {
    const { headers } = await get('/').set('Accept-Encoding', accepted);
    expect(headers['content-encoding']).toBe(encoding);
  });

  it('says the same in every encoding', async () => {
    const { url, stop } = await serve(
      createApp({
        library,
        assets,
        locales: messages,
        search: searchIn(library),
        lexicon: lexiconOver(library),
        conversion,
        sentences,
      }),
      {
        host: '127.0.0.1',
        port: 0,
      },
    );
    const [plain, brotli, gzip] = await Promise.all(
      ['identity', 'br', 'gzip'].map((encoding) => bytes(`${url}/read/lighthouse`, encoding)),
    );
    await stop();
    expect(String(plain)).toContain('The Lighthouse');
    expect(String(brotliDecompressSync(brotli ?? ''))).toBe(String(plain));
    expect(String(gunzipSync(gzip ?? ''))).toBe(String(plain));
  });

  it('has a strong tag for each of its encodings', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async (one) => (await get('/').set('Accept-Encoding', one)).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await get('/read/lighthouse');
    const tag = headers.etag ?? '';
    for (const known of [tag, `"other", W/${tag}`, '*']) {
      const again = await get('/read/lighthouse').set('If-None-Match', known);
      expect([again.status, again.text]).toEqual([304, '']);
      expect(again.headers).toMatchObject({
        etag: tag,
        vary: headers.vary,
        'cache-control': 'private, no-cache',
      });
    }
    expect((await get('/read/lighthouse').set('If-None-Match', '"other"')).status).toBe(200);
  });

  it('has another tag in another language, view or document', async () => {
    const tags = await Promise.all(
      ['', '?lang=zh-Hans', '?view=zh', '?reveal=1', '?notes=0'].map(
        async (query) => (await get(`/read/lighthouse${query}`)).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(5);
  });

  it('is described by HEAD as by GET, without its bytes', async () => {
    const [head, got] = await Promise.all(
      [send.head('/read/lighthouse'), get('/read/lighthouse')].map((one) => one.set('Accept-Encoding', 'br')),
    );
    const { date: _, ...described } = head?.headers ?? {};
    expect(described['content-encoding']).toBe('br');
    expect(got?.headers).toMatchObject(described);
    expect([head?.status, head?.text]).toEqual([200, undefined]);
  });
});

describe('PageStore', () => {
  it('renders once what several ask for at once, in any encoding', async () => {
    const store = new PageStore();
    let times = 0;
    const render = (): string => {
      times += 1;
      return `rendered ${times}`;
    };
    const renditions = await Promise.all([
      store.get('a', 'br', render),
      store.get('a', 'gzip', render),
      store.get('a', 'identity', render),
      store.get('a', 'br', render),
    ]);
    await store.get('a', 'gzip', render);
    expect(times).toBe(1);
    expect(renditions[2]?.body.toString()).toBe('rendered 1');
  });

  it('stays within its bytes, and still answers what is too large to keep', async () => {
    const store = new PageStore(5000);
    const noise = (seed: number): string =>
      Array.from({ length: 800 }, (_, index) => ((index * seed * 7919) % 9973).toString(36)).join('');
    for (let seed = 1; seed < 20; seed += 1) {
      await store.get(`page ${seed}`, 'br', () => noise(seed));
      expect(store.size).toBeLessThanOrEqual(5000);
    }
    const { body } = await store.get('large', 'identity', () => noise(3).repeat(20) + noise(11));
    expect(body.toString()).toBe(noise(3).repeat(20) + noise(11));
  });

  it('keeps nothing of a page that fails', async () => {
    const store = new PageStore();
    const fail = (): string => {
      throw new Error('no page');
    };
    await expect(store.get('a', 'gzip', fail)).rejects.toThrow('no page');
    expect((await store.get('a', 'identity', () => 'a page')).body.toString()).toBe('a page');
  });
});

describe('encodingFor', () => {
  it('is nothing special without a header', () => {
    expect(encodingFor(undefined)).toBe('identity');
  });
});

/** The bytes of an answer as they were sent. */
function bytes(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
}
