import type { Entity } from '../../core/entity.ts';
import { parseTermId } from '../../core/term.ts';
import type { GlossedWord, WordPart, WordSense } from '../../core/word.ts';
import { entityAddress, searchAddress, termAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';

/** A word of the dictionary under one of its readings. */
export interface ReadingView {
  /** Null where it is the one reading there is, and so stands with the word already. */
  readonly pinyin: string | null;
  /** In the order of the dictionary; the first few, and the rest. */
  readonly senses: readonly string[];
  readonly more: readonly string[];
  /** `一个 · 一种`: what things of the kind are counted with; null where nothing is said of it. */
  readonly measures: string | null;
}

/** All that is told of a word of a text. */
export interface WordView {
  readonly text: string;
  readonly pinyin: string | null;
  /** As it is written in traditional characters, and in simplified ones; null where that is how it stands here. */
  readonly traditional: string | null;
  readonly simplified: string | null;
  /** Where it stands in the text, as `3-5 12-14`. */
  readonly at: string;
  /** `容器 róngqì container`: what a screen reader says of it in passing. */
  readonly said: string;
  /** What the termbase says, the sense of this text first. */
  readonly terms: readonly { readonly href: string; readonly en: string; readonly note: string }[];
  /** Whom it names, or is part of a name of. */
  readonly entity: {
    readonly href: string;
    readonly name: string;
    readonly description: string;
  } | null;
  readonly readings: readonly ReadingView[];
  /** Its parts; empty for a word of one character. */
  readonly parts: readonly { readonly text: string; readonly pinyin: string; readonly en: string }[];
  /** False: nobody knows the word; its parts may still say something. */
  readonly isKnown: boolean;
  /** All places where its characters stand. */
  readonly searchHref: string;
}

// What a card shows of a reading at once.
const SENSES = 4;

/** The words of a text of which there is something to tell, each once, in the order of the text. */
export function wordViewsOf(words: readonly GlossedWord[], house: House, locale: Locale): WordView[] {
  const groups = Map.groupBy(words.filter(isTold), (word) =>
    [word.text, word.pinyin, word.term, word.entity].join('\t'),
  );
  return [...groups.values()].map((same) => viewOf(same, house, locale));
}

function isTold({ text, senses }: GlossedWord): boolean {
  return senses.length > 0 || /\p{Script=Han}/u.test(text);
}

function viewOf(same: readonly GlossedWord[], house: House, locale: Locale): WordView {
  const [word] = same;
  if (word === undefined) throw new Error('a group has a first');
  const { text, pinyin, senses, parts } = word;
  const entity = word.entity === undefined ? undefined : house.library.authority.entities.get(word.entity);
  const ofDictionary = senses.filter(({ source }) => source === 'dictionary');
  const [first] = ofDictionary;
  const other = (form: string | undefined): string | null =>
    form === undefined || form === text ? null : form;
  return {
    text,
    pinyin,
    traditional: other(first?.traditional),
    simplified: other(first?.simplified),
    at: same.map(({ start, end }) => `${start}-${end}`).join(' '),
    said: [text, pinyin, senses[0]?.en[0]].filter((one) => one !== undefined && one !== null).join(' '),
    terms: senses.flatMap((sense) => termOf(sense, house, locale)),
    entity: entity === undefined ? null : entityView(entity, locale),
    readings: ofDictionary.map((sense) => readingOf(sense, ofDictionary.length === 1 ? pinyin : null)),
    parts: parts.map(partOf),
    isKnown: senses.length > 0,
    searchHref: searchAddress(`"${text}"`),
  };
}

function termOf({ source, term, en }: WordSense, { termbook }: House, locale: Locale): WordView['terms'] {
  if (source !== 'term' || term === undefined) return [];
  const entry = termbook.terms.get(parseTermId(term));
  if (entry === undefined) return [];
  return [{ href: termAddress(entry.id), en: en.join('; '), note: inLanguage(entry.note, locale) }];
}

function entityView({ id, name, description }: Entity, locale: Locale): NonNullable<WordView['entity']> {
  return {
    href: entityAddress(id),
    name: inLanguage(name, locale),
    description: inLanguage(description, locale),
  };
}

function readingOf({ pinyin, en, measures = [] }: WordSense, told: string | null): ReadingView {
  return {
    pinyin: pinyin === told ? null : pinyin,
    senses: en.slice(0, SENSES),
    more: en.slice(SENSES),
    measures:
      measures.length === 0
        ? null
        : measures.map(({ simplified, pinyin: read }) => `${simplified} ${read}`).join(' · '),
  };
}

function partOf({ text, senses }: WordPart): WordView['parts'][number] {
  const [sense] = senses;
  return { text, pinyin: sense?.pinyin ?? '', en: sense?.en.slice(0, 2).join('; ') ?? '' };
}
