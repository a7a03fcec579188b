import { describe, expect, it } from 'vitest';
import { documentOf, segment } from '../fixture.ts';
import { library } from '../library.ts';
import { told } from '../told.ts';
import { reader } from './reader.ts';

const { get } = reader();

describe('GET /', () => {
  it('lists every document with both titles, under its collection', async () => {
    const { status, text } = await get('/');
    expect(status).toBe(200);
    expect(order(text, ['海岸', '灯塔', 'The Lighthouse', '港口', 'A harbour', '草稿', 'One sentence'])).toBe(
      'in order',
    );
    expect(text).toContain('href="/read/lighthouse"');
  });

  it('names the author and the date, and says how long and how far glossed a text is', async () => {
    const { text } = await get('/');
    for (const fact of ['Lin Hai', 'December 2014', '1 minute', '87% glossed', '2 notes'])
      expect(text).toContain(fact);
  });

  it('says which file is missing', async () => {
    expect((await get('/')).text).toContain('007-港口.md');
  });
});

describe('a document without an English title', () => {
  const draft = documentOf('draft', [segment('s1', '一句。', null)], {
    description: { title: { zh: '草稿', en: '草稿' } },
  });
  const drafts = { ...library, documents: [draft], collections: [] };

  it.each(['/read/draft', '/about', '/search?q=一句'])(
    'has its Chinese one once, as Chinese: %s',
    async (path) => {
      const { text } = await reader({ library: drafts }).get(encodeURI(path));
      const body = text.slice(text.indexOf('<main'));
      expect(body.match(/草稿/g)).toHaveLength(1);
      expect(body).toContain('lang="zh-Hans">草稿<');
    },
  );
});

describe('GET /read/:document', () => {
  it('shows each segment beside its gloss, in the order of the text', async () => {
    const { text } = await get('/read/lighthouse');
    const sentences = [
      '灯塔',
      'The Lighthouse',
      '说：“风大时，',
      'The keeper said',
      '海不记账。',
      'The sea keeps no accounts.',
    ];
    expect(order(text, sentences)).toBe('in order');
  });

  it('makes nothing of what a text holds into markup', async () => {
    const { text } = await get('/read/lighthouse');
    expect(text).toContain('&lt;script&gt;alert(');
    expect(text).not.toMatch(/<script>|<i>|javascript:/);
  });

  it('has one h1, and no id twice', async () => {
    const { text } = await get('/read/lighthouse');
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('leads every link within the page to something in it', async () => {
    const { text } = await get('/read/lighthouse');
    const fragments = [...text.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(fragments).toContain('note_n1');
    for (const fragment of fragments) expect(text).toContain(` id="${fragment}"`);
  });

  it('resolves a retired id, through another one too', async () => {
    const { text } = await get('/read/lighthouse');
    expect(order(text, ['id="s3"', 'id="old"', 'id="older"', 'The keeper said'])).toBe('in order');
    expect(text).not.toContain('id="gone"');
  });

  it('shows the English and names the file where the text is missing', async () => {
    const { text } = await get('/read/absent');
    expect(text).toContain('Boats come in by the ebb.');
    expect(text).toContain('007-港口.md');
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it('shows the Chinese of what nobody has glossed', async () => {
    const { text } = await get('/read/unglossed');
    expect(order(text, ['只有一句。', 'no English yet'])).toBe('in order');
  });

  it('carries what was chosen to the next document and to the other choices', async () => {
    const { text } = await get('/read/lighthouse?notes=0&view=stacked&reveal=1');
    expect(text).toContain('href="/read/absent?view=stacked&amp;reveal=1&amp;notes=0"');
    expect(text).toContain('href="/read/lighthouse?view=zh&amp;reveal=1&amp;notes=0"');
    expect(text).toContain('href="/read/lighthouse?view=stacked&amp;notes=0"');
    expect(text).toContain('href="/read/lighthouse?view=stacked&amp;reveal=1&amp;notes=0&amp;lang=zh-Hans"');
  });

  it('is the same markup for readers who hide the English or the notes, but for attributes of html, links and what a form carries', async () => {
    const bare = (html: string): string =>
      html.replace(/<html[^>]*>| href="[^"]*"| aria-current="true"|<input type="hidden"[^>]*>/g, '');
    const [plain, quiet] = await Promise.all([
      get('/read/lighthouse'),
      get('/read/lighthouse?reveal=1&notes=0'),
    ]);
    expect(quiet.text).not.toBe(plain.text);
    expect(bare(quiet.text)).toBe(bare(plain.text));
  });
});

describe('GET /entities', () => {
  it('lists who is named, and leads to each', async () => {
    const { text } = await get('/entities');
    expect(
      order(text, [
        'Publications',
        'href="/entities/logbook"',
        'logbook',
        '航海日志',
        'Named 1 time in 1 text',
      ]),
    ).toBe('in order');
    expect((await get('/')).text).toContain('href="/entities?view=network"');
  });

  it('says of each where it is named', async () => {
    const { text } = await get('/entities/logbook');
    expect(
      order(text, ['航海日志', 'logbook', 'What the keeper wrote down.', 'href="/read/lighthouse#s17"']),
    ).toBe('in order');
  });
});

describe('GET /events', () => {
  const { get: ask } = reader({ library: told });

  it('lists what happened in order of time, and leads to each', async () => {
    const { text } = await get('/events');
    expect(order(text, ['无风', 'Calm'])).toBe('in order');
    expect((await get('/')).text).toContain('href="/events"');
    const { text: more } = await ask('/events');
    const table = more.slice(more.indexOf('<table'));
    expect(order(table, ['/events/lamp', '/events/calm', '/events/storm', '/events/wreck'])).toBe('in order');
  });

  it('sets what each document says side by side', async () => {
    const { text } = await ask('/events/storm');
    expect(
      order(text, [
        '<mark>十二月初</mark>起了大风',
        'In early December',
        'December 2014',
        'The storm came in',
      ]),
    ).toBe('in order');
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
  });
});

describe('GET /about', () => {
  it('says whose the texts are and what the keys do', async () => {
    const { text } = await get('/about');
    for (const word of [
      'Somebody else’s article',
      'https://example.org/harbour',
      'none named',
      'CC-BY-4.0',
    ]) {
      expect(text).toContain(word);
    }
    expect(text).toContain('next sentence');
  });
});

describe('GET /search', () => {
  it('asks for something before anything is asked', async () => {
    const { status, text } = await get('/search');
    expect(status).toBe(200);
    expect(text).not.toMatch(/\d+ passage/);
  });

  it('finds a passage in either language and leads to its place', async () => {
    const { text } = await get('/search?q=KEEPER');
    expect(text).toContain('1 passage');
    expect(text).toContain('href="/read/lighthouse?q=KEEPER#s3"');
    const query = encodeURIComponent('别看钟');
    expect((await get(`/search?q=${query}`)).text).toContain(`href="/read/lighthouse?q=${query}#s3"`);
  });

  it('does not find what is no part of a text', async () => {
    expect((await get(`/search?q=${encodeURIComponent('首页')}`)).text).toContain(
      'Nothing found for “<bdi>首页</bdi>”.',
    );
  });

  it('keeps the query in its box and in the links to other languages, as text', async () => {
    const { text } = await get(`/search?q=${encodeURIComponent('"><script>')}`);
    expect(text).toContain('value="&#34;&gt;&lt;script&gt;"');
    expect(text).toContain('href="/search?q=%22%3E%3Cscript%3E&amp;lang=zh-Hans"');
    expect(text).not.toContain('<script>');
  });

  it('looks for nothing in control characters', async () => {
    const { status, text } = await get('/search?q=%00%08');
    expect(status).toBe(200);
    expect(text).not.toContain('\0');
  });
});

/** `in order`, or the first of `pieces` that does not stand behind the one before it. */
function order(text: string, pieces: readonly string[]): string {
  let at = 0;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found === -1) return piece;
    at = found + piece.length;
  }
  return 'in order';
}
