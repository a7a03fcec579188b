import { fold } from './fold.ts';
import type { Span } from './span.ts';
import { isBoundary } from './span.ts';

/**
 * Where `words` stand in `text` as they are written, but for case and width: `ｄｏｃｋｅｒ` stands in `Docker`. A word of Latin letters is
 * found at the beginning of words only, whatever its ending: `ships` in `shipping`. Spans may overlap.
 */
export function writtenIn(text: string, words: readonly string[]): Span[] {
  const folded = fold(text);
  return words
    .flatMap((word) => {
      const sought = fold(word.trim());
      return /^[a-z]+$/.test(sought) ? beginnings(folded, sought) : occurrences(text, folded, sought);
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function occurrences(text: string, folded: string, sought: string): Span[] {
  const spans: Span[] = [];
  if (sought === '') return spans;
  for (let start = folded.indexOf(sought); start !== -1; ) {
    const end = start + sought.length;
    if (isBoundary(text, start) && isBoundary(text, end)) spans.push({ start, end });
    start = folded.indexOf(sought, end);
  }
  return spans;
}

const ENDING = /(?:ies|ing|es|ed|s|e|y)$/;

function beginnings(folded: string, sought: string): Span[] {
  const bare = sought.replace(ENDING, '');
  const stem = bare.length >= 4 ? bare : sought;
  return [...folded.matchAll(new RegExp(`(?<![a-z0-9])${stem}[a-z]*`, 'g'))].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}
