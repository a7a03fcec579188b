import type { Cue } from './cue.ts';
import { addMarks, Cues, LONGEST_READ } from './cue.ts';
import { addFigures } from './figure-cue.ts';
import { figuresOfEnglish } from './figure-en.ts';
import { addEnglishOrdinal } from './ordinal-cue.ts';
import { rootOf } from './root.ts';

const WORD = /[\p{Script=Latin}][\p{Script=Latin}\p{M}]*(?:['’](?:s|t|re|ve|ll|d|m)\b)?/giu;
const CAPITAL = /^\p{Lu}/u;
const PRONOUN = 0.5;

/** Words of a text that are also written small: these are not names. */
export function smallWordsOf(texts: readonly string[]): Set<string> {
  const small = new Set<string>();
  for (const text of texts)
    for (const [word] of text.matchAll(WORD)) if (!CAPITAL.test(word)) small.add(word.toLowerCase());
  return small;
}

/** What an English sentence says. Words of one family have one key; names stay as they are, and are keys of both languages. */
export function cuesOfEnglish(whole: string, small: ReadonlySet<string>, latin: ReadonlySet<string>): Cue[] {
  const text = whole.slice(0, LONGEST_READ);
  const cues = new Cues();
  for (const [word] of text.matchAll(WORD)) {
    const root = rootOf(word);
    if (/n['’]t$/i.test(word)) cues.add('~not', PRONOUN);
    if (root === undefined) continue;
    cues.add(root, root.startsWith('~') ? PRONOUN : 1);
    if (
      (latin.has(nameOf(word)) || (CAPITAL.test(word) && !small.has(word.toLowerCase()))) &&
      !root.startsWith('~')
    )
      cues.add(`=${nameOf(word)}`, 1);
  }
  addFigures(figuresOfEnglish(text), cues);
  addEnglishOrdinal(text, cues);
  addMarks(text, cues);
  return cues.all;
}

/** A name without case and ending. */
export function nameOf(word: string): string {
  return word.toLowerCase().replace(/['’]s?$/, '');
}
