import type { Document, Library } from '../../core/document.ts';
import { languageIn, scriptOf } from '../../core/script.ts';
import type { SegmentId } from '../../core/segment.ts';
import type { PartSense } from '../../core/sense-choice.ts';
import { entityAddress, readerAddress, termAddress } from '../address.ts';
import type { Title } from '../facts.ts';
import { titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import { numbersOf } from '../reading/apparatus.ts';
import type { WordSort } from '../word/choices.ts';
import { deckAddress, sorted, vocabularyAddress, WORD_SORTS } from '../word/choices.ts';
import type { Vocable } from '../word/vocabulary.ts';

const SHOWS = ['all', 'learn', 'new', 'known'] as const;
type Show = (typeof SHOWS)[number];

export interface VocableView {
  readonly word: string;
  readonly pinyin: string;
  /** Null where nobody knows the word. */
  readonly sense: string | null;
  /** What its pieces mean; empty where the sense is known. */
  readonly parts: readonly PartSense[];
  /** The page that tells more: of whom it names, or of the term that it is. */
  readonly more: { readonly href: string; readonly label: string } | null;
  readonly count: string;
  readonly number: string;
  readonly href: string;
  /** `152 times, first in sentence 3`. */
  readonly figures: string;
}

export interface VocabularyPage {
  /** BCP 47 of the Chinese. */
  readonly lang: string;
  readonly title: Title;
  readonly readerHref: string;
  readonly sorts: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  /** What can be shown, by what is marked on the device. */
  readonly shows: readonly { readonly value: Show; readonly label: string }[];
  readonly deckHref: string;
  readonly lead: string;
  readonly words: readonly VocableView[];
  /** Whether there are none because the text is not at hand. */
  readonly isMissing: boolean;
}

export interface VocabularySetting {
  readonly library: Library;
  readonly document: Document;
  /** By first place. */
  readonly words: readonly Vocable[];
  readonly sort: WordSort;
  readonly locale: Locale;
}

export function vocabularyPage(setting: VocabularySetting): VocabularyPage {
  const { document, words, sort, locale } = setting;
  const { t, number } = locale;
  const numbers = numbersOf(document.segments);
  const places = words.reduce((sum, { count }) => sum + count, 0);
  return {
    lang: languageIn(scriptOf(document.language)),
    title: titleOf(document),
    readerHref: readerAddress(document.id),
    sorts: WORD_SORTS.map((one) => ({
      href: vocabularyAddress(document.id, one),
      label: t(`vocabulary.by-${one}`),
      isCurrent: one === sort,
    })),
    shows: SHOWS.map((value) => ({ value, label: t(`vocabulary.show-${value}`) })),
    deckHref: deckAddress(document.id),
    lead: t('vocabulary.lead', {
      words: t('vocabulary.words', { count: words.length, number: number(words.length) }),
      places: t('vocabulary.places', { count: places, number: number(places) }),
    }),
    words: sorted(words, sort).map((word) => viewOf(word, numbers, setting)),
    isMissing: document.presence === 'missing',
  };
}

function viewOf(
  vocable: Vocable,
  numbers: ReadonlyMap<SegmentId, string>,
  { document, library, locale }: VocabularySetting,
): VocableView {
  const { t, number } = locale;
  const { word, pinyin, here, count, first } = vocable;
  const row = numbers.get(first.id) ?? '';
  return {
    word,
    pinyin,
    sense: here?.en ?? null,
    parts: vocable.parts,
    more: moreOf(vocable, library, locale),
    count: number(count),
    number: row,
    href: `${readerAddress(document.id)}#${first.id}`,
    figures: t('vocabulary.figures', {
      times: t('terms.times', { count, number: number(count) }),
      number: row,
    }),
  };
}

function moreOf({ entity, term }: Vocable, { authority }: Library, { t }: Locale): VocableView['more'] {
  const named = entity === undefined ? undefined : authority.entities.get(entity);
  if (named !== undefined) return { href: entityAddress(named.id), label: t(`entity.type.${named.type}`) };
  return term === undefined ? null : { href: termAddress(term), label: t('vocabulary.term') };
}
