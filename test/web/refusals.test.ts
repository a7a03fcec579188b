import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../server/core/document.ts';
import { library } from '../library.ts';
import { reader } from './reader.ts';

const { get, send } = reader();

describe('a request that cannot be answered', () => {
  it.each([
    '/nowhere',
    '/read/unknown',
    '/read/LIGHTHOUSE',
    '/read/',
    '/read/a%2Fb',
    '/read/..%2f..%2fpackage.json',
    '/read/%00',
    `/read/${'a'.repeat(3000)}`,
    '/%',
    '//evil.example/',
    '/assets/..%2fapp.ts',
    '/assets/constructor',
  ])('at %s finds no page', async (path) => {
    const { status, text, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('No such page');
  });

  it.each([
    ['/read/%E0%A4%A', 'percent sign'],
    ['/read/lighthouse?view=ruby', 'parallel, stacked, interlinear, zh, en'],
    ['/read/lighthouse?view=', 'parallel, stacked, interlinear, zh, en'],
    ['/read/lighthouse?view=interlinear&pinyin=some', 'all, new, none'],
    [`/words?text=${'a'.repeat(201)}`, '200'],
    ['/read/lighthouse?reveal=yes', 'reveal'],
    ['/read/lighthouse?notes=2', 'notes'],
    ['/read/lighthouse?view=zh&view=en', 'more than once'],
    ['/search?q=a&q=b', 'more than once'],
    [`/search?q=${'a'.repeat(201)}`, 'at most 200 characters'],
    [`/?${'x'.repeat(10_000)}`, 'at most 2000 characters'],
  ])('at %s says why', async (path, why) => {
    const { status, text } = await get(path);
    expect(status).toBe(400);
    expect(text).toContain(why);
  });

  it('says so in the language of whoever asks', async () => {
    const { text, headers } = await get('/nowhere').set('Accept-Language', 'zh-CN');
    expect(headers['content-language']).toBe('zh-Hans');
    expect(text).toContain('没有这一页');
  });

  it('can be read in the other language at the same address', async () => {
    const { text } = await get('//evil.example/');
    expect(text).toContain('href="?lang=zh-Hans"');
    expect(text).not.toContain('evil');
  });

  it.each(['post', 'put', 'patch', 'delete', 'options'] as const)(
    'to %s says that there is only reading',
    async (method) => {
      const { status, headers, text } = await send[method]('/read/lighthouse');
      expect(status).toBe(405);
      expect(headers.allow).toBe('GET, HEAD');
      expect(text).toContain('Read only');
    },
  );

  it('is not kept by caches', async () => {
    expect((await get('/nowhere')).headers['cache-control']).toBe('no-store');
  });

  it('ignores parameters that no page knows', async () => {
    const [plain, odd] = await Promise.all([
      get('/'),
      get('/?utm_source=x&view=nonsense&utm_source=y&__proto__=1'),
    ]);
    expect([odd.status, odd.text]).toEqual([200, plain.text]);
  });
});

describe('an address in other letters', () => {
  it.each(['/READ/lighthouse', '/About', '/API/v1/documents', '/api/v1/DOCUMENTS'])(
    '%s is another one, and none of ours',
    async (path) => {
      expect((await reader().get(path)).status).toBe(404);
    },
  );
});

describe('a bug', () => {
  it('is logged, and the page reveals nothing of it', async () => {
    const logged: object[] = [];
    const log = { info: () => undefined, error: (fields: object) => logged.push(fields) };
    const [collection] = library.collections;
    const broken = {
      ...library,
      collections: [{ ...collection, documents: undefined }],
    } as unknown as Library;
    const { status, text, headers } = await reader({ library: broken, log }).get('/');
    expect(status).toBe(500);
    expect(text).toContain('Something broke');
    expect(text).not.toMatch(/undefined|TypeError|server\/web|node_modules/);
    expect(headers.etag).toBeUndefined();
    expect(logged).toEqual([{ err: expect.any(TypeError), path: '/' }]);
  });
});

describe('any address', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'read',
      'lighthouse',
      'api',
      'v1',
      'documents',
      'search',
      'assets',
      '..',
      '.',
      '',
      '%00',
      '%2f',
      '%',
      '%ff',
      '__proto__',
    ),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.webPath(),
  );
  const parameter = fc.tuple(
    fc.constantFrom('view', 'reveal', 'notes', 'lang', 'q', 'view[]', '__proto__', ''),
    fc.oneof(fc.constantFrom('zh', 'en', '1', '0', '%', '%00', '%ff', '+'), fc.webQueryParameters()),
  );

  it('is answered with a page or a refusal, never with a bug', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 4 }),
        fc.array(parameter, { maxLength: 3 }),
        async (path, query) => {
          const address = `/${path.join('/')}?${query.map((pair) => pair.join('=')).join('&')}`;
          const { status } = await get(address);
          expect([200, 400, 404]).toContain(status);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('may come with any header', async () => {
    const names = fc.constantFrom(
      'Accept',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
      'If-None-Match',
      'Host',
      'Range',
      'X-Forwarded-For',
      'Origin',
    );
    // All of them together are less than Node reads of a head.
    const values = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'*/;,=q.01-"W\\<>[]{}%: aZ') }),
      fc.constantFrom('lang=%', 'lang=en; lang=zh-Hans', 'br;q=0, *', 'W/"x", *', '[::1', 'a'.repeat(1500)),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, values), async (headers) => {
        const { status } = await get('/read/lighthouse').set(headers);
        expect([200, 304]).toContain(status);
      }),
      { numRuns: 100 },
    );
  });
});
