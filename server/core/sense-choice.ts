import type { DocumentSegment } from './document.ts';
import { usualSensesOf } from './function-word.ts';
import type { Word as EnglishWord, Phrase } from './phrase.ts';
import { phraseOf, placesOf, wordsOf } from './phrase.ts';
import { withoutTones } from './pinyin.ts';
import type { ShortSense } from './short-sense.ts';
import { cutShort, shortSensesOf } from './short-sense.ts';
import type { Span } from './span.ts';
import { stemOf } from './stem.ts';
import type { GlossedWord, WordSense } from './word.ts';

/** What a word means here, as short as it can stand beneath it. */
export interface ChosenSense {
  readonly en: string;
  /** Whether the gloss of its segment says so; else it is the usual sense. */
  readonly isFromGloss: boolean;
}

/** A meaning of a word, ready to be found in English. */
export interface Meaning {
  /** Not cut. */
  readonly form: string;
  readonly phrase: Phrase;
  readonly isLast: boolean;
}

/** A piece of a word that is known where the word is not. */
export interface PartSense {
  readonly text: string;
  readonly en: string;
}

/** What a sense is chosen by: the English of the segment, and who is named in it. */
export type Glossed = Pick<DocumentSegment, 'en' | 'names'>;

/** A gloss that has been read. */
export interface ReadGloss {
  readonly text: string;
  readonly words: readonly EnglishWord[];
}

/**
 * Chooses the sense to tell of a word: of its term or of whom it names; else the one of the dictionary that the gloss has, under the reading
 * that the word has here; else the first of that reading. Undefined for signs, numbers and Latin words, and where nobody knows the word.
 */
export class SenseChooser {
  readonly #meanings = new Map<string, readonly Meaning[]>();
  readonly #stems = new Map<string, string>();
  #last: ReadGloss = { text: '', words: [] };

  choose(word: GlossedWord, glossed: Glossed): ChosenSense | undefined {
    if (word.pinyin === null) return undefined;
    const gloss = this.read(glossed.en ?? '');
    const terms = this.termMeaningsOf(word);
    if (terms.length > 0) return this.#chosen(terms, gloss, glossed);
    if (isWholeName(word, glossed)) return nameOf(word, glossed);
    return this.#chosen(this.meaningsOf(word), gloss, glossed);
  }

  /** What the dictionary says that the word means under the reading that it has here, in its order. */
  meaningsOf({ text, pinyin, senses }: GlossedWord): readonly Meaning[] {
    return remembered(this.#meanings, `${text}\t${pinyin}`, () => [
      ...usualSensesOf(text, pinyin ?? '').map((form) => meaning({ form, isLast: false })),
      ...readHere(senses, pinyin ?? '')
        .flatMap(({ en }) => en)
        .flatMap(shortSensesOf)
        .map(meaning),
    ]);
  }

  /** What the pieces of a word mean, each as short as can be; none where one of them is unknown, or is read in several ways. */
  partsOf({ parts }: GlossedWord): readonly PartSense[] {
    const told = parts.flatMap(({ text, senses }) => {
      const [pinyin = '', ...others] = soundsIn(senses);
      if (others.length > 0) return [];
      const part = { text, pinyin, senses, parts: [], start: 0, end: text.length };
      const meanings = [...this.termMeaningsOf(part), ...this.meaningsOf(part)];
      const first = meanings.find(({ isLast }) => !isLast) ?? meanings[0];
      return first === undefined ? [] : [{ text, en: cutShort(first.form) }];
    });
    return told.length < parts.length || told.length < 2 ? [] : told;
  }

  /** The renderings of the terms that the word may be. */
  termMeaningsOf({ senses }: GlossedWord): readonly Meaning[] {
    const forms = senses.flatMap(({ source, en }) => (source === 'term' ? en : []));
    return forms.flatMap((form) =>
      remembered(this.#meanings, form, () => [{ form, isLast: false, phrase: phraseOf(form) }]),
    );
  }

  /** The words of a gloss; those of the last one are kept. */
  read(text: string): ReadGloss {
    if (text === this.#last.text) return this.#last;
    const stem = (word: string): string => remembered(this.#stems, word, () => stemOf(word));
    this.#last = { text, words: wordsOf(text, stem) };
    return this.#last;
  }

  #chosen(meanings: readonly Meaning[], gloss: ReadGloss, { names }: Glossed): ChosenSense | undefined {
    const found = meanings
      .filter(({ phrase }) => isSaid(phrase, gloss, names.en.mentions))
      .toSorted((a, b) => b.phrase.length - a.phrase.length)[0];
    const meaning = found ?? meanings.find(({ isLast }) => !isLast) ?? meanings[0];
    return meaning && { en: cutShort(meaning.form), isFromGloss: found !== undefined };
  }
}

/** Whether a word is all of a name. What is only a piece of one means what it means elsewhere. */
export function isWholeName({ entity, start, end }: GlossedWord, { names }: Glossed): boolean {
  if (entity === undefined) return false;
  return names.zh.mentions.some(
    (mention) => mention.entity === entity && mention.start === start && mention.end === end,
  );
}

function meaning({ form, isLast }: ShortSense): Meaning {
  // What stands in parentheses is said by no gloss.
  return { form, isLast, phrase: form.startsWith('(') ? [] : phraseOf(searched(form)) };
}

// As the gloss names it; what it is called otherwise is in its card.
function nameOf(word: GlossedWord, { names }: Glossed): ChosenSense | undefined {
  const mention = names.en.mentions.find(({ entity }) => entity === word.entity);
  const name = mention?.quote ?? word.senses.find(({ source }) => source === 'entity')?.en[0];
  return name === undefined ? undefined : { en: cutShort(name), isFromGloss: mention !== undefined };
}

/**
 * Senses of the dictionary under one reading; where tones differ (they are often neutral), those that are written alike without; where it has one
 * reading only, those.
 */
function readHere(senses: readonly WordSense[], pinyin: string): readonly WordSense[] {
  const known = senses.filter(({ source }) => source === 'dictionary');
  const exact = known.filter((sense) => soundOf(sense.pinyin) === soundOf(pinyin));
  if (exact.length > 0) return exact;
  const alike = known.filter((sense) => letters(sense.pinyin) === letters(pinyin));
  if (alike.length > 0) return alike;
  return new Set(known.map((sense) => soundOf(sense.pinyin))).size === 1 ? known : [];
}

// Readings of the dictionary that differ in more than a capital.
function soundsIn(senses: readonly WordSense[]): string[] {
  const known = senses.filter(({ source }) => source === 'dictionary');
  return [...new Map(known.map(({ pinyin }) => [soundOf(pinyin), pinyin.toLowerCase()])).values()];
}

function soundOf(pinyin: string): string {
  return pinyin.toLowerCase().replace(/[^\p{L}\p{M}\d]/gu, '');
}

function letters(pinyin: string): string {
  return soundOf(withoutTones(pinyin));
}

// `persuade sb to do sth` stands in no gloss.
function searched(form: string): string {
  return form.replace(/\b(?:sb|sth)\b/g, ' ').replace(/^(?:an?|the) /, '');
}

// Not where it is within a name.
function isSaid(phrase: Phrase, { text, words }: ReadGloss, named: readonly Span[]): boolean {
  return placesOf(phrase, words, text).some(
    ({ start, end }) => !named.some((name) => name.start <= start && end <= name.end),
  );
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}
