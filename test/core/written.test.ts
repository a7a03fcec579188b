import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../server/core/fold.ts';
import { writtenIn } from '../../server/core/written.ts';

describe('writtenIn', () => {
  it('finds a word whatever its case and width', () => {
    expect(shown('港口的ＬＡＭＰ亮了', 'lamp')).toBe('港口的[ＬＡＭＰ]亮了');
    expect(shown('A LAMP, a lamp', 'ｌａｍｐ')).toBe('A [LAMP], a [lamp]');
    expect(shown('Only English: İstanbul lamp', 'lamp')).toBe('Only English: İstanbul [lamp]');
  });

  it('finds Chinese, beside characters of two units and never half of one', () => {
    expect(shown('𠮷港口𠮷', '港口')).toBe('𠮷[港口]𠮷');
    expect(shown('𠮷港口', '𠮷'.slice(1))).toBe('𠮷港口');
  });

  it('finds a Latin word at the beginning of words only, whatever its ending', () => {
    expect(shown('Shipping ships to a township', 'ship')).toBe('[Shipping] [ships] to a township');
    expect(shown('It was shipped', 'shipping')).toBe('It was [shipped]');
    expect(shown('a bus', 'buses')).toBe('a bus');
  });

  it('takes what it looks for literally', () => {
    expect(shown('a lamp', '.*')).toBe('a lamp');
    expect(shown('lamp. lamp, lamp', 'lamp,')).toBe('lamp. [lamp,] lamp');
    expect(shown('swarm mode', 'swarm mode')).toBe('[swarm mode]');
  });

  it('finds nothing for nothing', () => {
    expect(writtenIn('a lamp', ['', ' \u3000'])).toEqual([]);
    expect(writtenIn('a lamp', [])).toEqual([]);
  });

  it('gives spans that lie within the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, words) => {
        const spans = writtenIn(text, words);
        expect(spans.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
        expect(spans.map(({ start }) => start)).toEqual(
          spans.map(({ start }) => start).sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe('fold', () => {
  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
    expect(fold('İＡ\u3000Σς')).toBe('İa σσ');
  });
});

/** `text` with brackets around every place of `word`. */
function shown(text: string, word: string): string {
  return writtenIn(text, [word]).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}
