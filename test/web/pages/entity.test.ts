import { describe, expect, it } from 'vitest';
import { surveyOf } from '../../../server/core/survey.ts';
import { Ties } from '../../../server/web/entity/tie.ts';
import type { EntityPage } from '../../../server/web/pages/entity.ts';
import { entityPage } from '../../../server/web/pages/entity.ts';
import { locales } from '../../messages.ts';
import { ODD, portLibrary } from '../port.ts';
import { reader } from '../reader.ts';

const { get } = reader({ library: portLibrary });
const survey = surveyOf(portLibrary);
const setting = { library: portLibrary, survey, ties: new Ties(portLibrary, survey), locale: locales.en };

function page(id: string): EntityPage {
  const entity = [...portLibrary.authority.entities.values()].find((one) => one.id === id);
  if (entity === undefined) throw new Error(`the fixture has no ${id}`);
  return entityPage(entity, setting);
}

describe('entityPage', () => {
  it('says who it is', () => {
    expect(page('office')).toMatchObject({
      names: [
        { text: '港务局', lang: 'zh-Hans' },
        { text: 'Port Office', lang: 'en' },
      ],
      figures: 'Named 5 times in 2 texts',
      years: 'since 1890',
      links: [{ label: 'Homepage', href: 'https://port.example/', text: 'port.example' }],
    });
    expect(page('port-book').readHref).toBe('/read/port');
    expect(page('silent')).toMatchObject({
      figures: 'No text here names it',
      concordance: [],
      readHref: null,
    });
  });

  it('tells of each form where it occurs, and of which never do', () => {
    expect(
      page('office').forms.map(({ form, kind, figures, documents }) => [
        form.text,
        kind,
        figures,
        documents.map(({ title, times }) => `${title} ${times}`).join(', '),
      ]),
    ).toEqual([
      ['Port Office', 'usual name', '2 times in English', 'The Book of the Port 1, Letters 1'],
      ['港务局', 'usual name', '2 times in Chinese', 'The Book of the Port 2'],
      ['海关', 'former name', '2 times in Chinese', 'The Book of the Port 2'],
      ['Harbour Office', 'variant', '1 time in English', 'The Book of the Port 1'],
      ['港勿局', 'misspelling', null, ''],
    ]);
  });

  it('gives the passages that a relation stands on, and leaves out what is gone', () => {
    const { relations } = page('office');
    expect(relations.map(({ phrase }) => phrase)).toEqual(['founded by', 'part of']);
    expect(relations[0]?.relations[0]).toMatchObject({
      to: { href: '/entities/lin' },
      first: {
        href: '/read/port#p2',
        line: { left: '', keyword: '林海创办', right: '港务局，那时叫海关。', lang: 'zh-Hans' },
        other: { text: 'Lin Hai founded the Port Office.' },
      },
      more: [],
    });
  });

  it('gives the English of a passage whose text is not at hand', () => {
    expect(page('office').relations[1]?.relations[0]?.first).toMatchObject({
      href: '/read/letters#l2',
      line: null,
      other: { text: 'It belongs to somebody odd.', lang: 'en' },
    });
  });

  it('turns the relations of others round', () => {
    expect(page('lin').relations).toMatchObject([
      { phrase: 'founded', relations: [{ to: { href: '/entities/office' } }] },
    ]);
  });

  it('sets every mention in its context, by document, the Chinese before the English', () => {
    const [first, second] = page('office').concordance;
    expect(first).toMatchObject({ first: '/read/port#p2', here: '#in_port', times: '4', isOpen: true });
    expect(
      first?.segments.flatMap(({ lines }) =>
        lines.map((line) => `${line.left}[${line.keyword}]${line.right}`),
      ),
    ).toEqual([
      '林海创办[港务局]，那时叫海关。',
      '林海创办港务局，那时叫[海关]。',
      'Lin Hai founded the [Port Office].',
      '[港务局]的林海写信给海关。',
      '港务局的林海写信给[海关]。',
      'Lin Hai of the [Harbour Office] wrote a letter.',
    ]);
    expect(second?.segments).toMatchObject([{ href: '/read/letters#l1', number: '1' }]);
  });

  it('lays its dated claims out in time, and says which are disputed', () => {
    expect(page('office').told).toMatchObject({
      timeline: { lanes: [{ items: [{ href: '/events/founding' }, { href: '/events/founding' }] }] },
      rows: [
        { title: 'The founding', date: '1890', isDisputed: true, passages: [{ href: '/read/port#p2' }] },
        { title: 'The founding', date: '1891', isDisputed: true, passages: [{ href: '/read/letters#l1' }] },
      ],
    });
    expect(page('lin').told).toBeNull();
  });

  it('says who it appears with, and how strongly', () => {
    const { neighbourhood } = page('office');
    expect(
      neighbourhood?.neighbours.map(({ to, relations, together }) => [to.href, relations, together]),
    ).toEqual([
      ['/entities/lin', ['founded by'], '2'],
      ['/entities/odd', ['part of'], null],
    ]);
    expect(neighbourhood?.neighbours[0]?.strength).toMatch(/^\d+\.\d$/);
    expect(neighbourhood?.network.nodes.map(({ href, isCentre }) => [href, isCentre])).toContainEqual([
      '/entities/office',
      true,
    ]);
  });
});

describe('GET /entities/:entity', () => {
  it.each([...portLibrary.authority.entities.keys()])('shows %s whole', async (id) => {
    for (const lang of ['en', 'zh-Hans']) {
      const { status, text } = await get(`/entities/${id}?lang=${lang}`);
      expect(status).toBe(200);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(ids).toEqual([...new Set(ids)]);
      for (const [, target] of text.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target);
    }
  });

  it('makes no name into markup, and no address that is none', async () => {
    for (const id of portLibrary.authority.entities.keys()) {
      const { text } = await get(`/entities/${id}`);
      expect(text).not.toMatch(/<i>|javascript:/);
    }
    const { text } = await get('/entities/odd');
    expect(text.match(/&lt;i&gt;&#34;&#39;&amp;/g)?.length).toBeGreaterThan(8);
    expect(ODD).toBe(`<i>"'&`);
  });

  it('leads outwards without telling where from', async () => {
    expect((await get('/entities/office')).text).toContain(
      '<a href="https://port.example/" rel="noreferrer">',
    );
  });

  it.each([
    '/entities/nobody',
    '/entities/OFFICE',
    '/entities/..%2foffice',
    '/entities/constructor',
    '/entities/%00',
  ])('at %s finds no page', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(404);
    expect(text).toContain('No such page');
  });
});
