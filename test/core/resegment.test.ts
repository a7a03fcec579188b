import { describe, expect, it } from 'vitest';
import type { Moved } from '../../server/core/resegment.ts';
import { cutOfGloss, movedAnchor } from '../../server/core/resegment.ts';
import { parseSegmentId } from '../../server/core/segment.ts';

const [s1, s2, s3] = ['s1', 's2', 's3'].map(parseSegmentId) as [Moved['from'], Moved['from'], Moved['from']];
const CUT: Moved[] = [
  { from: s1, language: 'zh', span: { start: 0, end: 4 }, to: s2, start: 0 },
  { from: s1, language: 'zh', span: { start: 5, end: 9 }, to: s3, start: 0 },
];
const at = (start: number, quote: string, language: 'zh' | 'en' = 'zh', segment = 's1') =>
  movedAnchor({ segment, language, start, quote }, CUT);

describe('movedAnchor', () => {
  it('follows a quote to the half in which it stands', () => {
    expect(at(0, '灯塔')).toEqual({ segment: 's2', start: 0 });
    expect(at(2, '很亮')).toEqual({ segment: 's2', start: 2 });
    expect(at(6, '𠮷')).toEqual({ segment: 's3', start: 1 });
  });

  it('tells a quote that goes across the cut', () => {
    expect(at(3, '亮，船')).toBe('cut');
    expect(at(Number.NaN, '亮')).toBe('cut');
  });

  it('leaves what is anchored elsewhere', () => {
    expect(at(0, 'Lamp', 'en')).toBeUndefined();
    expect(at(0, '灯', 'zh', 's9')).toBeUndefined();
  });
});

describe('cutOfGloss', () => {
  it.each([
    ['The lamp is bright. The boat came.', 20],
    ['“Bright,” he said. “Very.”', 19],
    ['It cost 3.5 yuan.', undefined],
    ['One. Two. Three.', undefined],
    ['', undefined],
  ])('%j is cut at %s', (gloss, cut) => {
    expect(cutOfGloss(gloss)).toBe(cut);
  });
});
