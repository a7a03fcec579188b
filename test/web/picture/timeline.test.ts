import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../server/web/picture/box.ts';
import type { ItemView } from '../../../server/web/picture/lane.ts';
import type { TimelineItem } from '../../../server/web/picture/moment.ts';
import type { TimelineView } from '../../../server/web/picture/timeline.ts';
import { timelineOf } from '../../../server/web/picture/timeline.ts';
import { brokenPaths, collisions, names, outside, renderPart, unshowable } from './part.ts';

const HOSTILE = '<i>"\'&</i>';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LANES = [
  { id: 'one', label: 'The first of the documents' },
  { id: 'two', label: '第二篇：名字很长很长的一篇文章，写容器的历史' },
];
const options = { id: 'time', title: 'What happened when', months: MONTHS };

const item = (date: string, label = '一件事', more: Partial<TimelineItem> = {}): TimelineItem => ({
  href: '/events/one',
  label,
  date,
  ...more,
});

const two = (number: number): string => String(number).padStart(2, '0');
const datesFrom = (first: number, last: number) =>
  fc
    .record({
      year: fc.integer({ min: first, max: last }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      form: fc.constantFrom('year', 'month', 'day', 'about', 'interval'),
    })
    .map(({ year, month, day, form }) => {
      const text = String(year).padStart(4, '0');
      if (form === 'year') return text;
      if (form === 'about') return `${text}~`;
      if (form === 'month') return `${text}-${two(month)}`;
      if (form === 'interval') return `${text}-${two(month)}/${last}`;
      return `${text}-${two(month)}-${two(day)}`;
    });
const itemsOn = (dates: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(
    fc.record({
      href: fc.constant('/events/one'),
      label: names,
      date: dates,
      lane: fc.constantFrom('one', 'two', 'none'),
      isDisputed: fc.boolean(),
    }),
    { maxLength, size: 'max' },
  );

describe('timelineOf', () => {
  it.each([
    ['three years', datesFrom(2014, 2016)],
    ['a century', datesFrom(1900, 2030)],
    ['all years that can be written', datesFrom(0, 9999)],
    ['one day', fc.constant('2014-12-01')],
    ['no date', fc.constantFrom('', 'yesterday', '2014-13')],
  ])('never lets a label touch another or a mark, and keeps all of them in the frame: %s', (_, dates) => {
    const widths = fc.constantFrom(undefined, 200, 390, 960, 1440, Number.NaN, Number.NEGATIVE_INFINITY);
    fc.assert(
      fc.property(itemsOn(dates, 80), widths, fc.boolean(), (items, width, hasLanes) => {
        const view = timelineOf(items, {
          ...options,
          ...(width !== undefined && { width }),
          ...(hasLanes && { lanes: LANES }),
        });
        const boxes = itemsOf(view).flatMap((one) => [one.labelBox, markOf(one)]);
        expect(collisions(boxes.filter((box) => box.width > 0))).toEqual([]);
        expect(outside(boxes, view)).toEqual([]);
        expect([...unshowable(view), ...brokenPaths(view)]).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows the same picture whatever the order of its input', () => {
    const input = itemsOn(datesFrom(2012, 2016), 40).chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(input, ([items, others]) => {
        expect(timelineOf(others, options)).toEqual(timelineOf(items, options));
      }),
      { numRuns: 30 },
    );
  });

  it('puts the earlier before the later, by where their marks are', () => {
    const dates = ['2009', '2013-03-15', '2014-06-07', '2014-12-01', '2019-11-13'];
    const [items] = timelineOf(
      dates.toReversed().map((date) => item(date)),
      options,
    ).lanes.map((lane) => lane.items);
    const lefts = items?.map((one) => markOf(one).x) ?? [];
    expect(lefts).toHaveLength(5);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  });

  it('gives each of twenty on the same day a row of its own', () => {
    const view = timelineOf(
      Array.from({ length: 20 }, (_, index) => item('2014-12-01', `件 ${index}`)),
      options,
    );
    expect(new Set(itemsOf(view).map(({ labelY }) => labelY)).size).toBe(20);
    expect(new Set(itemsOf(view).map((one) => markOf(one).x)).size).toBe(1);
  });

  it('draws a day as a dot, and anything longer as a bar of its length', () => {
    const view = timelineOf(
      ['2014-12-01', '2014-11', '2013', '2013/2014'].map((date) => item(date)),
      options,
    );
    const marks = new Map(itemsOf(view).map((one) => [one.name.split(' ')[0], one]));
    expect([...marks].map(([date, { kind }]) => `${date} ${kind}`).toSorted()).toEqual([
      '2013 bar',
      '2013/2014 bar',
      '2014-11 bar',
      '2014-12-01 dot',
    ]);
    const lengths = ['2014-11', '2013', '2013/2014'].map((date) => widthOfMark(marks.get(date)));
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('gives what is disputed another shape', () => {
    const [one, other] = itemsOf(
      timelineOf([item('2014-12-01'), item('2015-12-01', 'B', { isDisputed: true })], options),
    );
    expect([one?.d, other?.d].map((d) => d?.includes('A'))).toEqual([true, false]);
    expect([one?.isDisputed, other?.isDisputed]).toEqual([false, true]);
  });

  it('gives a year with much in it more room than an empty one', () => {
    const busy = Array.from({ length: 12 }, (_, index) => item(`2014-${two(index + 1)}-10`));
    const view = timelineOf([item('2012-06'), ...busy, item('2016-06')], options);
    const at = new Map(
      view.ticks.filter(({ kind }) => kind === 'year').map(({ label, labelX }) => [label, labelX]),
    );
    const widthOf = (year: number): number => (at.get(String(year + 1)) ?? 0) - (at.get(String(year)) ?? 0);
    expect(widthOf(2014)).toBeGreaterThan(2 * widthOf(2013));
  });

  it('keeps the labels of its ticks apart, and takes round years first', () => {
    const view = timelineOf([item('1903'), item('2028')], options);
    const labels = view.ticks.filter(({ kind, label }) => kind === 'year' && label !== '');
    for (const [index, tick] of labels.entries())
      expect((labels[index + 1]?.labelX ?? view.width) - tick.labelX).toBeGreaterThanOrEqual(30);
    expect(labels.map(({ label }) => label)).toContain('1950');
    expect(labels.map(({ label }) => label)).not.toContain('1953');
  });

  it('names months only where there is room, and only if it was told their names', () => {
    const named = (items: readonly TimelineItem[], months: readonly string[]): string[] =>
      timelineOf(items, { ...options, months })
        .ticks.filter(({ kind }) => kind !== 'year')
        .map(({ label }) => label)
        .filter((label) => label !== '');
    expect(named([item('2014-12-01')], MONTHS)).toEqual(MONTHS.slice(1));
    expect(named([item('2014-12-01'), item('2020')], [])).toEqual([]);
    expect(named([item('1900'), item('2030')], MONTHS)).toEqual([]);
  });

  it('shows every lane in its order, even an empty one, and last what stands in none', () => {
    const items = [
      item('2014', 'A', { lane: 'two' }),
      item('2015', 'B', { lane: 'gone' }),
      item('2016', 'C'),
    ];
    const { lanes } = timelineOf(items, { ...options, lanes: LANES });
    expect(lanes.map(({ label, items: some }) => [label, some.map((one) => one.label)])).toEqual([
      [LANES[0]?.label, []],
      [LANES[1]?.label, ['A']],
      ['', ['B', 'C']],
    ]);
  });

  it('says the date in words if they are given, and as it is written if not', () => {
    const view = timelineOf([item('2014~', 'A', { when: 'about 2014' }), item('2015', 'B')], options);
    expect(itemsOf(view).map(({ name }) => name)).toEqual(['about 2014 · A', '2015 · B']);
  });
});

describe('the part timeline', () => {
  it('shows nothing of nothing', () => {
    const empty = timelineOf([], { ...options, lanes: LANES });
    expect(renderPart('timeline', { timeline: empty }).trim()).toBe('');
  });

  it('makes nothing of a name into markup', () => {
    const timeline = timelineOf(
      [item('2014', HOSTILE, { href: `/events/${HOSTILE}`, lane: 'a', when: HOSTILE })],
      {
        id: 'time',
        title: HOSTILE,
        lanes: [{ id: 'a', label: HOSTILE }],
        months: Array.from({ length: 12 }, () => HOSTILE.slice(0, 3)),
      },
    );
    const html = renderPart('timeline', { timeline });
    expect(html).not.toContain('<i>');
    expect(html).not.toMatch(/(?:href|aria-label)="[^"]*[<>'][^"]*"/);
    expect(html).toContain('&lt;i&gt;&#34;&#39;&amp;&lt;/i&gt;');
    expect(html).not.toContain('style=');
  });

  it('names the picture and its lanes, and links every item', () => {
    const timeline = timelineOf([item('2014', 'A', { lane: 'one' })], { ...options, lanes: LANES });
    const html = renderPart('timeline', { timeline });
    expect(html).toContain('<title id="time_title">What happened when</title>');
    expect(html).toContain('role="group" aria-label="The first of the documents"');
    expect(html).toContain('href="/events/one"');
  });
});

function itemsOf({ lanes }: TimelineView): ItemView[] {
  return lanes.flatMap(({ items }) => items);
}

/** The smallest box around the points of a mark. */
function markOf({ d }: ItemView): Box {
  const left = Number(/^M(-?[\d.]+)/.exec(d)?.[1]);
  const numbers = (d.match(/-?[\d.]+/g) ?? []).map(Number);
  const isRound = d.includes('A');
  const radius = isRound ? (numbers[3] ?? 0) : 0;
  const right = isRound ? (numbers[2] ?? 0) : (numbers[4] ?? 0);
  const [top, bottom] = isRound ? [numbers[1], numbers[9]] : [numbers[3], numbers[8]];
  const y = top ?? 0;
  return { x: left - radius, y, width: right - left + 2 * radius, height: (bottom ?? 0) - y };
}

function widthOfMark(view: ItemView | undefined): number {
  return view === undefined ? 0 : markOf(view).width;
}
