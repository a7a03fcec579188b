import { describe, expect, it } from 'vitest';
import { parseEventId } from '../../../server/core/event.ts';
import { surveyOf } from '../../../server/core/survey.ts';
import { figureIn } from '../../../server/web/event/figure.ts';
import { eventIn, historyOf } from '../../../server/web/history.ts';
import type { UiLanguage } from '../../../server/web/language.ts';
import type { EventPage } from '../../../server/web/pages/event.ts';
import { eventPage } from '../../../server/web/pages/event.ts';
import { locales } from '../../messages.ts';
import { told } from '../../told.ts';
import { reader } from '../reader.ts';

const history = historyOf(told, surveyOf(told));
const { get } = reader({ library: told });

function page(id: string, language: UiLanguage = 'en'): EventPage {
  const { authority } = told;
  return eventPage(eventIn(history, parseEventId(id)), { history, authority, locale: locales[language] });
}

/** Each passage as it is marked, with what is read from it: `[十二月初]起了… | date December 2014 A`. */
function passages({ texts }: EventPage): string[] {
  return texts.flatMap(({ rows }) =>
    rows.flatMap(({ number, zh, en, claims }) => [
      `${number} ${(zh ?? en ?? []).map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')}`,
      ...claims.flatMap(({ facts }) =>
        facts.map(
          ({ label, text, side }) => `- ${label}: ${text}${side === null ? '' : ` (${side.letter})`}`,
        ),
      ),
    ]),
  );
}

describe('eventPage', () => {
  it('sets the passages of all documents in order, marks what claims rest on, and says what is read', () => {
    expect(passages(page('storm'))).toEqual([
      '2 [十二月初]起了大风，<i>守塔人</i>花了[一千二百万]。',
      '- date: December 2014 (A)',
      '- actors: the <keeper> (A)',
      '- price: $12 million (A)',
      '1 The storm came in <b>February</b>.',
      '- date: February 2015 (B)',
      '- actors: the <keeper> and Pilot (B)',
      '- price: $900 (B)',
      '1 [那一年]的大风，是守塔人的大风。',
      '- date: 2014 (A)',
    ]);
  });

  it('says in what the texts differ, what each side says, and what became of it', () => {
    const [date, actors, price] = page('storm').differences;
    expect(date).toMatchObject({
      label: 'date',
      state: 'settled',
      reason: 'a slip in a text',
      note: { text: '<b>February</b> is too late.', other: '<b>二月</b>太晚。', otherLanguage: 'zh-Hans' },
      steps: [{ isCurrent: false }, { isCurrent: false }, { label: 'settled', isCurrent: true }],
      sides: [
        {
          letter: 'A',
          says: 'December 2014; 2014',
          claims: [
            { href: '#claim_c1', title: 'The Gale', number: '2' },
            { href: '#claim_c4', title: '漂流', number: '1' },
          ],
        },
        { letter: 'B', says: 'February 2015', claims: [{ href: '#claim_c3', title: 'Ebb', number: '1' }] },
      ],
    });
    expect(actors?.sides.map(({ says }) => says)).toEqual(['the <keeper>', 'the <keeper> and Pilot']);
    expect(price).toMatchObject({ label: 'price', state: 'open', reason: null, note: null });
  });

  it('tells an order on the pages of both events', () => {
    const said = (id: string): unknown =>
      page(id)
        .differences.find(({ label }) => label === 'order')
        ?.sides.map(({ says, claims }) => [says, claims.map(({ href }) => href)]);
    const [first, second] = ['“The lamp is lit” came first', '“The <i>"\'& storm” came first'];
    expect(said('lamp')).toEqual([
      [first, ['#claim_c1']],
      [second, ['#claim_c2']],
    ]);
    expect(said('storm')).toEqual([
      [first, ['/events/lamp#claim_c1']],
      [second, ['/events/lamp#claim_c2']],
    ]);
    expect(passages(page('lamp'))).toEqual([
      '3 [先点灯]，后起风。',
      '- order: before “The <i>"\'& storm” (A)',
      '2 [After it] the lamp was lit.',
      '- order: after “The <i>"\'& storm” (B)',
    ]);
  });

  it('compares the texts in a table, where there is something to compare', () => {
    expect(page('storm').comparison).toMatchObject({
      columns: [{ label: 'date' }, { label: 'actors' }, { label: 'figures' }],
      rows: [
        { title: 'The Gale', cells: [[{ text: 'December 2014' }], [{}], [{ text: 'price: $12 million' }]] },
        { title: 'Ebb', cells: [[{ text: 'February 2015' }], [{}], [{ text: 'price: $900' }]] },
        { title: '漂流', cells: [[{ text: '2014' }], [], []] },
      ],
    });
    expect(page('lamp').comparison).toBeNull();
    expect(page('fog').comparison).toBeNull();
  });

  it('says which side most texts are on, if there is one', () => {
    const sides = page('storm').texts.flatMap(({ rows }) =>
      rows.flatMap(({ claims }) =>
        claims.flatMap(({ facts }) => facts.map(({ label, side }) => [label, side?.isMost])),
      ),
    );
    expect(sides.filter(([label]) => label === 'date')).toEqual([
      ['date', true],
      ['date', false],
      ['date', true],
    ]);
    expect(sides.filter(([label]) => label === 'price')).toEqual([
      ['price', false],
      ['price', false],
    ]);
  });

  it('names the entities that there are', () => {
    expect(page('storm').entities).toEqual([
      { href: '/entities/keeper', type: 'person', name: 'the <keeper>' },
    ]);
  });

  it('leads to the events before and after in time', () => {
    expect(page('storm')).toMatchObject({
      previous: { href: '/events/calm', date: '2014' },
      next: { href: '/events/fog', date: null },
    });
    expect(page('lamp').previous).toBeNull();
    expect(page('wreck').next).toBeNull();
  });

  it('counts texts and passages, and says when there are none', () => {
    expect(page('storm').summary).toBe('Told by 3 texts in 3 passages.');
    expect(page('fog').summary).toBe('Told by 1 text in 1 passage.');
    expect(page('wreck')).toMatchObject({ summary: 'No text tells this.', texts: [], differences: [] });
  });

  it('speaks Chinese', () => {
    const { date, differences, summary } = page('storm', 'zh-Hans');
    expect([date, summary]).toEqual(['2014年12月1日', '3篇文章讲到此事，共3段文字。']);
    expect(
      differences.map(({ label, sides }) => [label, sides.map(({ letter, says }) => letter + says)]),
    ).toEqual([
      ['日期', ['甲2014年12月；2014年', '乙2015年2月']],
      ['当事者', ['甲守塔人&', '乙守塔人&和领航员']],
      ['价格', ['甲1200万美元', '乙900美元']],
      ['先后', ['甲“点灯”在先', '乙“<i>"\'&大风”在先']],
    ]);
  });
});

describe('figureIn', () => {
  it.each([
    [{ value: 73_500_000, unit: 'USD' }, '$73.5 million', '7350万美元'],
    [{ value: 250_000_000, unit: 'USD' }, '$250 million', '2.5亿美元'],
    [
      { value: 300_000, unit: 'servers', bound: 'at-least' },
      'at least 300,000 servers',
      '至少300,000台服务器',
    ],
    [{ value: 1, unit: 'people' }, '1 person', '1人'],
    [{ value: 3, unit: 'constructor', bound: 'about' }, 'about 3 constructor', '约3 constructor'],
  ] as const)('says %j', (quantity, en, zh) => {
    expect([en, zh]).toEqual(
      [locales.en, locales['zh-Hans']].map((locale) => figureIn(locale, { what: 'x', ...quantity })),
    );
  });
});

describe('GET /events/:event', () => {
  it('has no id twice, and leads every link within the page to something in it', async () => {
    const { status, text } = await get('/events/storm');
    expect(status).toBe(200);
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual([...new Set(ids)]);
    const fragments = [...text.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1]);
    expect(fragments).toContain('claim_c1');
    expect(ids).toEqual(expect.arrayContaining(fragments));
    expect((await get('/events/lamp')).text).toContain('id="claim_c2"');
  });

  it('leads to each passage where it is read, though its segment has another id by now', async () => {
    const { text } = await get('/events/storm');
    for (const href of ['/read/gale#s2', '/read/ebb#s1', '/read/drift#s1'])
      expect(text).toContain(`href="${href}"`);
  });

  it('makes nothing of titles, passages, names and notes into markup', async () => {
    for (const path of ['/events/storm', '/events/lamp', '/events/storm?lang=zh-Hans'])
      expect((await get(path)).text).not.toMatch(/<i>|<b>|<keeper>/);
  });

  it('tells what differs by a sign and a word', async () => {
    const { text } = await get('/events/storm');
    expect(text).toMatch(/<span aria-hidden="true">≠<\/span> differs \(B\)/);
  });

  it.each(['/events/unknown', '/events/Storm', '/events/__proto__', `/events/${'x'.repeat(81)}`])(
    'does not know %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
