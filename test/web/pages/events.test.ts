import { describe, expect, it } from 'vitest';
import { parseEventId } from '../../../server/core/event.ts';
import { surveyOf } from '../../../server/core/survey.ts';
import type { Filter } from '../../../server/web/event/filter.ts';
import { historyOf, inOrderOfTime } from '../../../server/web/history.ts';
import type { EventsPage } from '../../../server/web/pages/events.ts';
import { eventsPage } from '../../../server/web/pages/events.ts';
import { eventOf } from '../../chronicle.ts';
import { locales } from '../../messages.ts';
import { told } from '../../told.ts';
import { reader } from '../reader.ts';

const history = historyOf(told, surveyOf(told));
const { get } = reader({ library: told });

function page(filter: Filter = {}): EventsPage {
  return eventsPage(told, history, filter, locales.en);
}

describe('inOrderOfTime', () => {
  const order = (...dates: (string | undefined)[]): string[] =>
    inOrderOfTime(
      dates.map((date, index) => eventOf(`e${index}`, { zh: '', en: '', ...(date && { date }) }, [])),
    ).map(({ id }) => id);

  it('puts what was before before', () => {
    expect(order('2015', '2013-03', '2014')).toEqual(['e1', 'e2', 'e0']);
  });

  it('keeps the order given where the dates leave it open', () => {
    expect(order('2013-03-15', '2013-03', '2013')).toEqual(['e0', 'e1', 'e2']);
  });

  it('keeps one without a date behind the one before it', () => {
    expect(order(undefined, '2015', undefined, '2014')).toEqual(['e0', 'e3', 'e1', 'e2']);
  });
});

describe('eventsPage', () => {
  it('says of each event when it was, how many texts tell it, and in what they differ', () => {
    expect(
      page().rows.map(({ href, date, texts, differences }) => [
        href,
        date,
        texts,
        differences.map(({ label, state }) => `${label} ${state}`),
      ]),
    ).toEqual([
      ['/events/lamp', '2013', '2 texts', ['order open']],
      ['/events/calm', '2014', '1 text', []],
      [
        '/events/storm',
        'December 1, 2014',
        '3 texts',
        ['date settled', 'actors open', 'price open', 'order open'],
      ],
      ['/events/fog', null, '1 text', []],
      ['/events/wreck', '2016', '0 texts', []],
    ]);
    expect(page().facts).toEqual(['5 events', 'the texts differ on 2']);
  });

  it('counts for each choice what its link would show', () => {
    const shown = (filter: Filter): string[] =>
      page(filter).facets.flatMap(({ entries }) =>
        entries.map(
          ({ href, label, count, isCurrent }) => `${isCurrent ? '> ' : ''}${label} ${count} ${href}`,
        ),
      );
    const ebb = told.documents.find(({ id }) => id === 'ebb');
    expect(shown({ document: ebb })).toEqual([
      '> All 2 /events?document=ebb',
      'The texts differ 2 /events?document=ebb&disputed=1',
      'All 5 /events',
      'The Lighthouse 1 /events?document=lighthouse',
      'The Gale 2 /events?document=gale',
      '> Ebb 2 /events?document=ebb',
      '漂流 2 /events?document=drift',
      '> All 2 /events?document=ebb',
      'the <keeper> 1 /events?entity=keeper&document=ebb',
      'Pilot 1 /events?entity=pilot&document=ebb',
    ]);
  });

  it('keeps the choice in force in sight, though it leaves nothing', () => {
    const logbook = [...told.authority.entities.values()].find(({ id }) => id === 'logbook');
    const { facets, rows } = page({ entity: logbook });
    expect(rows).toEqual([]);
    expect(facets[2]?.entries.find(({ isCurrent }) => isCurrent)).toMatchObject({
      label: 'logbook',
      count: '0',
    });
  });

  it('draws what has a date', () => {
    const items = page().timeline.lanes.flatMap((lane) => lane.items);
    expect(items.map(({ href, isDisputed }) => [href, isDisputed]).sort()).toEqual([
      ['/events/calm', false],
      ['/events/lamp', true],
      ['/events/storm', true],
      ['/events/wreck', false],
    ]);
    expect(items.find(({ href }) => href === '/events/storm')?.name).toContain('the texts differ');
  });

  it('counts an id that is used twice once', () => {
    const doubled = {
      ...told,
      chronicle: { ...told.chronicle, events: told.chronicle.events.flatMap((one) => [one, one]) },
    };
    const { events, byId } = historyOf(doubled, surveyOf(doubled));
    expect(events).toHaveLength(5);
    expect(byId.get(parseEventId('storm'))?.claims).toHaveLength(4);
  });
});

describe('GET /events', () => {
  it('shows the picture, and the same in a table', async () => {
    const { status, text } = await get('/events');
    expect(status).toBe(200);
    expect(text.match(/class="moment"/g)).toHaveLength(4);
    expect(text.match(/role="rowheader"/g)).toHaveLength(5);
    expect(text).toContain('no date');
  });

  it.each([
    ['/events?disputed=1', ['lamp', 'storm']],
    ['/events?entity=pilot', ['storm', 'fog']],
    ['/events?document=lighthouse', ['calm']],
    ['/events?disputed=1&entity=pilot&document=ebb', ['storm']],
    ['/events?disputed=0', ['lamp', 'calm', 'storm', 'fog', 'wreck']],
  ])('is narrowed: %s', async (path, expected) => {
    const { text } = await get(path);
    const rows = [...text.matchAll(/role="rowheader"[^>]*><a href="\/events\/([a-z]+)"/g)];
    expect(rows.map((match) => match[1])).toEqual(expected);
  });

  it('has one address for one choice', async () => {
    const { text } = await get('/events?disputed=1&x=1&document=ebb&entity=pilot');
    expect(text).toContain('href="/events?entity=pilot&amp;document=ebb&amp;disputed=1&amp;lang=zh-Hans"');
  });

  it.each([
    ['/events?entity=unknown', 404],
    ['/events?entity=', 404],
    ['/events?document=unknown', 404],
    ['/events?disputed=2', 400],
    ['/events?entity=pilot&entity=keeper', 400],
  ])('refuses %s', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('says that nothing is left', async () => {
    expect((await get('/events?entity=logbook')).text).toContain('No event is left.');
  });

  it('makes nothing of a name into markup, in the picture either', async () => {
    const { text } = await get('/events');
    expect(text).not.toMatch(/<i>|<keeper>/);
    expect(text.match(/The &lt;i&gt;&#34;&#39;&amp; storm/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('is open to somebody who reads Chinese', async () => {
    const { text } = await get('/events?lang=zh-Hans');
    for (const words of ['5件事', '其中2件各篇说法不一', '当事者', '已查明', '日期不详'])
      expect(text).toContain(words);
  });
});
