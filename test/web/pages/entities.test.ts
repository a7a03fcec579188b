import { describe, expect, it } from 'vitest';
import { surveyOf } from '../../../server/core/survey.ts';
import { letterOf } from '../../../server/web/entity/order.ts';
import { Ties } from '../../../server/web/entity/tie.ts';
import type { UiLanguage } from '../../../server/web/language.ts';
import { entitiesPage } from '../../../server/web/pages/entities.ts';
import { networkPage } from '../../../server/web/pages/network.ts';
import { documentOf, named, segment } from '../../fixture.ts';
import { library } from '../../library.ts';
import { locales } from '../../messages.ts';
import { portLibrary } from '../port.ts';
import { reader } from '../reader.ts';

const { get } = reader({ library: portLibrary });

function setting(language: UiLanguage = 'en', of = portLibrary) {
  const survey = surveyOf(of);
  return { library: of, survey, ties: new Ties(of, survey), locale: locales[language] };
}

describe('entitiesPage', () => {
  it('lists by type, in the order of types', () => {
    const { groups } = entitiesPage(setting(), 'type');
    expect(groups.map(({ title }) => title)).toEqual([
      'People',
      'Organizations',
      'Projects',
      'Standards',
      'Publications',
    ]);
  });

  it('lists by name: under its letter in English', () => {
    const { groups, letters } = entitiesPage(setting(), 'name');
    expect(groups.map(({ title, entries }) => [title, ...entries.map(({ name }) => name.text)])).toEqual([
      ['L', 'Lin Hai'],
      ['P', 'Port Office'],
      ['S', 'Silence'],
      ['T', 'The Book of the Port'],
      ['Other', `<i>"'&`],
    ]);
    expect(letters[0]).toEqual({ href: '#group_l', label: { text: 'L', lang: 'en' } });
  });

  it('lists by name: by pinyin in Chinese', () => {
    const { groups } = entitiesPage(setting('zh-Hans'), 'name');
    expect(groups.map(({ title, entries }) => [title, ...entries.map(({ name }) => name.text)])).toEqual([
      ['A', '安静'],
      ['G', '港务局'],
      ['H', '海港志'],
      ['L', '林海'],
      ['其他', `<i>"'&`],
    ]);
  });

  it('lists by the number of texts, the most first, and says which are in none', () => {
    const { groups } = entitiesPage(setting(), 'documents');
    expect(groups.map(({ title, entries }) => [title, ...entries.map(({ name }) => name.text)])).toEqual([
      ['In 2 texts', 'Port Office'],
      ['In 1 text', `<i>"'&`, 'Lin Hai'],
      ['In no text', 'Silence', 'The Book of the Port'],
    ]);
  });

  it('counts as cards do, and knows every form', () => {
    const entries = entitiesPage(setting(), 'type').groups.flatMap((group) => group.entries);
    expect(entries.find(({ href }) => href === '/entities/office')).toMatchObject({
      times: '5',
      documents: '2',
      figures: 'Named 5 times in 2 texts',
      typeLabel: 'organization',
      forms: '海关\nHarbour Office\n港勿局',
    });
  });
});

describe('letterOf', () => {
  it.each([
    ['谷歌', 'G'],
    ['重庆', 'C'],
    ['Émile', 'E'],
    ['ｇｏ', 'G'],
    [' rkt', 'R'],
    ['4P', ''],
    ['<i>', ''],
    ['', ''],
  ])('puts %s under %s', (name, letter) => {
    expect(letterOf(name)).toBe(letter);
  });
});

describe('networkPage', () => {
  const together = named(
    documentOf(
      'together',
      Array.from({ length: 12 }, (_, index) =>
        segment(`s${index}`, index % 2 === 0 ? '林海去了港务局。' : '有人在安静里读海港志。', null),
      ),
    ),
    portLibrary.authority,
  );

  it('shows who appear together more often than by chance', () => {
    const { ties, network } = networkPage(setting('en', { ...portLibrary, documents: [together] }));
    expect(
      ties.map(({ one, relations, other, together: count, strength }) => [
        one.name.text,
        relations.join(),
        other.name.text,
        count,
        strength,
      ]),
    ).toEqual([
      ['Lin Hai', 'founded', 'Port Office', '6', '16.6'],
      ['The Book of the Port', '', 'Silence', '6', '16.6'],
    ]);
    expect(network.nodes.map(({ label }) => label)).toHaveLength(4);
  });

  it('says in its table what its picture shows', () => {
    const { ties, network } = networkPage(setting('en', { ...portLibrary, documents: [together] }));
    expect(network.nodes.length).toBe(new Set(ties.flatMap(({ one, other }) => [one.href, other.href])).size);
    expect(network.edges.length).toBe(ties.length);
  });
});

describe('GET /entities', () => {
  it('leads to every entity, and to the other orders', async () => {
    const { status, text } = await get('/entities');
    expect(status).toBe(200);
    for (const id of ['office', 'lin', 'odd', 'silent']) expect(text).toContain(`href="/entities/${id}"`);
    for (const sort of ['name', 'documents']) expect(text).toContain(`href="/entities?sort=${sort}"`);
    expect(text).toContain('href="/entities?view=network"');
  });

  it('is one page under one address', async () => {
    const [plain, told] = await Promise.all([get('/entities'), get('/entities?sort=type&view=list&x=1')]);
    expect(told.text).toBe(plain.text);
    const { text } = await get('/entities?sort=name');
    expect(text).toContain('href="/entities?sort=name&amp;lang=zh-Hans"');
  });

  it.each(['/entities?sort=size', '/entities?sort=', '/entities?view=map', '/entities?sort=name&sort=type'])(
    'refuses %s',
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  it('makes no name into markup', async () => {
    for (const path of ['/entities', '/entities?view=network', '/entities?sort=name&lang=zh-Hans']) {
      const { text } = await get(path);
      expect(text).not.toContain('<i>');
      expect(text).not.toMatch(/ (?:data-forms|title|aria-label)="[^"]*<i>/);
    }
    expect((await get('/entities')).text).toContain('&lt;i&gt;&#34;&#39;&amp;');
  });

  it('has one h1, no id twice, and leads nowhere that is not there', async () => {
    const { text } = await get('/entities?sort=name');
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [, id] of text.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('is a page without anybody, too', async () => {
    const nobody = reader({
      library: { ...library, authority: setting().library.authority, documents: [], collections: [] },
    });
    expect((await nobody.get('/entities?view=network')).text).toContain('No two entities appear together');
  });
});
