import type { Span } from './span.ts';

/** Where a row may be cut. */
export interface Parting {
  /** UTF-16 units of its text. */
  readonly offset: number;
  /** Whether a sentence ends there, and not only a clause. */
  readonly isSentence: boolean;
}

type Sentences = (text: string) => readonly Span[];

/** What cuts texts into sentences. */
export interface Cutters {
  readonly zh: Sentences;
  readonly en: Sentences;
}

const CLAUSE = /[，；：、。！？…—,;:]+[”’」』）)】》]*\s*/g;

/** The ends of sentences and clauses in a Chinese text, in order; none at its own ends. */
export function partingsOf(text: string, sentencesOf: Sentences): Parting[] {
  const sentences = new Set(startsIn(text, sentencesOf));
  const clauses = [...text.matchAll(CLAUSE)].map(({ index, 0: mark }) => index + mark.length);
  const offsets = new Set([...sentences, ...clauses].filter((offset) => offset > 0 && offset < text.length));
  // `1,000` and `12:30` are no clauses.
  const isWithinNumber = (offset: number): boolean =>
    /\d[,:]$/.test(text.slice(0, offset).slice(-2)) && /\d/.test(text[offset] ?? '');
  return [...offsets]
    .sort((a, b) => a - b)
    .filter((offset) => !isWithinNumber(offset))
    .map((offset) => ({ offset, isSentence: sentences.has(offset) }));
}

/** Where its English may be cut: between sentences, and before and behind all of it. */
export function glossPartingsOf(en: string, sentencesOf: Sentences): number[] {
  return [...new Set([0, ...startsIn(en, sentencesOf), en.length])];
}

function startsIn(text: string, sentencesOf: Sentences): number[] {
  return sentencesOf(text)
    .slice(1)
    .map(({ start }) => start);
}
