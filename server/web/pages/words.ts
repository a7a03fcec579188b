import type { Document, DocumentSegment } from '../../core/document.ts';
import { languageIn, scriptOf } from '../../core/script.ts';
import { readerAddress, wordsAddress } from '../address.ts';
import { shortTitleOf } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';
import type { Elsewhere } from '../word/elsewhere.ts';
import type { WordView } from '../word/told.ts';
import { wordViewsOf } from '../word/told.ts';
import type { PlacedWord } from '../word/wordbook.ts';

export interface WordsPage {
  /** What was asked for; empty where nothing was. */
  readonly text: string;
  readonly action: string;
  readonly most: number;
  /** Where it stands; null for a text that somebody typed. */
  readonly place: { readonly href: string; readonly title: string; readonly en: string | null } | null;
  /** BCP 47 of the Chinese. */
  readonly lang: string;
  readonly words: readonly WordView[];
}

export interface WordsSetting {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly elsewhere: ReadonlyMap<string, Elsewhere>;
  readonly house: House;
  readonly locale: Locale;
  readonly place?: { readonly document: Document; readonly segment: DocumentSegment };
}

/** Characters of a text whose words are asked for by a page's address. */
export const MOST_LOOKED_UP = 200;

export function wordsPage({ text, words, elsewhere, house, locale, place }: WordsSetting): WordsPage {
  const lang = languageIn(scriptOf(place?.document.language ?? ''));
  return {
    text,
    action: wordsAddress(),
    most: MOST_LOOKED_UP,
    place: place === undefined ? null : placeOf(place.document, place.segment, locale),
    lang,
    words: wordViewsOf(words, { elsewhere, house, locale, lang }),
  };
}

function placeOf(
  document: Document,
  { id, en }: DocumentSegment,
  locale: Locale,
): NonNullable<WordsPage['place']> {
  return { href: `${readerAddress(document.id)}#${id}`, title: shortTitleOf(document, locale), en };
}
