import { describe, expect, it } from 'vitest';
import { checkLedger } from '../../server/core/check-ledger.ts';
import type { Ledger } from '../../server/core/ledger.ts';
import { reclass } from '../../server/core/revise.ts';
import type { Mark, Segment } from '../../server/core/segment.ts';
import { parseBlockId, parseSegmentId } from '../../server/core/segment.ts';
import { digestOf, ledgerOf } from './ledgers.ts';

function rules(source: string | null, ledger: Ledger): string[] {
  const presence = source === null ? 'missing' : 'present';
  const findings = checkLedger({ source, presence, ledger }, 'segments.json', digestOf);
  return findings.map(({ severity, rule, place }) => `${severity} ${rule} ${place.path.join('.')}`);
}

function withMarks(ledger: Ledger, marks: readonly Mark[]): Ledger {
  return {
    ...ledger,
    segments: ledger.segments.map((segment, at): Segment => (at === 0 ? { ...segment, marks } : segment)),
  };
}

describe('checkLedger', () => {
  it('finds nothing wrong in what importing again makes of changing texts', () => {
    // s2 became s4, and then nothing: the way from s2 ends, and that is no circle.
    const texts = ['甲。乙。丙。', '甲。乙一。丙。', '甲。丙。', '丙。'];
    const ledger = texts.reduce((old, text) => ledgerOf(text, old), ledgerOf(''));
    expect(rules('丙。', ledger)).toEqual([]);
  });

  it('finds every retired id from which the way goes round, however it gets there', () => {
    const ways = { r1: ['r2', 's1'], r2: ['r3'], r3: ['r2'], r4: ['r4'], r5: ['r6', 'r6'], r6: [] };
    const retired = new Map(
      Object.entries(ways).map(([id, to]) => [parseSegmentId(id), to.map((one) => parseSegmentId(one))]),
    );
    expect(rules('甲。', { ...ledgerOf('甲。'), retired })).toEqual([
      'error circular retired.r1',
      'error circular retired.r2',
      'error circular retired.r3',
      'error circular retired.r4',
    ]);
  });

  it('finds parts and marks that cut a character in two', () => {
    const ledger = ledgerOf('𠮷。');
    const [segment] = ledger.segments;
    if (segment === undefined) throw new Error('a segment is wanted');
    expect(rules('𠮷。', { ...ledger, segments: [{ ...segment, parts: [{ start: 1, end: 3 }] }] })).toEqual([
      'error range segments.0.parts',
    ]);
    expect(rules('𠮷。', withMarks(ledger, [{ kind: 'strong', start: 1, end: 3 }]))).toEqual([
      'error range segments.0.marks',
    ]);
    expect(rules('𠮷。', withMarks(ledger, [{ kind: 'strong', start: 2, end: 2 }]))).toEqual([]);
  });

  it('finds a reference to a footnote that is not there, or not shown', () => {
    const ledger = reclass(ledgerOf('甲。\n注。'), 's2', { kind: 'footnote' });
    const reference = (target: string): Mark => ({
      kind: 'footnote',
      start: 2,
      end: 2,
      target: parseBlockId(target),
      label: '1',
    });
    expect(rules(null, withMarks(ledger, [reference('b2')]))).toEqual([]);
    expect(rules(null, withMarks(ledger, [reference('b9')]))).toEqual([
      'warning footnote-without-target segments.0.marks',
    ]);
    expect(rules(null, withMarks(reclass(ledger, 's2', { debris: true }), [reference('b2')]))).toHaveLength(
      1,
    );
  });

  it.each([
    ['heading', 0],
    ['heading', 7],
    ['item', 0],
    ['paragraph', 1],
  ] as const)('finds a %s of level %i', (kind, level) => {
    expect(rules(null, reclass(ledgerOf('甲。'), 's1', { kind, level }))).toEqual([
      'warning bad-level segments.0.level',
    ]);
  });

  it('says of many ids that are gone only the first', () => {
    const ledger = ledgerOf('甲。');
    const segments = ledger.segments.map((segment) => ({ ...segment, id: parseSegmentId('s999999') }));
    expect(rules('甲。', { ...ledger, segments })).toHaveLength(50);
  });
});
