import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSemicolons } from '../../server/text/semicolon.ts';
import { sentencesOf } from '../../server/text/sentence.ts';
import { englishSentences } from '../../server/text/sentence-en.ts';

const cut = (text: string): string[] =>
  englishSentences(text).map(({ start, end }) => text.slice(start, end));
const fine = (text: string): string[] =>
  cutAtSemicolons(text, sentencesOf(text)).map(({ start, end }) => text.slice(start, end));

describe('englishSentences', () => {
  it.each([
    ['It rained. We waited! Why? Nobody knew… Then it stopped.', 5],
    ['Mr. Song and Dr. Lee met Prof. J. K. Hua at St. Mary’s.', 1],
    ['It cost $3.50, or 4.2 per cent more. Fine.', 2],
    ['Version v1.11 came before 1.12.3. See https://example.org/a.b?c=d. Good.', 3],
    ['He said, “Stop. Now!” and ran.', 2],
    ['“Who is there?” asked the old man. “It is me.”', 2],
    ['“Who is there?” Anna asked. “Me.” She laughed.', 3],
    ['She left (he did not see it. Nobody did.) in the rain. He stayed.', 2],
    ['(It was late. They slept.)', 2],
    ['1. Open the box. 2. Close it.', 2],
    ['Use Fig. 3, No. 7 and pp. 12 ff. of Vol. 2.', 1],
    ['Is it No. It is not.', 2],
    ['Docker Inc. announced it. He works for Docker Inc. The firm is small.', 3],
    ['They met at 5 p.m. They left at 6 p.m. sharp.', 2],
    ['The U.S. Army came from the U.S. It left.', 2],
    ['Wait... what is that? Well... I see.', 3],
    ['e.g. this one, i.e. that one, etc. and so on.', 1],
    ['So it is.[1] But who knows.² Nobody.', 3],
    ['Chapter 1. The Ferry', 1],
    ['No end', 1],
  ])('cuts %s into %i', (text, count) => {
    expect(cut(text)).toHaveLength(count);
  });

  it('keeps what closes with what it closes', () => {
    expect(cut('“It is over.” He left. ("Really?") Yes.')).toEqual([
      '“It is over.”',
      'He left.',
      '("Really?")',
      'Yes.',
    ]);
  });

  it('leaves only white space between sentences, and keeps their order', () => {
    const piece = fc.constantFrom(
      'A',
      'b',
      '.',
      '...',
      '!',
      '?',
      ' ',
      '"',
      '”',
      '(',
      ')',
      'Mr',
      '1',
      '𠮷',
      '。',
      '\u200f',
      "'",
      'U.S',
      ';',
      '；',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const spans of [englishSentences(text), cutAtSemicolons(text, sentencesOf(text))]) {
          let at = 0;
          for (const { start, end } of spans) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        }
      }),
    );
  });
});

describe('sentencesOf', () => {
  it.each([
    ['keeps versions, addresses and decimals whole', '升级到 v1.11。见 https://example.org/a。共3.5万。', 3],
    ['keeps English in a Chinese sentence', '他说“It is late. Go home.”然后走了。', 1],
    ['keeps an ellipsis that goes on', '他……走了。', 1],
    ['ends behind a bracket that closes', '走了（真的。）我也走。', 1],
    ['cuts items of one line behind their stops only', '一、船。二、桥。', 2],
  ])('%s', (_, text, count) => {
    expect(sentencesOf(text)).toHaveLength(count);
  });
});

describe('cutAtSemicolons', () => {
  it('cuts at semicolons of both widths, not within quotations and brackets', () => {
    expect(fine('风大；雨急。他说：“走；快走。”（一；二）完。')).toEqual([
      '风大；',
      '雨急。',
      '他说：“走；快走。”',
      '（一；二）完。',
    ]);
    expect(fine('It blew; it rained (hard; very). A &amp; B.')).toEqual([
      'It blew;',
      'it rained (hard; very).',
      'A &amp; B.',
    ]);
  });
});
