import { describe, expect, it } from 'vitest';
import { uncovered } from '../../server/core/coverage.ts';
import { join } from '../../server/core/revise.ts';
import { digestOf, drafts, ledgerOf } from './ledgers.ts';

const SOURCE = '甲。乙。\n丙丁。';
const gaps = (source: string, keep: (id: string) => boolean): string[] =>
  uncovered(
    source,
    ledgerOf(source).segments.filter(({ id }) => keep(id)),
    drafts(source),
  ).map(({ start, end }) => source.slice(start, end));

describe('uncovered', () => {
  it('finds nothing in a ledger that takes all of the text, also where it was joined by hand', () => {
    expect(gaps(SOURCE, () => true)).toEqual([]);
    expect(
      uncovered(SOURCE, join(ledgerOf(SOURCE), SOURCE, 's1', '', digestOf).segments, drafts(SOURCE)),
    ).toEqual([]);
  });

  it('finds text that is in no segment, at the start, between and at the end', () => {
    expect(gaps(SOURCE, (id) => id === 's2')).toEqual(['甲。', '丙丁。']);
    expect(gaps(SOURCE, (id) => id !== 's2')).toEqual(['乙。']);
    expect(gaps(SOURCE, () => false)).toEqual(['甲。', '乙。', '丙丁。']);
  });

  it('finds the part that a range leaves out', () => {
    const [first, ...rest] = ledgerOf(SOURCE).segments;
    if (first === undefined) throw new Error('a segment is wanted');
    const cut = { ...first, parts: [{ start: 1, end: 2 }] };
    expect(uncovered(SOURCE, [cut, ...rest], drafts(SOURCE))).toEqual([{ start: 0, end: 1 }]);
  });

  it('does not miss white space and punctuation', () => {
    expect(uncovered('—— 。', [], drafts('—— 。'))).toEqual([]);
  });
});
