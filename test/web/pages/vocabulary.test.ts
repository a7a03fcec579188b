import { describe, expect, it } from 'vitest';
import type { Library } from '../../../server/core/document.ts';
import { term } from '../../core/terms.ts';
import { documentOf, named, segment } from '../../fixture.ts';
import { lexiconOver } from '../../lexicon.ts';
import { portLibrary } from '../port.ts';
import { reader } from '../reader.ts';

const HOSTILE = '灯，说："别\t看\u2028<i>钟"';
const watch = named(
  documentOf(
    'watch',
    [
      segment('w1', '港务局的灯', 'The lamp of the Port Office', { kind: 'heading', level: 1 }),
      segment('w2', HOSTILE, 'The lamp says, "Do not\nwatch the <i>clock".'),
      segment('w3', '灯还在。还钱。', 'The lamp is still there. Return the money.'),
      segment('w4', '页脚', null, { debris: true }),
      segment('w5', '2013年，Docker，𠮷，1200万。', null),
      segment('w6', '他们发动。', null),
      segment('w7', '船发动了。', 'The boat was launched.'),
    ],
    { description: { title: { zh: '<b>"守夜"', en: 'Keeping "watch" <b>&' } } },
  ),
  portLibrary.authority,
);
const latin = documentOf('latin', [segment('w1', 'Docker 1.12', null)]);
const library: Library = {
  ...portLibrary,
  documents: [watch, latin, ...portLibrary.documents],
  terms: [term('lamp', '灯', 'lamp', { pinyin: 'dēng' })],
};
const { get } = reader({
  library,
  lexicon: lexiconOver(library, library.terms, {
    readings: [{ word: '还', pinyin: 'huán', before: ['钱'] }],
  }),
});
const page = async (path: string) => (await get(path).set('Accept-Language', 'en')).text;
const wordsIn = (html: string) => [...html.matchAll(/<li data-word="([^"]*)"/g)].map(([, word]) => word);
const rowOf = (html: string, word: string) =>
  html.split('<li data-word="').find((row) => row.startsWith(`${word}"`)) ?? '';

describe('GET /read/:document/words', () => {
  it('lists the Chinese words by their first places, each reading by itself', async () => {
    const words = wordsIn(await page('/read/watch/words'));
    expect(words.slice(0, 4)).toEqual(['港务局', '的', '灯', '说']);
    expect(words.filter((word) => word === '还')).toHaveLength(2);
    expect(words).toContain('𠮷');
    for (const no of ['Docker', '2013年', '1200万', '，', '页脚']) expect(words).not.toContain(no);
  });

  it('tells of each how it is read, what it means here, how often it stands, and where first', async () => {
    const row = rowOf(await page('/read/watch/words'), '灯');
    expect(row).toContain('dēng</span>');
    expect(row).toContain('<span lang="en">lamp</span>');
    expect(row).toContain('<a class="type" href="/terms?term=lamp">term</a>');
    expect(row).toContain('href="/read/watch#w1" aria-label="3 times, first in sentence 1"');
  });

  it('takes the sense that a gloss has before the usual one', async () => {
    expect(rowOf(await page('/read/watch/words'), '发动')).toContain('<span lang="en">launch</span>');
  });

  it('leads to whom a word names', async () => {
    const row = rowOf(await page('/read/watch/words'), '港务局');
    expect(row).toContain('<a class="type" href="/entities/office">organization</a>');
  });

  it('can be in other orders, each with one address', async () => {
    const counted = wordsIn(await page('/read/watch/words?sort=count'));
    expect(counted[0]).toBe('灯');
    const spoken = wordsIn(await page('/read/watch/words?sort=pinyin'));
    expect(spoken.indexOf('的')).toBeLessThan(spoken.indexOf('灯'));
    expect([...spoken].sort()).toEqual([...counted].sort());
    const html = await page('/read/watch/words?sort=count&utm=1');
    expect(html).toContain('href="/read/watch/words?sort=count&amp;lang=zh-Hans"');
    expect(html).toContain('<a href="/read/watch/words?sort=count" aria-current="page">By frequency</a>');
  });

  it('escapes what it shows', async () => {
    const html = await page('/read/watch/words');
    expect(html).toContain('Keeping &#34;watch&#34; &lt;b&gt;&amp;');
    expect(html).not.toContain('<b>');
  });

  it('says why there are no words', async () => {
    expect(await page('/read/latin/words')).toContain('There are no Chinese words here.');
    expect(await page('/read/letters/words')).toContain('The Chinese of this text is not here');
  });

  it('is linked from the text, and leads back to it', async () => {
    expect(await page('/read/watch')).toContain('href="/read/watch/words"');
    expect(await page('/read/letters')).not.toContain('href="/read/letters/words"');
    expect(await page('/read/watch/words')).toContain('<p class="back"><a href="/read/watch">');
  });

  it('is told in Chinese too, and not sent again to who has it', async () => {
    const first = await get('/read/watch/words').set('Accept-Language', 'zh-CN');
    expect(first.text).toContain('首见于第1句');
    const again = await get('/read/watch/words')
      .set('Accept-Language', 'zh-CN')
      .set('If-None-Match', first.headers.etag ?? '');
    expect(again.status).toBe(304);
  });

  it.each([
    ['/read/nowhere/words', 404],
    ['/read/nowhere/words.tsv', 404],
    ['/read/watch/words?sort=luck', 400],
    ['/read/watch/words?sort=count&sort=count', 400],
  ])('refuses %s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe('GET /read/:document/words.tsv', () => {
  const file = async (host = 'duidu.example') => (await get('/read/watch/words.tsv').set('Host', host)).text;
  const notesIn = (text: string) =>
    readTsv(text).map(([guid = '', word = '', ...rest]) => ({ guid, word, rest }));

  it('is a file that Anki imports, with its headers first', async () => {
    const { headers, text } = await get('/read/watch/words.tsv').set('Host', 'duidu.example');
    expect(headers['content-type']).toBe('text/tab-separated-values; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="duidu-watch.tsv"');
    expect(text.split('\n').slice(0, 5)).toEqual([
      '#separator:tab',
      '#html:false',
      '#columns:GUID\tWord\tTraditional\tPinyin\tSense\tSenses\tSentence\tGloss\tSource\tTags',
      '#guid column:1',
      '#tags column:10',
    ]);
    expect(text).toContain('CC-CEDICT');
    expect(text).toContain('https://creativecommons.org/licenses/by-sa/4.0/');
  });

  it('has a note for each word of the list', async () => {
    expect(notesIn(await file()).map(({ word }) => word)).toEqual(wordsIn(await page('/read/watch/words')));
    for (const one of readTsv(await file())) expect(one).toHaveLength(10);
  });

  it('tells of each what the list tells, with the sentence, its English and where it stands', async () => {
    const note = notesIn(await file()).find(({ word }) => word === '发动');
    expect(note?.rest).toEqual([
      '發動',
      'fādòng',
      'launch',
      expect.stringContaining('to launch'),
      '船发动了。',
      'The boat was launched.',
      'http://duidu.example/read/watch#w7',
      'duidu watch',
    ]);
  });

  it('reads back what holds quotation marks, tabs and line ends as one line', async () => {
    const note = notesIn(await file()).find(({ word }) => word === '说');
    expect(note?.rest.slice(4, 6)).toEqual([
      '灯，说："别 看 <i>钟"',
      'The lamp says, "Do not watch the <i>clock".',
    ]);
  });

  it('names each note by document, word and reading alone', async () => {
    const guids = notesIn(await file()).map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    expect(guids.every((guid) => /^[0-9a-f]{16}$/.test(guid))).toBe(true);
    const edited = {
      ...library,
      documents: library.documents.map((one) =>
        one === watch ? { ...watch, segments: watch.segments.toReversed() } : one,
      ),
    };
    const other = reader({ library: edited, lexicon: lexiconOver(library, library.terms) });
    const later = notesIn((await other.get('/read/watch/words.tsv')).text);
    const guidOf = (notes: typeof later, word: string) => notes.find((one) => one.word === word)?.guid;
    expect(guidOf(later, '发动')).toBe(guidOf(notesIn(await file()), '发动'));
  });

  it('refuses a host that is none', async () => {
    expect((await get('/read/watch/words.tsv').set('Host', 'a"b')).status).toBe(400);
  });
});

/** The notes of a file, as CSV is read (RFC 4180, apart by tabs); lines that begin with `#` are none. */
function readTsv(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      [...line.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"|([^"\t][^\t]*|))(?=\t|$)/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}
