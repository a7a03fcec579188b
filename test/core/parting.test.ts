import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossPartingsOf, partingsOf } from '../../server/core/parting.ts';
import { isBoundary } from '../../server/core/span.ts';
import { sentences } from '../../server/texts.ts';

/** `守塔人来了。‖他点灯，|就走了。`: sentences are parted by two strokes, clauses by one. */
function parted(text: string): string {
  let shown = '';
  let last = 0;
  for (const { offset, isSentence } of partingsOf(text, sentences.zh)) {
    shown += `${text.slice(last, offset)}${isSentence ? '‖' : '|'}`;
    last = offset;
  }
  return shown + text.slice(last);
}

describe('partingsOf', () => {
  it.each([
    '守塔人来了。‖他点灯，|就走了。',
    '他说：|“点灯！”‖就走了。',
    '有12:30和1,000盏灯；|都亮。',
    '只有一句。',
    '灯',
    '',
    '，|𠮷&<i>',
  ])('finds where sentences and clauses end: %s', (shown) => {
    expect(parted(shown.replace(/[‖|]/g, ''))).toBe(shown);
  });

  it('cuts no character, and no half is empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('灯', '𠮷', '，', '。', '”', ' ', '1', '"', '\u200f') }),
        (text) => {
          for (const { offset } of partingsOf(text, sentences.zh)) {
            expect(isBoundary(text, offset)).toBe(true);
            expect(offset > 0 && offset < text.length).toBe(true);
          }
        },
      ),
    );
  });
});

describe('glossPartingsOf', () => {
  it('offers the ends of sentences, and both ends of all', () => {
    expect(glossPartingsOf('Mr. Lin left. Who knew?', sentences.en)).toEqual([0, 14, 23]);
    expect(glossPartingsOf('', sentences.en)).toEqual([0]);
  });
});
