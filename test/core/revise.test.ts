import { describe, expect, it } from 'vitest';
import { isIntact } from '../../server/core/layers.ts';
import { DomainError } from '../../server/core/refusal.ts';
import type { Cut } from '../../server/core/revise.ts';
import { join, reclass, split } from '../../server/core/revise.ts';
import { parseBlockId, textOf } from '../../server/core/segment.ts';
import { digestOf, ledgerOf, show } from './ledgers.ts';

const cutAt = (offset: number): Cut => ({ id: 's1', offset, newBlock: false });
const SOURCE = '船上有\n一盏灯。 灯很亮。\n完。';

describe('join', () => {
  it('makes one of two segments, and leads both old ids to it', () => {
    const ledger = join(ledgerOf(SOURCE), SOURCE, 's1', '', digestOf);
    expect(show(ledger, SOURCE)).toBe('s5=船上有一盏灯。 / s3= 灯很亮。 / s4=完。 s1→s5 s2→s5');
    for (const segment of ledger.segments)
      expect(isIntact(segment, textOf(SOURCE, segment.parts), digestOf)).toBe(true);
  });

  it('refuses the last segment, and one that is not there', () => {
    expect(() => join(ledgerOf(SOURCE), SOURCE, 's4', '', digestOf)).toThrow(DomainError);
    expect(() => join(ledgerOf(SOURCE), SOURCE, 's9', '', digestOf)).toThrow('no segment s9');
  });
});

describe('split', () => {
  const whole = ledgerOf('灯 很亮\n完。');

  it('makes two of one, without the spaces at the cut', () => {
    const ledger = split(whole, '灯 很亮\n完。', cutAt(1), digestOf);
    expect(show(ledger, '灯 很亮\n完。')).toBe('s3=灯 s4=很亮 / s2=完。 s1→s3+s4');
  });

  it('gives the second half a block of its own if asked', () => {
    const ledger = split(whole, '灯 很亮\n完。', { ...cutAt(1), newBlock: true }, digestOf);
    expect(show(ledger, '灯 很亮\n完。')).toBe('s3=灯 / s4=很亮 / s2=完。 s1→s3+s4');
  });

  it('keeps the marks of either half', () => {
    const marked = reclass(whole, 's1', {});
    const [first, ...rest] = marked.segments;
    if (first === undefined) throw new Error('a segment is wanted');
    const ledger = {
      ...marked,
      segments: [{ ...first, marks: [{ kind: 'strong' as const, start: 0, end: 3 }] }, ...rest],
    };
    const halves = split(ledger, '灯 很亮\n完。', cutAt(1), digestOf).segments.slice(0, 2);
    expect(halves.map((half) => half.marks)).toEqual([
      [{ kind: 'strong', start: 0, end: 1 }],
      [{ kind: 'strong', start: 0, end: 1 }],
    ]);
  });

  it.each([0, 4, 9])('refuses to leave a half empty: cut at %i', (offset) => {
    expect(() => split(whole, '灯 很亮\n完。', cutAt(offset), digestOf)).toThrow('cannot be cut');
  });

  it('keeps every footnote’s reference: at the start, at the cut and at the end', () => {
    const points = [0, 1, 2, 4].map((at) => ({
      kind: 'footnote' as const,
      target: parseBlockId('b9'),
      label: `${at}`,
      start: at,
      end: at,
    }));
    const segments = whole.segments.map((segment, at) =>
      at === 0 ? { ...segment, marks: points } : segment,
    );
    const { segments: halves } = split({ ...whole, segments }, '灯 很亮\n完。', cutAt(1), digestOf);
    expect(halves.slice(0, 2).map(({ marks }) => marks.map((mark) => `${mark.start}`))).toEqual([
      ['0', '1'],
      ['0', '2'],
    ]);
  });

  it('refuses to cut a character in two, even one that the source writes in another way', () => {
    expect(() => split(ledgerOf('𠮷。'), '𠮷。', cutAt(1), digestOf)).toThrow('cannot be cut');
    const source = '&gt;&lt;';
    const [segment] = ledgerOf('x').segments;
    if (segment === undefined) throw new Error('a segment is wanted');
    const ledger = {
      segments: [{ ...segment, parts: [{ start: 0, end: 8, text: '><' }] }],
      retired: new Map(),
    };
    expect(() => split(ledger, source, cutAt(1), digestOf)).toThrow('cannot be cut');
  });
});
