import lunr from 'lunr';
import type { Normalize } from './normal.ts';
import { normalizer } from './normal.ts';
import { hanRuns, tokensOf, wordsIn } from './token.ts';
import type { Source } from './unit.ts';

/** What building an index needs to know of Chinese words. */
export interface WordLore {
  readonly segment: (text: string) => readonly string[];
  readonly readingsOf: (text: string) => readonly { readonly offset: number; readonly syllable: string }[];
  readonly simplifications: () => { readonly traditional: string; readonly simplified: string };
}

/** An index as it is kept: plain values, so that it can be written and read. */
export interface Snapshot {
  readonly lunr: object;
  /** Of each unit, the readings of its Chinese: ` rong qi | `; a bar where characters do not touch. */
  readonly readings: readonly string[];
  /** Every Latin word of the texts with the number of units that have it, in the order of code units. */
  readonly words: readonly (readonly [word: string, units: number])[];
  readonly traditional: string;
  readonly simplified: string;
}

export const FIELDS = ['zh', 'en', 'note', 'title'] as const;

export function buildSnapshot(sources: readonly Source[], lore: WordLore): Snapshot {
  const { traditional, simplified } = lore.simplifications();
  const normal = normalizer(mapOf(traditional, simplified));
  const builder = new lunr.Builder();
  builder.ref('ref');
  for (const field of FIELDS) builder.field(field);
  // Each field is a list of tokens already. Trimmer, stop words and stemmer are for English alone.
  builder.tokenizer = Object.assign(tokenOf, { separator: / / });
  const words = new Map<string, number>();
  const readings: string[] = [];
  for (const [index, source] of sources.entries()) {
    readings.push(readingOf(source.zh, lore));
    builder.add({ ref: String(index), ...fieldsOf(source, normal, lore) });
    const own = new Set(
      wordsIn(normal(`${source.zh}\n${source.en}\n${source.note}\n${source.title}`)).map(({ text }) => text),
    );
    for (const word of own) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return {
    lunr: builder.build().toJSON(),
    readings,
    words: [...words].sort(([a], [b]) => (a < b ? -1 : 1)),
    traditional,
    simplified,
  };
}

function tokenOf(given?: unknown): lunr.Token[] {
  return (Array.isArray(given) ? given : []).map((token: string) => new lunr.Token(token, {}));
}

function fieldsOf({ zh, en, note, title }: Source, normal: Normalize, { segment }: WordLore): object {
  const text = normal(zh);
  // Two characters are a bigram already, and count twice as a word; longer words are added.
  const words = text === '' ? [] : segment(text).filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
  return {
    zh: [...tokensOf(text), ...words],
    en: tokensOf(normal(en)),
    note: tokensOf(normal(note)),
    title: tokensOf(normal(title)),
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
