import { describe, expect, it } from 'vitest';
import { reader } from './reader.ts';

const { get } = reader();

describe('the language of the interface', () => {
  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW,zh;q=0.8,en;q=0.5', 'zh-Hans'],
    ['zh-Hant-HK', 'zh-Hans'],
    ['fr, zh-SG;q=0.4, en;q=0.3', 'zh-Hans'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['zh;q=0.2, en', 'en'],
    ['ja', 'en'],
    ['*', 'en'],
    [';;;q=x,,', 'en'],
  ])('for a browser that wants %s is %s', async (wanted, language) => {
    const { headers, text } = await get('/').set('Accept-Language', wanted);
    expect(headers['content-language']).toBe(language);
    expect(text).toContain(`<html lang="${language}"`);
  });

  it('is what the cookie says, whatever the browser wants', async () => {
    const { headers } = await get('/').set('Cookie', 'a=b; lang=zh-Hans').set('Accept-Language', 'en');
    expect(headers['content-language']).toBe('zh-Hans');
  });

  it('is what the browser wants where the cookie makes no sense', async () => {
    const { headers } = await get('/')
      .set('Cookie', 'lang=<script>; xlang=zh-Hans')
      .set('Accept-Language', 'en');
    expect(headers['content-language']).toBe('en');
  });

  it('is what the address says, and the only cookie remembers it', async () => {
    const { headers, text } = await get('/read/lighthouse?lang=zh-Hans').set('Cookie', 'lang=en');
    expect(headers['content-language']).toBe('zh-Hans');
    expect(text).toContain('林海');
    expect(headers['set-cookie']).toHaveLength(1);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^lang=zh-Hans; Max-Age=31536000; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
  });

  it('sets no cookie unless the address names one', async () => {
    expect((await get('/').set('Accept-Language', 'zh')).headers['set-cookie']).toBeUndefined();
  });

  it.each(['?lang=de', '?lang=', '?lang=en&lang=en'])('cannot be %s', async (query) => {
    const { status, headers } = await get(`/${query}`);
    expect([status, headers['set-cookie']]).toEqual([400, undefined]);
  });

  it('is told to caches', async () => {
    expect((await get('/')).headers.vary).toBe('Cookie, Accept-Language, Accept-Encoding');
  });

  it('writes numbers and dates as it does', async () => {
    const { text } = await get('/').set('Accept-Language', 'zh');
    for (const fact of ['2014年12月', '71字', '1分钟', '2条注释']) expect(text).toContain(fact);
  });
});
