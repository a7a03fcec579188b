import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edtf } from '../../server/core/date.ts';
import { parseEdtf, rangeOf } from '../../server/core/date.ts';

describe('parseEdtf', () => {
  it.each(['2014', '2014-12', '2014-12-01', '2014~', '2014-06?', '2016-02-29', '2013/2015-07'])(
    'takes %s',
    (text) => {
      expect(parseEdtf(text)).toBe(text);
    },
  );

  it.each([
    '',
    '14',
    '2014-13',
    '2014-00',
    '2014-02-30',
    '2015-02-29',
    '2014-1-1',
    '2014年',
    '2015/2013',
    'yesterday',
    '2014/2015/2016',
  ])('refuses “%s”', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });
});

describe('rangeOf', () => {
  it.each([
    ['2014', '2014-01-01', '2015-01-01'],
    ['2014-12', '2014-12-01', '2015-01-01'],
    ['2014-12-01', '2014-12-01', '2014-12-02'],
    ['2016-02', '2016-02-01', '2016-03-01'],
    ['2016-02-29', '2016-02-29', '2016-03-01'],
    ['1969-12-31', '1969-12-31', '1970-01-01'],
    ['0014', '0014-01-01', '0015-01-01'],
    ['0000', '0000-01-01', '0001-01-01'],
    ['9999-12-31', '9999-12-31', '+010000-01-01'],
  ])('holds every day of %s and no other', (date, from, to) => {
    expect(shown(date)).toEqual([from, to]);
  });

  it.each([
    ['2013/2015', '2013-01-01', '2016-01-01'],
    ['2013/2015-07', '2013-01-01', '2015-08-01'],
    ['2014-11/2014-12-03', '2014-11-01', '2014-12-04'],
    ['2014/2014', '2014-01-01', '2015-01-01'],
    ['2013/2013-05', '2013-01-01', '2013-06-01'],
  ])('reaches from the start of the first end of %s to the end of the last', (date, from, to) => {
    expect(shown(date)).toEqual([from, to]);
  });

  it.each([
    ['2014~', '2013-01-01', '2016-01-01'],
    ['2014-12~', '2014-11-01', '2015-02-01'],
    ['2015-01~', '2014-12-01', '2015-03-01'],
    ['2016-03-01~', '2016-02-29', '2016-03-03'],
    ['2014%', '2013-01-01', '2016-01-01'],
    ['2013~/2015-07', '2012-01-01', '2015-08-01'],
    ['2013/2015-07~', '2013-01-01', '2015-09-01'],
    ['2014-06-01/2014-06-30~', '2014-06-01', '2014-07-02'],
    ['2014-06-10~/2014-06-10', '2014-06-09', '2014-06-11'],
  ])('is wider by one unit on both sides of an end of %s that is about right', (date, from, to) => {
    expect(shown(date)).toEqual([from, to]);
  });

  it('is not moved by doubt', () => {
    expect(rangeOf('2014-06?' as Edtf)).toEqual(rangeOf('2014-06' as Edtf));
  });

  it('counts days from 1970', () => {
    expect(rangeOf('1970-01-01' as Edtf)).toEqual({ from: 0, to: 1 });
    expect(rangeOf('1971' as Edtf)).toEqual({ from: 365, to: 730 });
  });

  it('puts every month into its year, and every day into its month, in their order', () => {
    const day = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9998-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (some) => {
        const text = some.toISOString().slice(0, 10);
        const [date, month, year] = [text, text.slice(0, 7), text.slice(0, 4)].map((one) =>
          rangeOf(one as Edtf),
        );
        expect(date?.from).toBe(Math.floor(some.getTime() / 86_400_000));
        expect(date?.to).toBe((date?.from ?? 0) + 1);
        expect(within(date, month) && within(month, year)).toBe(true);
      }),
    );
  });
});

type Range = ReturnType<typeof rangeOf>;

function within(inner: Range | undefined, outer: Range | undefined): boolean {
  return inner !== undefined && outer !== undefined && outer.from <= inner.from && inner.to <= outer.to;
}

function shown(date: string): string[] {
  const { from, to } = rangeOf(date as Edtf);
  return [from, to].map((day) => new Date(day * 86_400_000).toISOString().replace('T00:00:00.000Z', ''));
}
