import { describe, expect, it } from 'vitest';
import { sliceParts, textOf } from '../../server/core/segment.ts';

describe('sliceParts', () => {
  it('gives the parts of any stretch', () => {
    const source = 'ab\ncd &amp; ef';
    const parts = [
      { start: 0, end: 2 },
      { start: 3, end: 6, joiner: ' ' as const },
      { start: 6, end: 11, text: '&' },
      { start: 11, end: 14 },
    ];
    const text = textOf(source, parts);
    expect(text).toBe('ab cd & ef');
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const expected = text.slice(start, end);
        // A joiner at an edge has nothing to join.
        const trimmed = start === 2 ? expected.slice(1) : end === 3 ? expected.slice(0, -1) : expected;
        expect(textOf(source, sliceParts(parts, start, end))).toBe(trimmed);
      }
    }
  });
});
