import { Automaton } from './automaton.ts';
import type { Span } from './span.ts';
import { isBoundary } from './span.ts';
import type { WordFixes } from './word-fixes.ts';

/**
 * Where a text of some length is cut into words. A cut is kept as a flag for each unit: a text has few thousand of them, and asking and
 * changing must cost nothing.
 */
export class Cuts {
  readonly #isCut: Uint8Array;

  /** Words of `lengths`, one behind the other. */
  constructor(lengths: readonly number[], length: number) {
    this.#isCut = new Uint8Array(length + 1);
    let end = 0;
    for (const one of lengths) {
      end += one;
      this.#isCut[end] = 1;
    }
    this.#isCut[0] = 1;
    this.#isCut[length] = 1;
  }

  /** Make a stretch one word. One that lies within a longer word is left there; one that crosses words is taken out of them. */
  join({ start, end }: Span): void {
    let isCrossed = false;
    for (let at = start + 1; at < end; at += 1) {
      if (this.#isCut[at] === 1) isCrossed = true;
      this.#isCut[at] = 0;
    }
    if (!isCrossed) return;
    this.#isCut[start] = 1;
    this.#isCut[end] = 1;
  }

  /** Make a stretch these words and no others. */
  split({ start, end }: Span, lengths: readonly number[]): void {
    this.#isCut.fill(0, start + 1, end);
    this.#isCut[start] = 1;
    let at = start;
    for (const length of lengths) {
      at += length;
      this.#isCut[at] = 1;
    }
  }

  /** The words of `text`. */
  wordsOf(text: string): string[] {
    const words: string[] = [];
    let start = 0;
    for (let end = 1; end <= text.length; end += 1) {
      if (this.#isCut[end] !== 1) continue;
      words.push(text.slice(start, end));
      start = end;
    }
    return words;
  }
}

/** Changes the cuts of a text as somebody corrected them. */
export type Correct = (text: string, cuts: Cuts) => void;

/**
 * Corrections, ready for many texts. Of stretches that overlap, the one that begins first counts, and of those the longest; a stretch
 * that is corrected twice follows the first.
 */
export function corrector({ join, split }: Pick<WordFixes, 'join' | 'split'>): Correct {
  const known = new Map<string, readonly number[] | undefined>();
  for (const words of split) {
    const stretch = words.join('');
    if (!known.has(stretch))
      known.set(
        stretch,
        words.map(({ length }) => length),
      );
  }
  for (const stretch of join) if (!known.has(stretch)) known.set(stretch, undefined);
  const stretches = [...known.keys()];
  if (stretches.length === 0) return () => undefined;
  const automaton = new Automaton(stretches);
  return (text, cuts) => {
    const found: (Span & { pattern: string })[] = [];
    automaton.search(text, (index, end) => {
      const pattern = stretches[index] ?? '';
      const start = end - pattern.length;
      if (isBoundary(text, start) && isBoundary(text, end)) found.push({ start, end, pattern });
      return true;
    });
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let behind = 0;
    for (const { pattern, ...span } of found) {
      if (span.start < behind) continue;
      behind = span.end;
      const lengths = known.get(pattern);
      if (lengths === undefined) cuts.join(span);
      else cuts.split(span, lengths);
    }
  };
}
