import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../server/core/segment.ts';
import { isBoundary } from '../../server/core/span.ts';
import { parseText } from '../../server/text/parse.ts';

const piece = fc.constantFrom(
  '船',
  '。',
  '“',
  '”',
  '（',
  '\n',
  '\n\n',
  '\r\n',
  '# ',
  '- ',
  '1. ',
  '> ',
  '**',
  '*',
  '`',
  '```\n',
  '[',
  '](https://a.example/)',
  '![',
  '](x.png)',
  '<b>',
  '</b>',
  '<svg>',
  '</svg>',
  '<script>',
  '<T>',
  '<!--',
  '-->',
  '&amp;',
  '\\',
  '| a | b |\n|--|--|\n',
  '[^1]',
  '[^1]: ',
  '𠮷',
  '\u200f',
  '\t',
  ' ',
  '    ',
  '---\n',
  '图 1-2 ',
  'open in new window',
  '↩︎',
  'word ',
  '~~',
  '<div>',
  '</div>\n',
  '\f',
  '\0',
  '{% x %}\n',
  '{% highlight %}\n',
  '{% endhighlight %}\n',
  '::: tip 题\n',
  ':::\n',
  '    船，',
  '<table><tr><td>',
  '<li>',
  '<pre>',
  '</pre>\n',
  '①',
  '[1]',
  '"',
  '…',
  '- [x] ',
);

describe('parseText', () => {
  it.each(['markdown', 'plain'] as const)(
    'gives parts that rise, never overlap and never cut a character, whatever the %s',
    (format) => {
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const source = pieces.join('');
          let end = 0;
          let block = 0;
          for (const segment of parseText(source, format)) {
            expect(segment.text).not.toBe('');
            expect(textOf(source, segment.parts)).toBe(segment.text);
            expect(segment.block).toBeGreaterThanOrEqual(block);
            block = segment.block;
            for (const part of segment.parts) {
              expect(part.start).toBeGreaterThanOrEqual(end);
              expect(part.end).toBeGreaterThan(part.start);
              expect(isBoundary(source, part.start) && isBoundary(source, part.end)).toBe(true);
              end = part.end;
            }
            for (const mark of segment.marks)
              expect(0 <= mark.start && mark.start <= mark.end && mark.end <= segment.text.length).toBe(true);
          }
          expect(end).toBeLessThanOrEqual(source.length);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('takes every Han character of a plain text once', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const han = (text: string): string => text.replace(/[^船]/g, '');
        expect(
          han(
            parseText(source, 'plain')
              .map((segment) => segment.text)
              .join(''),
          ),
        ).toBe(han(source));
      }),
    );
  });

  // Images, comments, addresses and the words behind a fence hide what is in them; nothing else may.
  it('takes every Han character of a Markdown text once, whatever markup is around it', () => {
    const hiding = new Set([
      '![',
      '](x.png)',
      '](https://a.example/)',
      '<!--',
      '-->',
      '~~',
      '`',
      '```\n',
      '[^1]: ',
      '---\n',
      '\\',
    ]);
    const open = piece.filter((one) => !hiding.has(one));
    fc.assert(
      fc.property(fc.array(open, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const han = (text: string): string => text.replace(/[^船题]/g, '');
        expect(
          han(
            parseText(source, 'markdown')
              .map((segment) => segment.text)
              .join(''),
          ),
        ).toBe(han(source));
      }),
      { numRuns: 400 },
    );
  });

  it('is linear enough for a text without any punctuation', () => {
    const [segment, ...others] = parseText('船'.repeat(200_000), 'plain');
    expect(segment?.text.length).toBe(200_000);
    expect(others).toEqual([]);
  });

  it.each([
    '![',
    '![a](b)',
    '[](',
    '<!',
    '<!--',
    '<a ',
    '“',
    '（',
    '？”',
    '**',
    '\\',
    '&',
    '| ',
    '> ',
    '- ',
    '1. ',
    ' ',
    '　',
    'open in ',
    'http://a',
    '[^1]',
    '”',
    '"',
    '。”',
    '“！”',
    '…”',
    '（。）',
    '[1]',
    '①',
    '😂',
    '{%',
    '{% a %}\n',
    ':::\n',
    '{#',
    '    船，\n',
    '1、\n',
    '船\n',
    '一、\n\n',
    '↩',
    '<td>',
    '<li>',
    '<pre>',
    '|`\\',
    '- [x] ',
  ])('bears five thousand of “%s”', (piece) => {
    const source = `船${piece.repeat(5000)}船`;
    for (const format of ['markdown', 'plain'] as const)
      expect(parseText(source, format).length).toBeGreaterThan(0);
  });

  it('gives nothing for a text without text', () => {
    expect(parseText(' \n\n\t\n', 'plain')).toEqual([]);
    expect(parseText('<!-- -->\n\n***\n', 'markdown')).toEqual([]);
  });
});
