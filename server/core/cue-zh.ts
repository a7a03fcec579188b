import type { Cue } from './cue.ts';
import { addMarks, Cues, LONGEST_READ } from './cue.ts';
import { addFigures } from './figure-cue.ts';
import { figuresOfChinese } from './figure-zh.ts';
import { fold } from './fold.ts';
import type { NameTrie } from './name-trie.ts';
import { addOrdinal } from './ordinal-cue.ts';
import type { Renderings } from './renderings.ts';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu;
/** What a word within a longer one says, a single character there, and a name that sounds like a single character. */
const INNER = 0.35;
const INNER_CHARACTER = 0.2;
const SYLLABLE = 0.35;
const NAME = 1.5;

/** Latin words of a Chinese text, small. */
export function latinWordsOf(text: string): string[] {
  return fold(text.slice(0, LONGEST_READ)).match(LATIN) ?? [];
}

/**
 * What a Chinese sentence says: every word that is known, the longest with all their weight; stretches that are `repeated` in the text;
 * English names by their sound; Latin words, figures and marks.
 */
export function cuesOfChinese(
  whole: string,
  known: Renderings,
  names: NameTrie,
  repeated: ReadonlySet<string>,
): Cue[] {
  const text = whole.slice(0, LONGEST_READ);
  const cues = new Cues();
  addWords(text, known, repeated, cues);
  addNames(text, known, names, cues);
  for (const word of latinWordsOf(text)) cues.add(`=${word}`, 1);
  addFigures(figuresOfChinese(text), cues);
  addOrdinal(text, cues);
  addMarks(text, cues);
  return cues.all;
}

function addWords(text: string, known: Renderings, repeated: ReadonlySet<string>, cues: Cues): void {
  let covered = 0;
  for (let start = 0; start < text.length; start += 1) {
    if (!isHan(text, start)) continue;
    const longest = known.longestAt(text, start);
    const whole = start >= covered ? 1 : INNER;
    for (const word of wordsAt(text, start, longest, known)) cues.add(word, weightOf(word, longest, whole));
    for (const stretch of stretchesAt(text, start)) if (repeated.has(stretch)) cues.add(stretch, INNER);
    if (start >= covered) covered = start + Math.max(1, longest);
  }
}

function weightOf(word: string, longest: number, whole: number): number {
  if (word.length === longest) return whole;
  return word.length === 1 ? INNER_CHARACTER : INNER;
}

/** All words that begin at `start`, and the character itself. */
function wordsAt(text: string, start: number, longest: number, { isWord }: Renderings): string[] {
  const words = Array.from({ length: longest }, (_, at) => text.slice(start, start + at + 1));
  return words.filter((word) => word.length === 1 || word.length === longest || isWord(word));
}

function addNames(text: string, { syllablesOf }: Renderings, names: NameTrie, cues: Cues): void {
  const characters = [...text];
  for (const [start, character] of characters.entries())
    if (HAN.test(character))
      names.findAt(characters, start, syllablesOf, (name, length) =>
        cues.add(`=${name}`, length === 1 ? SYLLABLE : NAME),
      );
}

function stretchesAt(text: string, start: number): string[] {
  return [text.slice(start, start + 2), text.slice(start, start + 3)];
}

/** Stretches of two or three characters that no dictionary has and that stand in several sentences: names, perhaps. */
export function repeatedIn(texts: readonly string[], { isWord }: Pick<Renderings, 'isWord'>): Set<string> {
  const once = new Set<string>();
  const repeated = new Set<string>();
  for (const text of texts) {
    const here = new Set<string>();
    for (const [stretch] of text.slice(0, LONGEST_READ).matchAll(/[\u3400-\u4dbf\u4e00-\u9fff]{2,}/g))
      for (let start = 0; start + 2 <= stretch.length; start += 1)
        for (const one of stretchesAt(stretch, start)) here.add(one);
    for (const stretch of here) if (!isWord(stretch)) (once.has(stretch) ? repeated : once).add(stretch);
  }
  return repeated;
}

// Also the first half of a character beyond the basic plane: no dictionary has it alone.
function isHan(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0x3400 && unit < 0xa000) || (unit >= 0xd840 && unit < 0xd8c0);
}
