import { describe, expect, it } from 'vitest';
import { alike } from '../../server/core/resemblance.ts';

describe('alike', () => {
  it('pairs a sentence with the one that it has become, in order', () => {
    const old = ['灯很亮，海很黑。', '船来了，人都在看。', '风从北面来。'];
    expect(alike(old, ['山里下雪。', '灯很亮，海也很黑。', '船来了，人都没在看。'])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('pairs nothing that has little in common, and nothing that was only cut or joined otherwise', () => {
    expect(alike(['灯很亮。'], ['船来了。'])).toEqual([]);
    expect(alike(['灯很亮，船来了。'], ['灯很亮，', '船来了。'])).toEqual([]);
    expect(alike([], ['船来了。'])).toEqual([]);
  });

  it('bears <i>"\'&, 𠮷 and nothing', () => {
    expect(alike(['<i>𠮷"&\'</i>。', ''], ['<i>𠮷"&</i>。', '\u200f'])).toEqual([[0, 0]]);
  });

  it('does not try thousands with thousands', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `第${index}夜，灯很亮。`);
    expect(alike(many, [...many].reverse())).toEqual([]);
  });
});
