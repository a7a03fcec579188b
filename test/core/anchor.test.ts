import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor } from '../../server/core/anchor.ts';
import { parseSegmentId } from '../../server/core/segment.ts';

const at = (start: number, quote: string) => ({
  segment: parseSegmentId('s1'),
  language: 'zh' as const,
  start,
  quote,
});

describe('anchor', () => {
  it('finds a quote where it was', () => {
    expect(anchor(at(2, '北京'), '在，北京北京')).toEqual({ kind: 'anchored', span: { start: 2, end: 4 } });
  });

  it('takes 0 for an offset', () => {
    expect(anchor(at(0, '𠮷'), '𠮷野')).toEqual({ kind: 'anchored', span: { start: 0, end: 2 } });
  });

  it('follows a quote that moved, when it stands there once', () => {
    expect(anchor(at(0, '鲸鱼'), '一条鲸鱼')).toEqual({ kind: 'moved', span: { start: 2, end: 4 }, from: 0 });
  });

  it('orphans a quote that has become ambiguous', () => {
    expect(anchor(at(1, '船'), '船到桥头船')).toEqual({ kind: 'orphaned', reason: 'ambiguous' });
  });

  it('counts occurrences that overlap', () => {
    expect(anchor(at(5, '哈哈'), '哈哈哈')).toEqual({ kind: 'orphaned', reason: 'ambiguous' });
  });

  it('orphans a quote that is gone, and an empty one', () => {
    expect(anchor(at(0, '龟'), '鲸鱼')).toEqual({ kind: 'orphaned', reason: 'gone' });
    expect(anchor(at(0, ''), '鲸鱼')).toEqual({ kind: 'orphaned', reason: 'gone' });
  });

  it('never points at anything but the quote', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -2, max: 20 }), fc.string(), (text, start, quote) => {
        const found = anchor(at(start, quote), text);
        if (found.kind !== 'orphaned') expect(text.slice(found.span.start, found.span.end)).toBe(quote);
      }),
    );
  });
});
