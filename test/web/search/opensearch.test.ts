import { describe, expect, it } from 'vitest';
import type { Parts } from '../../../server/web/app.ts';
import { library } from '../../library.ts';
import { reader } from '../reader.ts';

const get = (path: string, parts: Partial<Parts> = {}) => reader(parts).get(path);
/** As bytes, because the client of the test takes it for no text. */
const described = (parts?: Partial<Parts>) => get('/opensearch.xml', parts).responseType('blob');

describe('GET /opensearch.xml', () => {
  it('tells a browser where to search, at the host that it asked', async () => {
    const { status, headers, body } = await described().set('Host', 'duidu.example:8080');
    expect([status, headers['content-type']]).toEqual([
      200,
      'application/opensearchdescription+xml; charset=utf-8',
    ]);
    const text = String(body);
    expect(text).toContain('<ShortName>对读 Duidu</ShortName>');
    expect(text).toContain('template="http://duidu.example:8080/search?q={searchTerms}"');
  });

  it('speaks the language of the interface', async () => {
    const { body, headers } = await described().set('Accept-Language', 'zh');
    expect(headers['content-language']).toBe('zh-Hans');
    expect(String(body)).toContain('搜索中文或英文');
  });

  it.each(['localhost', '127.0.0.1:3000', '[::1]:3000', 'a.b-c.example'])(
    'takes %s for a host',
    async (host) => {
      expect(String((await described().set('Host', host)).body)).toContain(`"http://${host}/search`);
    },
  );

  it.each([
    'evil.example/x',
    'a"b',
    '<script>',
    'a b',
    '',
    '-a',
    'a:port',
    'user@a',
    `${'a'.repeat(300)}.example`,
  ])('does not take %s for a host', async (host) => {
    const { status, text } = await get('/opensearch.xml').set('Host', host);
    expect(status).toBe(400);
    expect(text).not.toContain('evil');
  });

  it('makes nothing of the library’s title into markup', async () => {
    const titled = { ...library, title: { zh: '<读>', en: '"A & B"' } };
    const { body } = await described({ library: titled });
    expect(String(body)).toContain('<ShortName>&lt;读&gt; &#34;A &amp; B&#34;</ShortName>');
  });

  it('is linked from every page', async () => {
    expect((await get('/about')).text).toContain('<link rel="search" href="/opensearch.xml"');
  });
});
