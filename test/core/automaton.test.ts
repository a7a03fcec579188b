import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Automaton } from '../../server/core/automaton.ts';

/** What is shown to somebody who wants all of it, as `pattern@end`. */
function places(patterns: readonly string[], text: string): string[] {
  const found: string[] = [];
  new Automaton(patterns).search(text, (pattern, end) => found.push(`${patterns[pattern]}@${end}`) > 0);
  return found;
}

function placesByLooking(patterns: readonly string[], text: string): string[] {
  const longestFirst = [...new Set(patterns)]
    .filter((pattern) => pattern !== '')
    .sort((a, b) => b.length - a.length);
  return Array.from({ length: text.length }, (_, at) => at + 1).flatMap((end) =>
    longestFirst
      .filter((pattern) => text.slice(0, end).endsWith(pattern))
      .map((pattern) => `${pattern}@${end}`),
  );
}

describe('Automaton', () => {
  it('finds names that overlap, hold one another, and end together, the longest first', () => {
    expect(places(['谷歌', '歌', '谷歌云', '云平台'], '谷歌云平台')).toEqual([
      '谷歌@2',
      '歌@2',
      '谷歌云@3',
      '云平台@5',
    ]);
  });

  it('finds what a naive search finds, whatever the patterns and the text', () => {
    const unit = fc.constantFrom('a', 'b', '甲', '𠮷', '\0', '<', '\u200f');
    const text = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''));
    const pattern = fc.array(unit, { maxLength: 5 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 20 }), text, (patterns, one) => {
        expect(places(patterns, one)).toEqual(placesByLooking(patterns, one));
      }),
      { numRuns: 500 },
    );
  });

  it('says which of patterns that are the same it found: the last', () => {
    const found: number[] = [];
    new Automaton(['甲', '乙', '甲']).search('甲乙', (pattern) => found.push(pattern) > 0);
    expect(found).toEqual([2, 1]);
  });

  it('shows no shorter one that ends at the same place to somebody who has seen enough', () => {
    const found: number[] = [];
    new Automaton(['甲', '甲甲', '甲甲甲']).search('甲甲甲', (pattern) => found.push(pattern) < 0);
    expect(found).toEqual([0, 1, 2]);
  });

  it('finds nothing without patterns, without text, and by an empty pattern', () => {
    expect([places([], '甲'), places(['甲'], ''), places([''], '甲')]).toEqual([[], [], []]);
  });
});
