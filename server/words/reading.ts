import type { ReadingFix } from '../core/word-fixes.ts';
import { fits } from '../core/word-fixes.ts';
import type { Dictionary } from './dictionary.ts';
import { lightReading } from './neutral.ts';
import { soundsOf } from './pinyin.ts';
import { readingHere } from './polyphone.ts';
import { soundOf, spelled } from './tone.ts';

const HAN = /\p{Script=Han}/u;
// Longer words are told in parts: `kāifàng róngqì chàngyì`.
const MOST = 4;

/** What decides how a word is read, beside the text around it. */
export interface Known {
  readonly dictionary: Dictionary;
  /** The pinyin of terms. */
  readonly terms: ReadonlyMap<string, string>;
  readonly fixes: ReadonlyMap<string, readonly ReadingFix[]>;
  /** Whether 一 and 不 are told as they are spoken. */
  readonly spoken: boolean;
}

/**
 * How each word of a text is read, with tone marks; null for one without Han. What a person corrected counts first, then the termbase, then
 * the dictionary where it has a word of several characters under one reading only, then the light syllables of every day, then a rule for what stands
 * around a character, then what is likely.
 */
export function pinyinOf(words: readonly string[], text: string, known: Known): (string | null)[] {
  const sounds = soundsOf(text, known.spoken);
  let next = 0;
  let start = 0;
  return words.map((word) => {
    const end = start + word.length;
    const own: (string | { han: string })[] = [];
    let rest = start;
    for (; (sounds[next]?.offset ?? end) < end; next += 1) {
      const { offset = 0, syllable = '' } = sounds[next] ?? {};
      if (offset > rest) own.push(text.slice(rest, offset));
      own.push({ han: inPlace(word, text, offset, known) ?? syllable });
      rest = offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
    }
    if (rest < end) own.push(text.slice(rest, end));
    const at = start;
    start = end;
    if (!HAN.test(word)) return null;
    // What is spoken is not what is written down, for these two.
    if (known.spoken && /[一不]/.test(word)) return likely(word, own, known);
    const fix = known.fixes.get(word)?.find((one) => fits(one, text, at, end));
    return (
      fix?.pinyin ?? known.terms.get(word) ?? lightReading(word, text, at, end) ?? likely(word, own, known)
    );
  });
}

// What a dictionary has as one word it can read itself.
function inPlace(word: string, text: string, at: number, { dictionary }: Known): string | undefined {
  return word.length === 1 || !dictionary.has(word) ? readingHere(text, at) : undefined;
}

function likely(
  word: string,
  own: readonly (string | { han: string })[],
  { dictionary, spoken }: Known,
): string {
  const syllables = own.flatMap((one) => (typeof one === 'string' ? [] : [one.han]));
  if (syllables.length === 0) return word;
  if (syllables.length < own.length) return mixed(own);
  const found = spelledInParts(word, syllables, dictionary);
  if (syllables.length < 2 || (spoken && /[一不]/.test(word))) return found;
  return onlyReading(word, found, dictionary) ?? found;
}

function onlyReading(word: string, found: string, dictionary: Dictionary): string | undefined {
  const entries = dictionary.entriesOf(word).filter(({ leads }) => leads.length === 0);
  const sounds = new Set(entries.map(({ pinyin }) => soundOf(pinyin)));
  // A name is not told from a word: the dictionary says which it is.
  if (sounds.size !== 1 || sounds.has(soundOf(found))) return undefined;
  return entries[0]?.pinyin.toLowerCase();
}

function spelledInParts(word: string, syllables: readonly string[], dictionary: Dictionary): string {
  if (syllables.length <= MOST) return spelled(syllables);
  let at = 0;
  return dictionary
    .partsOf(word)
    .map((part) => {
      const from = at;
      at += [...part].length;
      return spelled(syllables.slice(from, at));
    })
    .join(' ');
}

// `T恤`: T xù.
function mixed(own: readonly (string | { han: string })[]): string {
  const pieces: string[] = [];
  let syllables: string[] = [];
  for (const one of [...own, '']) {
    if (typeof one !== 'string') syllables.push(one.han);
    else {
      if (syllables.length > 0) pieces.push(spelled(syllables));
      syllables = [];
      if (one.trim() !== '') pieces.push(one);
    }
  }
  return pieces.join(' ');
}
