import { describe, expect, it } from 'vitest';
import { buildGazetteer, entitiesNamed, LONGEST_FORM } from '../../server/core/gazetteer.ts';
import { alias, entity } from './entities.ts';

const GAZETTEER = buildGazetteer([
  entity('google', 'Google', { zh: '谷歌' }),
  entity('gcp', 'Google Cloud Platform', { aliases: ['谷歌云'] }),
  entity('fig-tool', 'Fig', { telling: { exact: true } }),
  entity('solomon', 'Solomon', { zh: '所罗门', telling: { unless: ['所罗门群岛'] } }),
  entity('markup', '<i>"\'&𠮷'),
]);

/** Each candidate with its entities. */
const candidates = (text: string, gazetteer = GAZETTEER): string[] =>
  gazetteer
    .candidatesIn(text, [])
    .map(
      ({ start, end, forms }) =>
        `${text.slice(start, end)}=${forms.map((form) => form.entity).join('+') || 'nobody'}`,
    );

describe('candidatesIn', () => {
  it('gives all names, also those within others, in the order of their ends', () => {
    expect(candidates('用Google Cloud Platform')).toEqual(['Google=google', 'Google Cloud Platform=gcp']);
    expect(candidates('谷歌云')).toEqual(['谷歌=google', '谷歌云=gcp']);
  });

  it('gives a longer word that is nobody', () => {
    expect(candidates('所罗门去了所罗门群岛')).toEqual([
      '所罗门=solomon',
      '所罗门=solomon',
      '所罗门群岛=nobody',
    ]);
  });

  it('minds the case only where the name does', () => {
    expect(candidates('Fig、FIG、fig、Ｆｉｇ、GOOGLE')).toEqual([
      'Fig=fig-tool',
      'Ｆｉｇ=fig-tool',
      'GOOGLE=google',
    ]);
  });

  it('takes a name with markup for letters', () => {
    expect(candidates('有<I>"\'&𠮷，无<i>')).toEqual(['<I>"\'&𠮷=markup']);
  });

  it('bridges a gap, but not one as wide as three words’', () => {
    expect(candidates('Google  \nCloud Platform')).toContain('Google  \nCloud Platform=gcp');
    expect(candidates('Google    Cloud Platform')).toEqual(['Google=google']);
  });

  it('gives nothing that touches what is closed, and what stands beside it', () => {
    const text = '谷歌、谷歌、谷歌';
    const found = GAZETTEER.candidatesIn(text, [
      { start: 7, end: 8 },
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ]);
    expect(found.map(({ start, end }) => [start, end])).toEqual([[3, 5]]);
  });

  it('holds everybody who shares a form, in the order of the authority file', () => {
    const shared = buildGazetteer([entity('one', '苹果'), entity('two', '苹 果'), entity('three', 'Apple')]);
    expect(candidates('苹果', shared)).toEqual(['苹果=one+two']);
    expect(entitiesNamed(shared, '苹果')).toEqual(['one', 'two']);
  });

  it('looks for no name that is longer than names are, nor for one that says nothing', () => {
    const long = '甲'.repeat(LONGEST_FORM + 1);
    const odd = buildGazetteer([entity('long', long), entity('empty', '·'), entity('hidden', '\u00ad')]);
    expect(candidates(`${long}·\u00ad-`, odd)).toEqual([]);
  });

  it('finds nothing among no entities', () => {
    expect(candidates('谷歌', buildGazetteer([]))).toEqual([]);
  });

  it('finds the longest of names that are made to nest, without filling the memory', () => {
    const nested = buildGazetteer(
      Array.from({ length: 5_000 }, (_, at) => entity(`e${at}`, '甲'.repeat(at + 1))),
    );
    const found = nested.candidatesIn('甲'.repeat(100_000), []);
    expect(found.length).toBeLessThan(1_000_000);
    expect(found.at(-1)?.forms.map((form) => form.entity)).not.toEqual([]);
    expect(Math.max(...found.slice(-100).map(({ start, end }) => end - start))).toBe(LONGEST_FORM);
  });
});

describe('entitiesNamed', () => {
  it.each([
    ['ＧＯＯＧＬＥ', ['google']],
    ['google-cloud platform', ['gcp']],
    ['谷 歌', []],
    ['fig', []],
    ['', []],
    ['所罗门群岛', []],
  ])('knows %j as %j', (surface, expected) => {
    expect(entitiesNamed(GAZETTEER, surface)).toEqual(expected);
  });

  it('tells each entity once, however many of its forms are the same', () => {
    const gazetteer = buildGazetteer([entity('k8s', 'K8s', { aliases: [alias('k8s'), alias('K8S')] })]);
    expect(entitiesNamed(gazetteer, 'k8s')).toEqual(['k8s']);
  });
});
