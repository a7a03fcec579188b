import { describe, expect, it } from 'vitest';
import { portLibrary } from '../port.ts';
import { reader } from '../reader.ts';

const { get } = reader({ library: portLibrary });
const read = async (query: string, rest = ''): Promise<string> =>
  (await get(`/read/port?q=${encodeURIComponent(query)}${rest}`)).text;

describe('GET /read/:document?q=', () => {
  it('marks what was looked for in both columns, within names too', async () => {
    const text = await read('港务局');
    expect(text).toMatch(/href="\/entities\/office"[^>]*><mark>港务局<\/mark><\/a>/);
    expect(text).toMatch(/<mark>Port Office<\/mark><\/a>\./);
  });

  it('marks across the ends of a name', async () => {
    const text = await read('海写信给海');
    expect(text).toMatch(/林<mark>海<\/mark><\/a><mark>写信给<\/mark><a[^>]*><mark>海<\/mark>关<\/a>/);
  });

  it('says how many there are, and leads to the first and the last', async () => {
    const text = await read('港务局');
    expect(text).toMatch(/<span class="count" role="status">2 passages<\/span>/);
    expect(text).toContain('href="#p2" data-step="next"');
    expect(text).toContain('href="#p3" data-step="previous"');
  });

  it('leads from each match to the next one and back', async () => {
    const text = await read('林海');
    const row = (id: string): string =>
      text.slice(text.indexOf(`id="${id}"`), text.indexOf('<p class="zh"', text.indexOf(`id="${id}"`)));
    expect(row('p2')).toContain('<a href="#p3" aria-label="Next match">');
    expect(row('p2')).not.toContain('Previous match');
    expect(row('p3')).toContain('<a href="#p2" aria-label="Previous match">');
  });

  it('leads every link within the page to something in it, and has no id twice', async () => {
    const text = await read('港务局');
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, fragment] of text.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(fragment);
  });

  it('has a way out that keeps how the text is seen, and a way to all texts', async () => {
    const text = await read('港务局', '&view=stacked&notes=0');
    expect(text).toMatch(/class="out" href="\/read\/port\?view=stacked&amp;notes=0"/);
    expect(text).toContain(`href="/search?q=${encodeURIComponent('港务局')}"`);
  });

  it('is carried by the links that change how this text is seen, and by no other', async () => {
    const text = await read('Lin Hai', '&view=stacked');
    expect(text).toContain('href="/read/port?q=Lin+Hai&amp;view=zh"');
    expect(text).toContain('href="/read/port?q=Lin+Hai&amp;view=stacked&amp;lang=zh-Hans"');
    expect(text).toMatch(/rel="next" href="\/read\/letters\?view=stacked"/);
  });

  it('keeps how the text is seen when one looks for something else in it', async () => {
    const text = await read('港务局', '&view=stacked&reveal=1');
    const form = text.slice(text.indexOf('action="/read/port"'));
    expect(form).toContain('<input type="hidden" name="view" value="stacked">');
    expect(form).toContain('<input type="hidden" name="reveal" value="1">');
  });

  it('says where there is nothing, and shows the text all the same', async () => {
    const text = await read('没有这句');
    expect(text).toContain('Nothing in this text');
    expect(text).toContain('海上起雾。');
    expect(text).not.toContain('data-step');
  });

  it('says why a query is refused, and shows the text all the same', async () => {
    const { status, text } = await get(`/read/port?q=${'a'.repeat(201)}`);
    expect(status).toBe(400);
    expect(text).toContain('at most 200 characters');
    expect(text).toContain('海上起雾。');
  });

  it('is the text as it is where nothing is looked for', async () => {
    const [plain, empty] = await Promise.all([get('/read/port'), get('/read/port?q=%20')]);
    expect(empty.text).toBe(plain.text);
    expect(plain.text).not.toContain('<mark>');
  });
});
