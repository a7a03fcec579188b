import { describe, expect, it } from 'vitest';
import type { TermSort } from '../../../server/web/choices.ts';
import type { UiLanguage } from '../../../server/web/language.ts';
import { termPage } from '../../../server/web/pages/term.ts';
import { termsPage } from '../../../server/web/pages/terms.ts';
import { Termbook } from '../../../server/web/term/termbook.ts';
import { library } from '../../library.ts';
import { locales } from '../../messages.ts';
import { glossary } from '../glossary.ts';
import { reader } from '../reader.ts';

const { get } = reader({ library: glossary });
const termbook = new Termbook(glossary);

const listed = (sort: TermSort, language: UiLanguage = 'en') => termsPage(termbook, sort, locales[language]);
const shown = (sort: TermSort) =>
  listed(sort).groups.map(({ title, entries }) => [title, ...entries.map(({ zh, en }) => `${zh} ${en}`)]);

function page(id: string, language: UiLanguage = 'en') {
  const term = [...termbook.terms.values()].find((one) => one.id === id);
  if (term === undefined) throw new Error(`no term ${id}`);
  return termPage(term, { library: glossary, termbook, locale: locales[language] });
}

describe('termsPage', () => {
  it('lists by pinyin, under its letter', () => {
    expect(shown('pinyin')).toEqual([
      ['D', '灯 lamp'],
      ['J', '镜 lens', '镜 mirror'],
      ['W', '雾 fog'],
    ]);
    expect(listed('pinyin').letters[0]).toEqual({ href: '#group_d', label: 'D' });
  });

  it('lists by English', () => {
    expect(shown('english')).toEqual([
      ['F', '雾 fog'],
      ['L', '灯 lamp', '镜 lens'],
      ['M', '镜 mirror'],
    ]);
  });

  it('lists by what somebody should look at', () => {
    expect(shown('outliers')).toEqual([
      ['With none of the known renderings', '灯 lamp'],
      ['Rendered in one way', '镜 lens', '镜 mirror'],
      ['In no text', '雾 fog'],
    ]);
    expect(listed('outliers').letters).toEqual([]);
  });

  it('counts, and tells how each is rendered, outliers first', () => {
    const [lamp, lens] = listed('pinyin').groups.flatMap(({ entries }) => entries);
    expect(lamp).toMatchObject({ times: '27', documents: '1', figures: '27 times in 1 text' });
    expect(
      lamp?.renderings.map(({ label, count, remark, href }) => [label.text, count, remark, href]),
    ).toEqual([
      ['none of these', '1', null, '/terms?term=lamp#as_1'],
      ['torch', '1', 'Not to be used', '/terms?term=lamp#as_2'],
      ['beacon', '1', 'rare', '/terms?term=lamp#as_3'],
      ['lamp', '22', null, '/terms?term=lamp#as_4'],
      ['otherwise, for a reason', '1', null, '/terms?term=lamp#as_5'],
      ['no English yet', '1', null, '/terms?term=lamp#as_6'],
    ]);
    expect(lamp?.outliers?.label).toBe('3 outliers');
    expect(lamp?.outliers?.documents[0]?.segments.map(({ href }) => href)).toEqual([
      '/read/watch#w4',
      '/read/watch#w3',
      '/read/watch#w30',
    ]);
    expect(lens).toMatchObject({ times: '3', renderings: [], outliers: null });
  });

  it('is found by any form', () => {
    const [lamp] = listed('pinyin').groups.flatMap(({ entries }) => entries);
    expect(lamp?.forms).toBe('deng\n燈<i>\nbeacon');
  });
});

describe('termPage', () => {
  it('shows every place in both languages, grouped by rendering', () => {
    const { groups } = page('lamp');
    expect(groups.map(({ label, lines, isOpen }) => [label.text, lines, isOpen])).toEqual([
      ['none of these', '1 place', true],
      ['torch', '1 place', true],
      ['beacon', '1 place', true],
      ['lamp', '22 places', true],
      ['otherwise, for a reason', '1 place', true],
      ['no English yet', '1 place', true],
    ]);
    const [none, torch, , lamp, waived, unglossed] = groups.map(({ documents }) => documents[0]?.segments[0]);
    expect(none).toMatchObject({ gloss: 'It was bright <b>again</b>.', reason: null });
    expect(torch?.lines).toEqual([
      { left: '', keyword: '灯', right: '灭了。', lang: 'zh-Hans' },
      { left: 'The ', keyword: 'torch', right: ' went out.', lang: 'en' },
    ]);
    expect(lamp?.lines.map(({ keyword }) => keyword)).toEqual(['灯', 'lamp', '灯', 'lamp']);
    expect(waived).toMatchObject({ gloss: 'And where was it?', reason: 'After the sentence before.' });
    expect(unglossed).toMatchObject({ gloss: null, reason: null });
  });

  it('names documents without their subtitles, and reasons, in the language of the interface', () => {
    const { groups } = page('lamp', 'zh-Hans');
    expect(groups[0]?.documents[0]?.title).toBe('值夜');
    expect(groups[4]?.documents[0]?.segments[0]?.reason).toBe('承上句。');
  });

  it('says what the termbase says, and how much of it was found', () => {
    expect(page('lamp').renderings).toEqual([
      { id: 'preferred', title: 'Preferred', forms: [{ text: 'lamp', count: '22', href: '#as_4' }] },
      { id: 'admitted', title: 'Admitted', forms: [{ text: 'beacon', count: '1', href: '#as_3' }] },
      {
        id: 'forbidden',
        title: 'Not to be used',
        forms: [
          { text: 'torch', count: '1', href: '#as_2' },
          { text: `<i>"'&`, count: '0', href: null },
        ],
      },
    ]);
    expect(page('lamp').facts).toEqual(['27 times in 1 text', 'Decided by: the texts here']);
  });

  it('says when a form counts, and what else is written so', () => {
    expect(page('lens').forms).toEqual([
      { text: '镜', remarks: ['only where the text names one of these: Keeper'] },
    ]);
    expect(page('mirror').forms).toEqual([{ text: '镜', remarks: ['not in 眼镜'] }]);
    expect(page('lens').senses.map(({ href }) => href)).toEqual(['/terms?term=mirror']);
    expect(page('lamp').forms[1]).toEqual({ text: '燈<i>', remarks: ['variant'] });
  });

  it('is a page of a term that stands nowhere, too', () => {
    expect(page('fog')).toMatchObject({
      groups: [],
      facts: ['Not in any text here', 'Decided by: the texts here'],
    });
  });
});

describe('GET /terms', () => {
  it('leads to every term, and to the other orders', async () => {
    const { status, text } = await get('/terms');
    expect(status).toBe(200);
    for (const id of termbook.terms.keys()) expect(text).toContain(`href="/terms?term=${id}"`);
    for (const sort of ['english', 'outliers']) expect(text).toContain(`href="/terms?sort=${sort}"`);
    expect(text).toContain('href="/read/watch#w3"');
  });

  it('is one page under one address, with a term or without', async () => {
    const [plain, told] = await Promise.all([get('/terms'), get('/terms?sort=pinyin&x=1')]);
    expect(told.text).toBe(plain.text);
    const [one, more] = await Promise.all([
      get('/terms?term=lamp'),
      get('/terms?sort=english&term=lamp&x=1'),
    ]);
    expect(more.text).toBe(one.text);
    expect(one.text).toContain('href="/terms?term=lamp&amp;lang=zh-Hans"');
    expect(one.text).toContain('aria-current="page">Terms');
  });

  it.each([
    '/terms?sort=size',
    '/terms?sort=',
    '/terms?sort=english&sort=pinyin',
    '/terms?term=lamp&term=fog',
  ])('refuses %s', async (path) => {
    expect((await get(path)).status).toBe(400);
  });

  it.each(['nobody', '', 'LAMP', '../lamp', '灯', 'a'.repeat(200)])('has no page for “%s”', async (id) => {
    expect((await get(`/terms?term=${encodeURIComponent(id)}`)).status).toBe(404);
  });

  it.each(['/terms', '/terms?sort=outliers&lang=zh-Hans', '/terms?term=lamp', '/terms?term=fog'])(
    'makes no text into markup, has one h1, no id twice, and leads nowhere that is not there: %s',
    async (path) => {
      const { text } = await get(path);
      expect(text).not.toMatch(/<i>|<b>again/);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(ids).toEqual([...new Set(ids)]);
      for (const [, id] of text.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
    },
  );

  it('leads from the list to places that are on the page of the term', async () => {
    const [list, one] = await Promise.all([get('/terms'), get('/terms?term=lamp')]);
    const anchors = [...list.text.matchAll(/\/terms\?term=lamp#([a-z_0-9]+)/g)].map((match) => match[1]);
    expect(anchors).toHaveLength(6);
    for (const anchor of anchors) expect(one.text).toContain(`id="${anchor}"`);
  });

  it('is a page without any term, too', async () => {
    const { text } = await reader({ library }).get('/terms');
    expect(text).toContain('No term has been recorded here yet.');
  });
});
