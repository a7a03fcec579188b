import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discrepanciesOf } from '../../server/core/discrepancy.ts';
import type { Event, Life, Quantity } from '../../server/core/event.ts';
import { parseEventId } from '../../server/core/event.ts';
import { claim, event } from './chronicles.ts';
import { ids } from './entities.ts';

/** `date a, b / c`: what differs, and whose claims are on which side. */
function shown(events: readonly Event[], parties: readonly string[][] = []): Record<string, string[]> {
  const found = discrepanciesOf({ events, parties: parties.map((party) => ids(...party)) });
  return Object.fromEntries(
    [...found].map(([id, own]) => [
      id,
      own.map(({ on, what, event: other, state, sides }) => {
        const told = sides.map(({ claims }) => claims.map((one) => one.id).join(', ')).join(' / ');
        return `${[on, what ?? other].filter(Boolean).join(' ')} ${state === 'open' ? '' : `(${state}) `}${told}`;
      }),
    ]),
  );
}

const dated = (...dates: string[]): string[] | undefined =>
  shown([
    event(
      'e',
      dates.map((date, index) => claim(`c${index}`, { date })),
    ),
  ]).e;
const acted = (parties: string[][], ...whos: string[][]): string[] | undefined =>
  shown(
    [
      event(
        'e',
        whos.map((who, index) => claim(`c${index}`, { who })),
      ),
    ],
    parties,
  ).e;

const money = (value: number, bound?: Quantity['bound'], unit = 'USD'): Quantity => ({
  what: 'price',
  value,
  unit,
  ...(bound !== undefined && { bound }),
});
const counted = (...numbers: Quantity[]): string[] | undefined =>
  shown([
    event(
      'e',
      numbers.map((one, index) => claim(`c${index}`, { numbers: [one] })),
    ),
  ]).e;

describe('dates', () => {
  it.each([
    [['2013', '2013-03']],
    [['2013-03', '2013-03-15', '2013']],
    [['2014/2016', '2015-06']],
    [['2014-12', '2014-11~']],
    [['2014', '2015~']],
    [['2014?', '2014-05']],
    [['2013']],
    [[]],
  ])('%j can all be true', (dates) => {
    expect(dated(...dates)).toEqual([]);
  });

  it.each([
    [['2017-10', '2017-12'], 'date c0 / c1'],
    [['2013', '2014-01-01'], 'date c0 / c1'],
    [['2014/2016', '2016', '2017'], 'date c0, c1 / c2'],
    [['2014-10~', '2014-12'], 'date c0 / c1'],
    [['2013', '2013-03', '2013-05'], 'date c1 / c2'],
    [['2012', '2013-03', '2013', '2013-03-01'], 'date c1, c2, c3 / c0'],
    [['2014?', '2015'], 'date c0 / c1'],
    [['2011', '2012', '2013'], 'date c0 / c1 / c2'],
  ])('%j cannot', (dates, expected) => {
    expect(dated(...dates)).toEqual([expected]);
  });

  it('that nobody gives contradict nobody', () => {
    expect(shown([event('e', [claim('a'), claim('b', { date: '2014' }), claim('c')])]).e).toEqual([]);
  });
});

describe('actors', () => {
  it.each([
    [[['google'], ['google']]],
    [
      [
        ['google', 'ibm'],
        ['ibm', 'google'],
      ],
    ],
    [
      [
        ['google', '…'],
        ['google', 'ibm'],
      ],
    ],
    [
      [
        ['google', '…'],
        ['google', 'ibm', '…'],
      ],
    ],
    [
      [
        ['google', 'ibm', '…'],
        ['ibm', 'docker', '…'],
      ],
    ],
    [[['google'], ['…'], []]],
  ])('%j can be the same', (whos) => {
    expect(acted([], ...whos)).toEqual([]);
  });

  it.each([
    [[['google'], ['ibm']], 'actors c0 / c1'],
    [[['google'], ['google', 'ibm']], 'actors c0 / c1'],
    [[['google', 'ibm', '…'], ['google']], 'actors c0 / c1'],
    [
      [
        ['google', '…'],
        ['ibm', '…'],
      ],
      'actors c0 / c1',
    ],
    [[['google'], ['ibm'], ['ibm']], 'actors c1, c2 / c0'],
  ])('%j cannot', (whos, expected) => {
    expect(acted([], ...whos)).toEqual([expected]);
  });

  it('of one party count as one: a company and its product', () => {
    const whos = [['docker'], ['docker-inc'], ['docker', 'docker-inc']];
    expect(acted([['docker', 'docker-inc', 'dotcloud'], []], ...whos)).toEqual([]);
    expect(acted([], ...whos)).toEqual(['actors c0 / c1 / c2']);
  });
});

describe('numbers', () => {
  it.each([
    [[money(12), money(12)]],
    [[money(12), money(10, 'at-least')]],
    [[money(12), money(12, 'at-most')]],
    [[money(100), money(109, 'about')]],
    [[money(-100), money(-109, 'about')]],
    [[money(5, 'at-least'), money(9, 'at-least')]],
    [[money(0), money(0, 'about')]],
    [[money(12), money(80, undefined, 'CNY')]],
  ])('%j can all be true', (numbers) => {
    expect(counted(...numbers)).toEqual([]);
  });

  it.each([
    [[money(12), money(13)]],
    [[money(0), money(1)]],
    [[money(9), money(10, 'at-least')]],
    [[money(11), money(10, 'at-most')]],
    [[money(100), money(112, 'about')]],
    [[money(5, 'at-most'), money(9, 'at-least')]],
  ])('%j cannot', (numbers) => {
    expect(counted(...numbers)).toEqual(['number price c0 / c1']);
  });

  it('are compared with those that count the same', () => {
    const people = { what: 'people', value: 30, unit: 'people' };
    const claims = [
      claim('a', { numbers: [money(30), people] }),
      claim('b', { numbers: [{ ...people, value: 3 }] }),
    ];
    expect(shown([event('e', claims)]).e).toEqual(['number people a / b']);
  });
});

describe('orders', () => {
  it('that two documents state the other way round stand under both events', () => {
    const events = [
      event('one', [claim('a', { before: ['two'] }), claim('b', { after: ['two'] })]),
      event('two', []),
    ];
    expect(shown(events)).toEqual({ one: ['order two a / b'], two: ['order one a / b'] });
  });

  it('are denied by the dates that another document gives both events', () => {
    const events = [
      event('one', [claim('a', { before: ['two'] }), claim('b', { date: '2015-06' })]),
      event('two', [claim('b', { date: '2014' })]),
    ];
    expect(shown(events).one).toEqual(['order two a / b']);
  });

  it('are not denied by dates of two documents, nor by dates that overlap', () => {
    const apart = [
      event('one', [claim('a', { before: ['two'] }), claim('b', { date: '2015' })]),
      event('two', [claim('c', { date: '2014' })]),
    ];
    const overlapping = [
      event('one', [claim('a', { before: ['two'] }), claim('b', { date: '2014-06' })]),
      event('two', [claim('b', { date: '2014' })]),
    ];
    expect([shown(apart).one, shown(overlapping).one]).toEqual([[], []]);
  });

  it('that follow from dates alone are no discrepancy of their own', () => {
    const events = [
      event('one', [claim('a', { date: '2014' }), claim('b', { date: '2016' })]),
      event('two', [claim('a', { date: '2015' }), claim('b', { date: '2015' })]),
    ];
    expect(shown(events)).toEqual({ one: ['date a / b'], two: [] });
  });

  it('to itself, or to an event that is not there, is none', () => {
    expect(shown([event('one', [claim('a', { after: ['one', 'nowhere'] })])])).toEqual({ one: [] });
  });
});

describe('the life of a discrepancy', () => {
  const claims = [claim('a', { date: '2014' }), claim('b', { date: '2015' })];
  const explained: Pick<Life, 'state' | 'reason'> = { state: 'explained', reason: 'source-slip' };

  it('is what somebody wrote of it, and open otherwise', () => {
    expect(shown([event('e', claims, { lives: [{ on: 'date', ...explained }] })]).e).toEqual([
      'date (explained) a / b',
    ]);
    expect(shown([event('e', claims, { lives: [{ on: 'number', what: 'price', ...explained }] })]).e).toEqual(
      ['date a / b'],
    );
  });

  it('of an order may be written under either event, whatever its state', () => {
    const note = { zh: '待查', en: 'To be looked up' };
    const orders = [claim('a', { before: ['two'] }), claim('b', { after: ['two'] })];
    const [one, two] = [parseEventId('one'), parseEventId('two')];
    const first = [
      event('one', orders, { lives: [{ on: 'order', event: two, state: 'open', note }] }),
      event('two', []),
    ];
    const second = [
      event('one', orders),
      event('two', [], { lives: [{ on: 'order', event: one, ...explained }] }),
    ];
    expect(shown(second)).toEqual({
      one: ['order two (explained) a / b'],
      two: ['order one (explained) a / b'],
    });
    const found = discrepanciesOf({ events: first, parties: [] });
    expect([found.get(one)?.[0], found.get(two)?.[0]]).toMatchObject([
      { event: two, note },
      { event: one, note },
    ]);
  });
});

describe('discrepanciesOf', () => {
  it('puts no two claims on one side that contradict each other, and names nobody who contradicts nobody', () => {
    const date = fc.constantFrom('2013', '2013-03', '2013-05', '2014', '2013/2014', '2014-01~', '2014?');
    fc.assert(
      fc.property(fc.array(date, { maxLength: 8 }), (dates) => {
        const claims = dates.map((one, index) => claim(`c${index}`, { date: one }));
        const [found] =
          discrepanciesOf({ events: [event('e', claims)], parties: [] }).get(parseEventId('e')) ?? [];
        const areAtOdds = (a: string, b: string): boolean => dated(a, b)?.length === 1;
        for (const { claims: side } of found?.sides ?? []) {
          expect(side.some((a) => side.some((b) => areAtOdds(a.date ?? '', b.date ?? '')))).toBe(false);
          for (const a of side) expect(dates.some((b) => areAtOdds(a.date ?? '', b))).toBe(true);
        }
        expect(found === undefined).toBe(!dates.some((a) => dates.some((b) => areAtOdds(a, b))));
        const sizes = (found?.sides ?? []).map((side) => side.claims.length);
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      }),
    );
  });
});
