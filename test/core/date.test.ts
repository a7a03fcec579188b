import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../server/core/date.ts';

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
