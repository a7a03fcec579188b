import type { Span } from '../core/span.ts';
import { pushTrimmed } from './pushed.ts';

const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '“': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '[': ']',
};

/** Sentences cut at their semicolons, too, but for those within brackets, quotations and titles, and of an entity (`&amp;`). */
export function cutAtSemicolons(text: string, sentences: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of sentences) {
    let from = start;
    const open: string[] = [];
    for (let at = start; at < end; at += 1) {
      const character = text[at] ?? '';
      const closer = PAIRS[character];
      if (closer !== undefined) open.push(closer);
      else if (open.includes(character)) open.length = open.lastIndexOf(character);
      else if (open.length === 0 && isSemicolon(text, at)) {
        pushTrimmed(spans, text, from, at + 1);
        from = at + 1;
      }
    }
    pushTrimmed(spans, text, from, end);
  }
  return spans;
}

function isSemicolon(text: string, at: number): boolean {
  if (text[at] === '；') return true;
  return (
    text[at] === ';' &&
    /\s|\p{Script=Han}/u.test(text[at + 1] ?? '') &&
    !/&[#\w]{1,12}$/.test(text.slice(Math.max(0, at - 14), at))
  );
}
