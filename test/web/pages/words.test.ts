import { describe, expect, it } from 'vitest';
import { reader } from '../reader.ts';

const { get } = reader();

describe('GET /words', () => {
  it('explains the words of a text, each once, with its places', async () => {
    const { status, text } = await get(`/words?text=${encodeURIComponent('灯塔的光，灯塔')}`);
    expect(status).toBe(200);
    expect(text).toContain('data-at="0-2 5-7"');
    expect(text.match(/data-at=/g)).toHaveLength(3);
    expect(text).toContain('lighthouse');
    expect(text).toContain('dēngtǎ');
  });

  it('takes a text for the one word that it is', async () => {
    const { text } = await get(`/words?text=${encodeURIComponent('守株待兔')}`);
    expect(text.match(/data-at=/g)).toHaveLength(1);
    expect(text).toContain('data-at="0-4"');
  });

  it('reads the parts of a word as they are read in it', async () => {
    const { text } = await get(`/words?text=${encodeURIComponent('看见')}`);
    expect(text).toMatch(/看<\/span> <span class="pinyin" lang="zh-Latn-pinyin">kàn</);
  });

  it('explains those of a segment, beside its English, and leads back to it', async () => {
    const { text } = await get('/words?document=lighthouse&segment=s2');
    expect(text).toContain('Its light sweeps the sea every ten seconds.');
    expect(text).toContain('href="/read/lighthouse#s2"');
    expect(text).toContain('data-at="0-2"');
  });

  it('asks for a text where it was given none', async () => {
    const { status, text } = await get('/words');
    expect(status).toBe(200);
    expect(text).toContain('name="text"');
    expect(text).not.toContain('data-at');
  });

  it('says that there is no Chinese word, and that nobody knows one', async () => {
    expect((await get('/words?text=!%20%3F')).text).toContain('There are no Chinese words in it.');
    expect((await get(`/words?text=${encodeURIComponent('𠮷')}`)).text).toContain(
      'No dictionary here knows this word.',
    );
  });

  it('escapes what was typed', async () => {
    const { text } = await get(`/words?text=${encodeURIComponent('"><script>alert(1)</script>灯')}`);
    expect(text).not.toContain('<script>alert');
  });

  it.each(['/words?document=nobody&segment=s1', '/words?document=lighthouse&segment=s99'])(
    'finds no page at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('says that half of a place is missing', async () => {
    const { status, text } = await get('/words?document=lighthouse');
    expect(status).toBe(400);
    expect(text).toContain('segment');
  });

  it('tells where else a word stands, and what renders it there', async () => {
    const { text } = await get('/words?document=lighthouse&segment=s1');
    expect(text).toContain('Also at');
    expect(text).toContain('href="/read/lighthouse#s2"');
  });

  it('speaks the language of whoever asks', async () => {
    const { text } = await get('/words').set('Accept-Language', 'zh-CN');
    expect(text).toContain('查词');
  });
});

describe('GET /read/:document?view=interlinear', () => {
  it('sets each word with pinyin and sense, and its text is the text', async () => {
    const { status, text } = await get('/read/lighthouse?view=interlinear');
    expect(status).toBe(200);
    expect(text).toMatch(/<ruby>灯塔<rp>\(<\/rp><rt lang="zh-Latn-pinyin">dēngtǎ<\/rt>/);
    expect(text).toContain('>lighthouse</rt>');
    const row = text.slice(text.indexOf('id="s2"'), text.indexOf('id="s3"'));
    const zh = /<p class="zh"[^>]*>(.*?)<\/p>/s.exec(row)?.[1] ?? '';
    const bare = zh
      .replace(/<(rt|rp)\b[^>]*>.*?<\/\1>/gs, '')
      .replace(/<a class="(?:marker|reference)[^>]*>.*?<\/a>/gs, '')
      .replace(/<[^>]+>/g, '');
    expect(bare).toBe('灯塔的光每隔十秒扫过海面一次。');
  });

  it('is one page, whatever stands beside it in the address, and keeps the choice of pinyin only there', async () => {
    const { text } = await get('/read/lighthouse?view=interlinear&pinyin=none&utm=1');
    expect(text).toContain('data-pinyin="none"');
    expect(text).toContain('href="/read/lighthouse?view=zh"');
    expect(text).toContain('href="/read/lighthouse?view=interlinear&amp;pinyin=new"');
  });

  it('sets no word of a text that is not at hand', async () => {
    const { status, text } = await get('/read/absent?view=interlinear');
    expect(status).toBe(200);
    expect(text).not.toContain('<ruby');
  });
});
