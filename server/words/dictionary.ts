import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Entry, Reference } from './entry.ts';
import { entryOf } from './entry.ts';

/** Chinese words in English: CC-CEDICT, CC BY-SA 4.0. */
export interface Dictionary {
  /** How many words it knows, simplified and traditional. */
  readonly size: number;
  readonly has: (word: string) => boolean;
  /** Of each reading of a word an entry, the likely ones first; none if the word is not there. */
  readonly entriesOf: (word: string) => Entry[];
  /** The longest word that begins at `start`. */
  readonly longestAt: (text: string, start: number) => string | undefined;
  /** The fewest words that a longer one can be cut into, a character by itself where there is none; nothing for a single character. */
  readonly partsOf: (word: string) => string[];
}

// Only this file of the package is read, and it is not run: its other lists have other licences.
const FILE = 'hanzi/lib/data/cedict_ts.u8.js';

/** Read the dictionary: some 0.1 s, and 30 MB from then on. @throws Error if the package is not as it was. */
export async function openDictionary(): Promise<Dictionary> {
  const path = createRequire(import.meta.url).resolve(FILE);
  return dictionaryOf(await readFile(path, 'utf8'));
}

/** The dictionary in the text of its file: a line for each entry, behind lines that begin with `#`. */
export function dictionaryOf(text: string): Dictionary {
  const places = placesIn(text);
  if (places.size === 0) throw new Error('the dictionary has no entries');
  const lengths = longestByFirst(places.keys());
  const has = (word: string): boolean => places.has(word);
  const longestAt = (within: string, start: number): string | undefined => {
    const most = lengths.get(within.codePointAt(start) ?? -1) ?? 0;
    for (let length = Math.min(most, within.length - start); length > 0; length -= 1) {
      const word = within.slice(start, start + length);
      if (places.has(word)) return word;
    }
    return undefined;
  };
  return {
    size: places.size,
    has,
    longestAt,
    entriesOf: (word) => {
      const found = places.get(word);
      if (found === undefined) return [];
      const entries = (typeof found === 'number' ? [found] : found).flatMap(
        (at) => entryOf(lineAt(text, at)) ?? [],
      );
      if (entries.length === 1) return entries;
      const place = ({ traditional, pinyin }: Reference): string => `${traditional} ${pinyin}`;
      const led = new Set(entries.flatMap(({ leads }) => leads.map(place)));
      const rank = (entry: Entry): number => rankOf(entry, word) + (led.has(place(entry)) ? 0 : 0.5);
      return entries.sort((a, b) => rank(a) - rank(b));
    },
    partsOf: (word) => fewest([...word], has),
  };
}

/** Offsets of the lines of each word; a number where there is one, which saves a list for most. */
function placesIn(text: string): Map<string, number | number[]> {
  const places = new Map<string, number | number[]>();
  const add = (word: string, at: number): void => {
    const known = places.get(word);
    if (known === undefined) places.set(word, at);
    else if (typeof known === 'number') places.set(word, [known, at]);
    else known.push(at);
  };
  // The last line of the package's file ends the text that it is in: what follows its last slash is none of an entry.
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const first = text.indexOf(' ', at);
    const second = text.indexOf(' ', first + 1);
    if (first > at && second !== -1 && second < end && text.startsWith('[', second + 1)) {
      const traditional = text.slice(at, first);
      const simplified = text.slice(first + 1, second);
      add(simplified, at);
      if (traditional !== simplified) add(traditional, at);
    }
    at = end + 1;
  }
  return places;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.lastIndexOf('/') + 1 : end);
}

function longestByFirst(words: Iterable<string>): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const word of words) {
    const first = word.codePointAt(0) ?? -1;
    if (word.length > (lengths.get(first) ?? 0)) lengths.set(first, word.length);
  }
  return lengths;
}

// A simplified word before a traditional one that looks the same, a word before a surname, what says something before what only leads on;
// and, told by the others, that of which they are variants.
function rankOf({ simplified, pinyin, leads }: Entry, word: string): number {
  return (simplified === word ? 0 : 4) + (leads.length > 0 ? 2 : 0) + (/^\p{Lu}/u.test(pinyin) ? 1 : 0);
}

/** The fewest pieces that are words; of as few, those whose first is longest. */
function fewest(characters: readonly string[], has: (word: string) => boolean): string[] {
  const length = characters.length;
  if (length < 2) return [];
  // From the back: how many pieces each rest needs, and how long its first one is.
  const counts = new Array<number>(length + 1).fill(0);
  const firsts = new Array<number>(length + 1).fill(1);
  for (let start = length - 1; start >= 0; start -= 1) {
    counts[start] = 1 + (counts[start + 1] ?? 0);
    const most = Math.min(LONGEST, length - start, start === 0 ? length - 1 : length);
    for (let size = 2; size <= most; size += 1) {
      const count = 1 + (counts[start + size] ?? 0);
      if (count > (counts[start] ?? 0) || !has(characters.slice(start, start + size).join(''))) continue;
      counts[start] = count;
      firsts[start] = size;
    }
  }
  const parts: string[] = [];
  for (let start = 0; start < length; start += firsts[start] ?? 1)
    parts.push(characters.slice(start, start + (firsts[start] ?? 1)).join(''));
  return parts;
}

// Characters of the longest word that is looked for; CC-CEDICT's has 19.
const LONGEST = 20;
