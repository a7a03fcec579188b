import type { WordSense } from '../core/word.ts';
import type { Dictionary } from './dictionary.ts';
import type { Entry, Reference } from './entry.ts';
import { soundOf } from './tone.ts';

/**
 * What the dictionary says of a word, a sense for each of its readings; the one that stands here first. An entry that only leads to another is
 * followed there, one step.
 */
export function sensesOf(dictionary: Dictionary, word: string, pinyin: string | null): WordSense[] {
  const entries = dictionary.entriesOf(word);
  const here = soundOf(pinyin ?? '');
  const isHere = (entry: Entry): boolean => soundOf(entry.pinyin) === here;
  const senses = [...entries.filter(isHere), ...entries.filter((entry) => !isHere(entry))];
  return senses.map((entry) => ({
    source: 'dictionary',
    pinyin: entry.pinyin,
    en: [...entry.senses, ...entry.leads.flatMap((lead) => meantBy(dictionary, lead))],
    simplified: entry.simplified,
    traditional: entry.traditional,
    ...(entry.measures.length > 0 && { measures: entry.measures }),
  }));
}

function meantBy(dictionary: Dictionary, { traditional, pinyin }: Reference): readonly string[] {
  const found = dictionary.entriesOf(traditional).filter((entry) => entry.traditional === traditional);
  return found.find((entry) => entry.pinyin === pinyin)?.senses ?? [];
}
