import type { Span } from './span.ts';
import { stemOf } from './stem.ts';

/** A word of an English text. */
export interface Word extends Span {
  readonly text: string;
  readonly stem: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

/** The words of a text; `stem` is `stemOf`, or one that remembers what it has seen. */
export function wordsOf(text: string, stem: (word: string) => string = stemOf): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    stem: stem(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * English words as a dictionary gives them, ready to be found however they are inflected: `take sides` in “took sides”. `one’s` stands
 * for any possessive, and ` … ` for up to four words.
 */
export type Phrase = readonly Piece[];
type Piece =
  | { readonly kind: 'word'; readonly stem: string }
  | { readonly kind: 'possessive' }
  | { readonly kind: 'gap' };

const MOST_BETWEEN = 4;

export function phraseOf(form: string): Phrase {
  return [...form.matchAll(new RegExp(`${WORD.source}|…`, 'gu'))].map(([piece]): Piece => {
    if (piece === '…') return { kind: 'gap' };
    return /^one['’]s$/i.test(piece) ? { kind: 'possessive' } : { kind: 'word', stem: stemOf(piece) };
  });
}

/** A phrase so that forms of it that differ in inflection, case and hyphens are one. */
export function keyOfPhrase(form: string): string {
  return phraseOf(form)
    .map((piece) => (piece.kind === 'word' ? piece.stem : piece.kind === 'gap' ? '…' : 'one’s'))
    .join(' ');
}

/** Where `phrase` stands in `text`, of which `words` are the words; in order. */
export function placesOf(phrase: Phrase, words: readonly Word[], text: string): Span[] {
  const [first] = phrase;
  const places: Span[] = [];
  if (first === undefined) return places;
  for (const [at, word] of words.entries()) {
    if (first.kind === 'word' && first.stem !== word.stem) continue;
    const end = endOf(phrase, words, text, at);
    if (end !== undefined) places.push({ start: word.start, end });
  }
  return places;
}

/** Whether other words may stand within it. */
export function isLoose(phrase: Phrase): boolean {
  return phrase.some(({ kind }) => kind === 'gap');
}

function endOf(phrase: Phrase, words: readonly Word[], text: string, from: number): number | undefined {
  let at = from;
  for (const [index, piece] of phrase.entries()) {
    if (piece.kind === 'gap') {
      const rest = phrase.slice(index + 1);
      for (let next = at; next <= at + MOST_BETWEEN && isRunning(words, text, at, next); next += 1) {
        const end = endOf(rest, words, text, next);
        if (end !== undefined) return end;
      }
      return undefined;
    }
    const word = words[at];
    const isJoined =
      index === 0 || at === from || phrase[index - 1]?.kind === 'gap' || joins(words, text, at);
    if (word === undefined || !isJoined || !stands(piece, word)) return undefined;
    at += 1;
  }
  return words[at - 1]?.end;
}

function stands(piece: Piece, word: Word): boolean {
  if (piece.kind === 'word') return piece.stem === word.stem;
  return /^(?:my|your|his|her|its|our|their)$|['’]s$/i.test(word.text);
}

// Nothing but spaces and hyphens between the word at `at` and the one before it.
function joins(words: readonly Word[], text: string, at: number): boolean {
  return /^[\s\u00a0\u2010\u2011-]*$/.test(text.slice(words[at - 1]?.end, words[at]?.start));
}

// No sentence ends between the words.
function isRunning(words: readonly Word[], text: string, from: number, to: number): boolean {
  return !/[.:;?!]/.test(text.slice(words[from - 1]?.end, words[to]?.start));
}
