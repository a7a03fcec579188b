import { withoutTones } from '../core/pinyin.ts';
import type { Renderings } from '../core/renderings.ts';
import { rootOf } from '../core/root.ts';
import type { Dictionary } from './dictionary.ts';

/** Names and terms of our own: a Chinese form, and what stands for it in English. */
export type OwnRenderings = ReadonlyMap<string, readonly string[]>;

/** What the dictionary knows, and before it our own, as it is wanted to compare a text with its translation. */
export function renderingsOf(dictionary: Dictionary, own: OwnRenderings = new Map()): Renderings {
  const roots = new Map<string, ReadonlyMap<string, number>>();
  const syllables = new Map<string, readonly string[]>();
  const longest = longestByFirst(own.keys());
  const longestAt = (text: string, start: number): number => {
    for (let length = longest.get(text.charAt(start)) ?? 0; length > 0; length -= 1)
      if (own.has(text.slice(start, start + length)))
        return Math.max(length, dictionary.longestAt(text, start)?.length ?? 0);
    return dictionary.longestAt(text, start)?.length ?? 0;
  };
  return {
    longestAt,
    isWord: (text) => own.has(text) || dictionary.has(text),
    rootsOf: (word) => {
      const known = roots.get(word) ?? rootsIn([...(own.get(word) ?? []), ...sensesOf(dictionary, word)]);
      roots.set(word, known);
      return known;
    },
    syllablesOf: (character) => {
      const known = syllables.get(character) ?? syllablesIn(dictionary, character);
      syllables.set(character, known);
      return known;
    },
  };
}

function longestByFirst(words: Iterable<string>): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const word of words)
    lengths.set(word.charAt(0), Math.max(word.length, lengths.get(word.charAt(0)) ?? 0));
  return lengths;
}

function syllablesIn(dictionary: Dictionary, character: string): string[] {
  const read = dictionary.entriesOf(character).map(({ pinyin }) => withoutTones(pinyin));
  return [...new Set(read.map((syllable) => syllable.replace(/[^a-z]/g, '')))];
}

/** All that the dictionary says of a word; an entry that only leads to another is followed there, one step. */
function sensesOf(dictionary: Dictionary, word: string): string[] {
  return dictionary
    .entriesOf(word)
    .flatMap(({ senses, leads }) => [
      ...senses,
      ...leads.flatMap(({ traditional }) =>
        dictionary.entriesOf(traditional).flatMap((entry) => (entry.leads.length === 0 ? entry.senses : [])),
      ),
    ]);
}

const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’]\p{Script=Latin}+)?/gu;
// What says something about the word, and nothing of its meaning.
const ABOUT =
  /\([^()]*\)|\[[^\]]*\]|\b(?:variant of|abbr\. for|used in|classifier for|surname|idiom|fig\.|lit\.|sb|sth|esp\.|CL:|also written|old|see)\b/g;
/** How much less each further sense counts. */
const LATER = 0.25;
/** That one of these words is what a translator took. */
const SURE = 0.6;

/** The roots of the English words in the senses of a Chinese one, each with the chance that it stands for it. */
function rootsIn(senses: readonly string[]): Map<string, number> {
  const roots = new Map<string, number>();
  let total = 0;
  for (const [index, sense] of senses.flatMap((one) => one.split(/[;,]/)).entries()) {
    const words = sense.replace(ABOUT, ' ').match(WORD) ?? [];
    const found = new Set(words.flatMap((word) => rootOf(word) ?? []));
    for (const root of found) {
      const weight = 1 / (Math.sqrt(found.size) * (1 + LATER * index));
      roots.set(root, (roots.get(root) ?? 0) + weight);
      total += weight;
    }
  }
  for (const [root, weight] of roots) roots.set(root, (SURE * weight) / Math.max(1, total));
  return roots;
}
