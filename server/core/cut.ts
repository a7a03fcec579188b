import type { WordFixes } from './word-fixes.ts';

/**
 * Where a text is cut into words. A cut is a flag for each unit, so that asking and changing cost nothing; the flags are kept from text to
 * text, because making them anew took longer than all else.
 */
export class Cuts {
  #isCut = new Uint8Array(256);

  /** Begin a text of `length` units, as one word. */
  begin(length: number): void {
    if (length + 2 > this.#isCut.length) this.#isCut = new Uint8Array(2 * length + 2);
    else this.#isCut.fill(0, 0, length + 1);
    this.#isCut[0] = 1;
    this.#isCut[length] = 1;
    // Where a search for the next cut ends.
    this.#isCut[length + 1] = 1;
  }

  at(offset: number): void {
    this.#isCut[offset] = 1;
  }

  /** Make a stretch one word. One that lies within a longer word is left there; one that crosses words is taken out of them. */
  join(start: number, end: number): void {
    const isCut = this.#isCut;
    let isCrossed = false;
    for (let at = start + 1; at < end; at += 1) {
      if (isCut[at] === 1) isCrossed = true;
      isCut[at] = 0;
    }
    if (!isCrossed) return;
    isCut[start] = 1;
    isCut[end] = 1;
  }

  /** Make a stretch these words and no others. */
  split(start: number, end: number, lengths: readonly number[]): void {
    this.#isCut.fill(0, start + 1, end);
    this.#isCut[start] = 1;
    let at = start;
    for (const length of lengths) {
      at += length;
      this.#isCut[at] = 1;
    }
  }

  /** The words of `text`. `pieces` are it, cut in another way; those that stay as they are need not be made again. */
  wordsOf(text: string, pieces: readonly string[]): string[] {
    const isCut = this.#isCut;
    const words: string[] = [];
    let start = 0;
    let behind = 0;
    for (const piece of pieces) {
      const end = behind + piece.length;
      let at = behind + 1;
      while (isCut[at] === 0) at += 1;
      if (start === behind && at === end) {
        words.push(piece);
        start = end;
      } else {
        for (; at <= end; at += 1) {
          if (isCut[at] === 0) continue;
          words.push(text.slice(start, at));
          start = at;
        }
      }
      behind = end;
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
  // By their first unit, the longest first; most units of a text begin none.
  const begins = new Uint8Array(0x10000);
  const byFirst = Map.groupBy(
    [...known.keys()].sort((a, b) => b.length - a.length),
    (stretch) => stretch.charCodeAt(0),
  );
  for (const unit of byFirst.keys()) begins[unit] = 1;
  return (text, cuts) => {
    for (let at = 0; at < text.length; at += 1) {
      if (begins[text.charCodeAt(at)] === 0) continue;
      const stretch = longestAt(text, at, byFirst.get(text.charCodeAt(at)) ?? []);
      if (stretch === undefined) continue;
      const end = at + stretch.length;
      const lengths = known.get(stretch);
      if (lengths === undefined) cuts.join(at, end);
      else cuts.split(at, end, lengths);
      at = end - 1;
    }
  };
}

function longestAt(text: string, at: number, stretches: readonly string[]): string | undefined {
  const second = text.charCodeAt(at + 1);
  for (const stretch of stretches)
    if (stretch.charCodeAt(1) === second && text.startsWith(stretch, at)) return stretch;
  return undefined;
}
