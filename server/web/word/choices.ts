import { withoutTones } from '../../core/pinyin.ts';
import type { DocumentId } from '../../core/segment.ts';
import { readerAddress } from '../address.ts';
import type { Query } from '../query.ts';
import type { Vocable } from './vocabulary.ts';

/** The orders that the words of a text can be in, the usual one first. */
export const WORD_SORTS = ['first', 'count', 'pinyin'] as const;
export type WordSort = (typeof WORD_SORTS)[number];

/** @throws BadRequest where the address asks for what does not exist. */
export function wordSortIn(query: Query): WordSort {
  return query.choice('sort', WORD_SORTS) ?? 'first';
}

/** The words of a document, in an order. */
export function vocabularyAddress(id: DocumentId, sort: WordSort = 'first'): string {
  return `${readerAddress(id)}/words${sort === 'first' ? '' : `?sort=${sort}`}`;
}

/** The same as a file to learn from. */
export function deckAddress(id: DocumentId): string {
  return `${readerAddress(id)}/words.tsv`;
}

const COLLATOR = new Intl.Collator('en');

/** Words that come by their first places, in the order asked for; what is alike in it stays as it came. */
export function sorted(words: readonly Vocable[], sort: WordSort): readonly Vocable[] {
  if (sort === 'count') return words.toSorted((a, b) => b.count - a.count);
  if (sort === 'first') return words;
  return words
    .map((word) => ({ word, key: withoutTones(word.pinyin).replace(/[^a-z]/g, '') }))
    .sort((a, b) => COLLATOR.compare(a.key, b.key) || COLLATOR.compare(a.word.pinyin, b.word.pinyin))
    .map(({ word }) => word);
}
