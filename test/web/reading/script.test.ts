import { describe, expect, it } from 'vitest';
import type { DocumentSegment } from '../../../server/core/document.ts';
import { simplifications } from '../../../server/words/script.ts';
import { documentOf, note, segment } from '../../fixture.ts';
import { library } from '../../library.ts';
import { LORE, searchIn } from '../../search/search-in.ts';
import { reader } from '../reader.ts';

const HAIR = '理发师的头发干净，𠮷。后来发展云计算。';
const OLD = '皇后在後宮裡看著鐘錶。';

const modern = {
  ...documentOf(
    'modern',
    [
      segment('m1', '头发与发展', 'Hair and growth', { kind: 'heading', level: 1 }),
      segment('m2', '后来', 'Afterwards', { kind: 'heading', level: 2 }),
      segment('m3', HAIR, 'The barber’s hair is clean.', {
        notes: [note('n1', 'm3', HAIR, '头发')],
        // It parts 发展, which is one word all the same.
        marks: [
          { kind: 'strong', start: 15, end: 16 },
          { kind: 'code', start: 17, end: 18 },
        ],
      }),
      segment('m4', '发 = 头发;', null, { kind: 'code' }),
      segment('m5', '里面', null, { debris: true }),
    ],
    { description: { title: { zh: '头发与发展', en: 'Hair and growth' } } },
  ),
  study: { introduction: { zh: '先看后面。', en: 'The end first.' }, questions: [] },
};
const classic = documentOf('classic', [segment('k1', OLD, 'The empress watches the clock.')], {
  description: { title: { zh: '後宮', en: 'The court' }, language: 'zh-Hant' },
});
const shelf = { ...library, documents: [modern, classic] };
const { get } = reader({ library: shelf, search: searchIn(shelf, { ...LORE, simplifications }) });

describe('the characters of a text', () => {
  it('are as they were written where nobody asks for others', async () => {
    const [own, other] = [(await get('/read/modern')).text, (await get('/read/classic')).text];
    expect(plain(own)).toContain('理发师的头发');
    expect(own).toContain('<p class="zh" lang="zh-Hans"');
    expect(plain(other)).toContain(OLD);
    expect(other).toContain('<p class="zh" lang="zh-Hant"');
  });

  it('are traditional in the title, the contents, the text, quotes, notes and study aids', async () => {
    const { text } = await get('/read/modern?script=hant&lang=zh-Hans');
    expect(text).toContain('<title>頭髮與發展');
    const shown = plain(text);
    for (const piece of ['理髮師的頭髮', '乾淨，𠮷。後來發展雲', '注：頭髮', '先看後面。', '裡面'])
      expect(shown).toContain(piece);
    expect(text).toContain('<span class="quote" lang="zh-Hant">頭髮</span>');
    expect(text).toMatch(/class="zh" lang="zh-Hant">後來<\/span>/);
    expect(text).not.toMatch(/lang="zh-Hans">[^<]*[头发后云]/);
  });

  it('are decided by words, whatever markup parts them, and marks stay where they were', async () => {
    const { text } = await get('/read/modern?script=hant');
    expect(text).toContain('後來發<strong>展</strong>雲<code>计</code>算');
  });

  it('stay as they were typed in code', async () => {
    expect((await get('/read/modern?script=hant')).text).toContain('发 = 头发;');
  });

  it('are simplified in a text that was written in traditional ones', async () => {
    const { text } = await get('/read/classic?script=hans');
    expect(text).toContain('<p class="zh" lang="zh-Hans">皇后在后宫里看着钟表。</p>');
    expect((await get('/read/modern?script=hans')).text).toContain('头发与发展');
  });

  it('are carried by every link that carries the view, after it', async () => {
    const { text } = await get('/read/modern?notes=0&script=hant&view=zh');
    expect(text).toContain('href="/read/classic?view=zh&amp;notes=0&amp;script=hant"');
    expect(text).toContain('href="/read/modern?view=stacked&amp;notes=0&amp;script=hant"');
    expect(text).toContain('href="/read/modern?view=zh&amp;notes=0&amp;script=hant&amp;lang=zh-Hans"');
    expect(text).toContain('<input type="hidden" name="script" value="hant">');
    expect(text).toMatch(/href="\/read\/modern\?view=zh&amp;notes=0" data-characters="hans"/);
    expect(text).toMatch(/data-characters="hant" data-carry aria-current="true"/);
  });

  it('are no others than there are', async () => {
    expect((await get('/read/modern?script=latn')).status).toBe(400);
    expect((await get('/read/modern?script=hans&script=hant')).status).toBe(400);
  });

  it.each(['发展', '發展', '頭髮', '云计算', '雲計算', '干净', '乾淨'])(
    'mark %s in either of them',
    async (query) => {
      for (const script of ['hans', 'hant']) {
        const { text } = await get(`/read/modern?q=${encodeURIComponent(query)}&script=${script}`);
        const row = /<div class="row" id="m3"[\s\S]*?<p class="en"/.exec(text)?.[0] ?? '';
        const marked = [...row.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word).join('');
        expect(marked).toHaveLength(query.length);
      }
    },
  );

  it('are those of the source in the JSON API', async () => {
    const { body } = await get('/api/v1/documents/modern?script=hant');
    expect(body.segments.find((one: DocumentSegment) => one.id === 'm3').zh).toBe(HAIR);
  });
});

function plain(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ');
}
