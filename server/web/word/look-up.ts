import type { RequestHandler } from 'express';
import { wordsAddress } from '../address.ts';
import { within } from '../api/text.ts';
import { segmentAskedIn } from '../api/word-uses.ts';
import type { House } from '../house.ts';
import { MOST_LOOKED_UP, wordsPage } from '../pages/words.ts';
import { show } from '../show.ts';
import { elsewhereOf } from './elsewhere.ts';

/** The words of a text, or of a segment: a page for those who read without JavaScript, and what cards are made of. */
export function lookUp(house: House): RequestHandler {
  return show(house, 'words', async (_request, query) => {
    const wordbook = await house.wordbook();
    const usesOf = await wordbook.openUses();
    if (query.value('document') !== undefined) {
      const place = segmentAskedIn(query, house);
      const { document, segment } = place;
      return {
        address: wordsAddress({ document: document.id, segment: segment.id }),
        page: (locale) => {
          const words = wordbook.wordsOf(document, segment);
          const elsewhere = elsewhereOf(words, wordbook, usesOf, place);
          return wordsPage({ text: segment.zh ?? '', words, elsewhere, house, locale, place });
        },
      };
    }
    const lexicon = await house.lexicon();
    const text = within(query.value('text') ?? '', MOST_LOOKED_UP).trim();
    const whole = lexicon.whole(text);
    const words = whole === undefined ? lexicon.gloss(text) : [whole];
    return {
      address: wordsAddress(text === '' ? {} : { text }),
      // What somebody looks up is not kept.
      ...(text !== '' && { searchQuery: '' }),
      page: (locale) => {
        const elsewhere = elsewhereOf(words, wordbook, usesOf);
        return wordsPage({ text, words, elsewhere, house, locale });
      },
    };
  });
}
