import { describe, expect, it } from 'vitest';
import type { Edtf } from '../../server/core/date.ts';
import { dateIn } from '../../server/web/date.ts';
import { factsOf, titleOf } from '../../server/web/facts.ts';
import { documentOf, segment } from '../fixture.ts';
import { locales } from '../messages.ts';

describe('dateIn', () => {
  it.each([
    ['2014', '2014', '2014年'],
    ['2014-12', 'December 2014', '2014年12月'],
    ['2014-12-01', 'December 1, 2014', '2014年12月1日'],
    ['2014~', 'about 2014', '约2014年'],
    ['2014-12?', 'December 2014 (?)', '2014年12月（？）'],
    ['2013/2015-07', '2013 – July 2015', '2013年至2015年7月'],
  ])('writes %s no more exactly than it is', (date, en, zh) => {
    expect([dateIn(locales.en, date as Edtf), dateIn(locales['zh-Hans'], date as Edtf)]).toEqual([en, zh]);
  });
});

describe('factsOf', () => {
  const text = (characters: number, glossed: number, of: number) =>
    documentOf(
      'text',
      Array.from({ length: of }, (_, index) =>
        segment(`s${index}`, '字'.repeat(characters / of), index < glossed ? 'A' : null),
      ),
    );

  it('counts characters as the language writes numbers', () => {
    expect(factsOf(text(1234, 0, 1), locales.en).facts).toEqual([
      '1,234 characters',
      '4 minutes',
      '0% glossed',
    ]);
    expect(factsOf(text(1, 1, 1), locales.en).facts).toEqual(['1 character', '1 minute', '100% glossed']);
    expect(factsOf(text(1234, 0, 1), locales['zh-Hans']).facts).toEqual(['1,234字', '4分钟', '已译0%']);
  });

  it('calls nothing whole that is not', () => {
    expect(factsOf(text(300, 299, 300), locales.en).facts).toContain('99% glossed');
    expect(factsOf(text(100, 29, 100), locales.en).facts).toContain('29% glossed');
  });

  it('estimates the length of a text that is not at hand', () => {
    const missing = documentOf('gone', [segment('s1', null, 'A', { length: 1234 })], { presence: 'missing' });
    expect(factsOf(missing, locales.en).facts).toEqual(['about 690 characters', '2 minutes', '100% glossed']);
  });

  it('says why some of the text is not here', () => {
    const changed = documentOf('new', [], { presence: 'changed', description: { file: 'a.md' } });
    expect(factsOf(changed, locales.en).notice).toContain('a.md has changed');
    expect(factsOf(documentOf('here', []), locales.en).notice).toBeNull();
  });
});

describe('titleOf', () => {
  const titled = (zh: string, en: string) => documentOf('text', [], { description: { title: { zh, en } } });

  it('is in both languages', () => {
    expect(titleOf(titled('灯塔', 'The Lighthouse'))).toEqual({ zh: '灯塔', en: 'The Lighthouse' });
  });

  it('calls no Chinese English: where the Chinese stands for both, it stands once', () => {
    expect(titleOf(titled('灯塔', '灯塔'))).toEqual({ zh: '灯塔', en: null });
  });
});
