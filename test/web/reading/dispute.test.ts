import { describe, expect, it } from 'vitest';
import type { Library } from '../../../server/core/document.ts';
import type { Claim, Life } from '../../../server/core/event.ts';
import { parseEventId } from '../../../server/core/event.ts';
import { surveyOf } from '../../../server/core/survey.ts';
import type { UiLanguage } from '../../../server/web/language.ts';
import { disputesOf } from '../../../server/web/reading/dispute.ts';
import { claimOf, eventOf } from '../../chronicle.ts';
import { documentOf, segment } from '../../fixture.ts';
import { library } from '../../library.ts';
import { locales } from '../../messages.ts';
import { told } from '../../told.ts';
import { reader } from '../reader.ts';

const documents = ['a', 'b', 'c', 'd'].map((id) =>
  documentOf(id, [segment('s1', '某年某月。', 'Some time.'), segment('s2', '另有一说。', 'Otherwise.')]),
);

/** What the first segment of document `a` is told, line by line. */
function lines(claims: readonly Claim[], lives: readonly Life[] = [], language: UiLanguage = 'en'): string[] {
  const events = [
    eventOf('e', { zh: '此事', en: 'This' }, claims, { lives }),
    eventOf('f', { zh: '彼事', en: 'That' }, []),
  ];
  const of: Library = { ...library, documents, chronicle: { parties: [], events } };
  const [first] = documents[0]?.segments ?? [];
  if (first === undefined) throw new Error('the fixture has no segment');
  return disputesOf(first, surveyOf(of), locales[language]).flatMap(({ view }) => [
    view.others,
    ...view.points.flatMap((point) => [...point.lines, ...(point.note === null ? [] : [point.note])]),
  ]);
}

const dated = (place: string, date: string): Claim =>
  claimOf(place, 0, place.endsWith('s1') ? '某年' : '另有', { date });
const acted = (place: string, who: string, more = false): Claim =>
  claimOf(place, 0, place.endsWith('s1') ? '某年' : '另有', { who: who.split(' '), more });

describe('disputesOf', () => {
  it('says nothing where all agree, or nobody else tells it', () => {
    expect(lines([dated('a:s1', '2013'), dated('b:s1', '2013-03')])).toEqual([]);
    expect(lines([dated('a:s1', '2013')])).toEqual([]);
  });

  it('counts those who tell it and those who date it otherwise', () => {
    expect(lines([dated('a:s1', '2017-12'), dated('b:s1', '2017-10')])).toEqual([
      '1 other text tells this.',
      '1 gives another date: October 2017.',
    ]);
    expect(lines([dated('a:s1', '2017-12'), dated('b:s1', '2017-10'), dated('c:s1', '2017-10')])).toEqual([
      '2 other texts tell this.',
      '2 give another date: October 2017.',
    ]);
    expect(lines([dated('a:s1', '2017-12'), dated('b:s1', '2017-10'), dated('c:s1', '2016')])).toEqual([
      '2 other texts tell this.',
      '2 give other dates: October 2017 and 2016.',
    ]);
    expect(lines([dated('a:s1', '2017-12'), dated('b:s1', '2017-10'), dated('b:s2', '2016')])).toEqual([
      '1 other text tells this.',
      '1 gives other dates: October 2017 and 2016.',
    ]);
  });

  it('tells who agrees with the majority that one stands apart', () => {
    const claims = [
      dated('a:s1', '2017-12'),
      dated('b:s1', '2017-12'),
      dated('c:s1', '2017'),
      dated('d:s1', '2016'),
    ];
    expect(lines(claims)).toEqual(['3 other texts tell this.', '1 gives another date: 2016.']);
  });

  it('counts only those who contradict this passage, not all who stand on other sides', () => {
    const claims = [acted('a:s1', 'x', true), acted('b:s1', 'x y'), acted('c:s1', 'x z'), acted('d:s1', 'w')];
    expect(lines(claims)).toEqual(['3 other texts tell this.', '1 names other actors.']);
  });

  it('knows a text that contradicts itself', () => {
    expect(lines([dated('a:s1', '2013'), dated('a:s2', '2014')])).toEqual([
      'No other text tells this.',
      'Elsewhere this text itself gives another date: 2014.',
    ]);
    expect(lines([acted('a:s1', 'x'), acted('a:s2', 'y'), acted('b:s1', 'z')])).toEqual([
      '1 other text tells this.',
      '1 names other actors.',
      'So does this text itself, elsewhere.',
    ]);
  });

  it('names the other event of an order', () => {
    const order = (place: string, how: 'after' | 'before'): Claim =>
      claimOf(place, 0, '某年', { [how]: ['f'] });
    expect(lines([order('a:s1', 'after'), order('b:s1', 'before'), order('c:s1', 'before')])).toEqual([
      '2 other texts tell this.',
      '2 texts have this and “That” in the other order.',
    ]);
  });

  it('ends with what somebody found out', () => {
    const note = { zh: '应为十月。', en: 'October is right.' };
    const claims = [dated('a:s1', '2017-12'), dated('b:s1', '2017-10')];
    const lives: Life[] = [{ on: 'date', state: 'settled', note }];
    expect(lines(claims, lives).at(-1)).toBe('October is right.');
    expect(lines(claims, lives, 'zh-Hans')).toEqual([
      '另有1篇文章讲到此事。',
      '有1篇所记的日期不同：2017年10月。',
      '应为十月。',
    ]);
  });
});

describe('a dispute in the reader', () => {
  const { get } = reader({ library: told });

  it('marks the words, and leads to what others say and to the event', async () => {
    const { text } = await get('/read/gale');
    expect(text).toMatch(/十二月初<a class="marker differs" id="differs_storm_c1" href="#dispute_storm_c1"/);
    expect(text).toContain('id="dispute_storm_c1"');
    expect(text).toContain('2 other texts tell this.');
    expect(text).toContain('1 gives another date: February 2015.');
    expect(text).toContain('&lt;b&gt;February&lt;/b&gt; is too late.');
    expect(text).toContain(`href="/events/${parseEventId('storm')}"`);
  });

  it('stands at the row where the text is not at hand, and nowhere where nothing differs', async () => {
    expect((await get('/read/ebb')).text).toContain('class="back" href="#s1"');
    expect((await get('/read/drift')).text).not.toContain('dispute_fog');
  });
});
