import type { Entity } from '../../core/entity.ts';
import { languageIn, scriptOf } from '../../core/script.ts';
import type { Span } from '../../core/span.ts';
import { parseTermId } from '../../core/term.ts';
import type { WordPart, WordSense } from '../../core/word.ts';
import { entityAddress, readerAddress, searchAddress, termAddress } from '../address.ts';
import { inLanguage, shortTitleOf } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';
import type { Piece } from '../reading/piece.ts';
import { piecesOf } from '../reading/piece.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { PlacedWord } from './wordbook.ts';

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
  /** BCP 47 of its characters. */
  readonly lang: string;
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
  /** What its gloss says for it here; null where that is open. */
  readonly here: string | null;
  /** `At 12 other places in 3 texts`; null where there is none. */
  readonly figures: string | null;
  /** A few of them, with what renders it there. */
  readonly uses: readonly UseView[];
  /** All places where its characters stand. */
  readonly searchHref: string;
}

export interface UseView {
  readonly lang: string;
  readonly href: string;
  readonly title: string;
  readonly zh: readonly Piece[];
  readonly en: readonly Piece[];
}

/** What words are told with. */
export interface Setting {
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
  readonly house: House;
  readonly locale: Locale;
  /** BCP 47 of the text that the words are of. */
  readonly lang: string;
}

// What a card shows of a reading at once.
const SENSES = 4;
const BESIDE = 12;

/** The words of a text of which there is something to tell, each once, in the order of the text. */
export function wordViewsOf(words: readonly PlacedWord[], setting: Setting): WordView[] {
  const groups = Map.groupBy(words.filter(isTold), (word) =>
    [word.text, word.pinyin, word.term, word.entity].join('\t'),
  );
  return [...groups.values()].map((same) => viewOf(same, setting));
}

function isTold({ text, senses }: PlacedWord): boolean {
  return /\p{Script=Han}/u.test(text) || senses.some(({ source }) => source !== 'dictionary');
}

function viewOf(same: readonly PlacedWord[], { elsewhere, house, locale, lang }: Setting): WordView {
  const [word] = same;
  if (word === undefined) throw new Error('a group has a first');
  const { text, pinyin, senses, parts, here } = word;
  const entity = word.entity === undefined ? undefined : house.library.authority.entities.get(word.entity);
  const ofDictionary = senses.filter(({ source }) => source === 'dictionary');
  const [first] = ofDictionary;
  const other = (form: string | undefined): string | null =>
    form === undefined || form === text ? null : form;
  return {
    text,
    lang,
    pinyin,
    traditional: other(first?.traditional),
    simplified: other(first?.simplified),
    at: same.map(({ start, end }) => `${start}-${end}`).join(' '),
    here: here?.isFromGloss === true ? here.en : null,
    said: [text, pinyin, here?.en ?? senses[0]?.en[0]]
      .filter((one) => one !== undefined && one !== null)
      .join(' '),
    terms: senses.flatMap((sense) => termOf(sense, house, locale)),
    entity: entity === undefined ? null : entityView(entity, locale),
    readings: ofDictionary.map((sense) => readingOf(sense, ofDictionary.length === 1 ? pinyin : null)),
    parts: partsOf(parts, pinyin ?? ''),
    isKnown: senses.length > 0,
    searchHref: searchAddress(`"${text}"`),
    ...usesOf(elsewhere.get(text), locale),
  };
}

function usesOf(elsewhere: Elsewhere | undefined, locale: Locale): Pick<WordView, 'figures' | 'uses'> {
  const { total, documents, uses } = elsewhere ?? { total: 0, documents: 0, uses: [] };
  const { t, number } = locale;
  return {
    figures:
      total === 0
        ? null
        : t('word.elsewhere', {
            places: t('terms.places', { count: total, number: number(total) }),
            documents: t('entity.documents', { count: documents, number: number(documents) }),
          }),
    uses: uses.map(({ document, segment, places, rendered }) => ({
      lang: languageIn(scriptOf(document.language)),
      href: `${readerAddress(document.id)}#${segment.id}`,
      title: shortTitleOf(document, locale),
      zh: around(segment.zh ?? '', places[0]),
      en: piecesOf(segment.en ?? '', rendered),
    })),
  };
}

/** A word with the few characters beside it that a line has room for. */
function around(text: string, place: Span | undefined): Piece[] {
  if (place === undefined) return [];
  const start = Math.max(0, place.start - BESIDE);
  const end = Math.min(text.length, place.end + BESIDE);
  const [shownStart, shownEnd] = [onCharacter(text, start), onCharacter(text, end)];
  const pieces = piecesOf(text.slice(shownStart, shownEnd), [
    { start: place.start - shownStart, end: place.end - shownStart },
  ]);
  const dots = (isCut: boolean): Piece[] => (isCut ? [{ text: '…', isMatch: false }] : []);
  return [...dots(shownStart > 0), ...pieces, ...dots(shownEnd < text.length)];
}

// Not between the two halves of a character.
function onCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
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

/** The parts of a word, each as it is read in it where that shows: 看 is kàn in kànjiàn, and kān only by itself. */
function partsOf(parts: readonly WordPart[], pinyin: string): WordView['parts'] {
  let rest: string | undefined = lettersOf(pinyin);
  return parts.map(({ text, senses }) => {
    const here = senses.find((sense) => rest?.startsWith(lettersOf(sense.pinyin)) && sense.pinyin !== '');
    rest = here === undefined ? undefined : rest?.slice(lettersOf(here.pinyin).length);
    const sense = here ?? senses[0];
    return { text, pinyin: sense?.pinyin ?? '', en: sense?.en.slice(0, 2).join('; ') ?? '' };
  });
}

function lettersOf(pinyin: string): string {
  return pinyin.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
}
