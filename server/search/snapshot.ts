import lunr from 'lunr';
import type { Normalize } from './normal.ts';
import { normalizer } from './normal.ts';
import { FIELDS } from './place.ts';
import type { Packed, Written } from './posting.ts';
import { pack } from './posting.ts';
import { hanRuns, tokensOf, toldToken, wordsIn } from './token.ts';
import type { Source } from './unit.ts';

/** What building an index needs to know of Chinese words. */
export interface WordLore {
  readonly segment: (text: string) => readonly string[];
  readonly readingsOf: (text: string) => readonly { readonly offset: number; readonly syllable: string }[];
  readonly simplifications: () => { readonly traditional: string; readonly simplified: string };
}

/** An index as it is kept: plain values, so that it can be written and read. */
export interface Snapshot {
  readonly index: Packed;
  /** Of each unit, the readings of its Chinese: ` rong qi | `; a bar where characters do not touch. */
  readonly readings: readonly string[];
  /** Every Latin word of the texts with the number of units that have it, in the order of code units. */
  readonly words: readonly (readonly [word: string, units: number])[];
  readonly traditional: string;
  readonly simplified: string;
}

// Segments are sentences: that one is longer than another says little about how much of it a word is. With lunr's own 0.75 English questions find their answers
// less often (0.83 for 0.87, bench/search-quality.ts); it makes next to no difference to anything else.
const LENGTH_COUNTS = 0.3;

export function buildSnapshot(sources: readonly Source[], lore: WordLore): Snapshot {
  const { traditional, simplified } = lore.simplifications();
  const normal = normalizer(mapOf(traditional, simplified));
  const words = new Map<string, number>();
  for (const { zh, en, note, title } of sources) {
    const own = new Set(wordsIn(normal(`${zh}\n${en}\n${note}\n${title}`)).map(({ text }) => text));
    for (const word of own) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return {
    index: pack(lunrIndexOf(sources, normal, lore).toJSON() as Written, FIELDS),
    readings: sources.map(({ zh }) => readingOf(zh, lore)),
    words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)),
    traditional,
    simplified,
  };
}

/** What lunr makes of the texts: a document for each unit, a field for each place. */
export function lunrIndexOf(sources: readonly Source[], normal: Normalize, lore: WordLore): lunr.Index {
  const builder = new lunr.Builder();
  builder.ref('ref');
  builder.b(LENGTH_COUNTS);
  for (const field of Object.keys(FIELDS)) builder.field(field);
  // Each field is a list of tokens already. Trimmer, stop words and stemmer are for English alone.
  builder.tokenizer = Object.assign(tokenOf, { separator: / / });
  for (const [index, source] of sources.entries())
    builder.add({ ref: String(index), ...fieldsOf(source, normal, lore) });
  return builder.build();
}

function tokenOf(given?: unknown): lunr.Token[] {
  return (Array.isArray(given) ? given : []).map((token: string) => new lunr.Token(token, {}));
}

function fieldsOf({ zh, en, note, title, told }: Source, normal: Normalize, { segment }: WordLore): object {
  const text = normal(zh);
  // Two characters are a bigram already, and count twice as a word; longer words are added.
  const words = text === '' ? [] : segment(text).filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  return {
    zh: [...tokensOf(text), ...words],
    en: tokensOf(normal(en)),
    note: tokensOf(normal(note)),
    title: tokensOf(normal(title)),
    told: tokensOf(normal(told)).map(toldToken),
  };
}

// One entry for each Han character, so that the nth reading is that of the nth character; `?` where nobody knows one.
function readingOf(zh: string, { readingsOf }: WordLore): string {
  const syllables = new Map(readingsOf(zh).map(({ offset, syllable }) => [offset, syllable]));
  const runs = hanRuns(zh).map(({ characters, start }) => {
    let at = start;
    return characters.map((character) => {
      const syllable = syllables.get(at) ?? '?';
      at += character.length;
      return syllable;
    });
  });
  return ` ${runs.map((run) => run.join(' ')).join(' | ')} `;
}

/** From each traditional character to its simplified one. */
export function mapOf(traditional: string, simplified: string): Map<string, string> {
  return new Map([...traditional].map((character, index) => [character, simplified[index] ?? character]));
}
