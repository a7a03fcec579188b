import type { Query } from '../../core/query.ts';
import { wordsOf } from '../../core/query-text.ts';
import type { Term } from '../../core/term.ts';
import { termAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';

/** A term that goes by the query, and how it is rendered. */
export interface TermCard {
  readonly href: string;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  readonly note: string;
  /** `21 places`. */
  readonly figures: string;
}

const MOST = 6;

/** Terms that go by the whole query, and then those that go by a word or phrase of it. */
export function termsFor(query: Query, { termbook }: House): Term[] {
  const texts = [query.text, ...wordsOf(query).map(({ text }) => text)];
  return [...new Set(texts.flatMap((text) => termbook.named(text)))].slice(0, MOST);
}

export function termCardsOf(query: Query, house: House, locale: Locale): TermCard[] {
  return termsFor(query, house).map((term) => {
    const { length } = house.termbook.recordOf(term).uses;
    return {
      href: termAddress(term.id),
      zh: term.zh,
      pinyin: term.pinyin,
      en: term.en,
      note: inLanguage(term.note, locale),
      figures: locale.t('search.term-places', { count: length, number: locale.number(length) }),
    };
  });
}
