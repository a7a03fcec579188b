import type { RequestHandler } from 'express';
import { wordsAddress } from '../address.ts';
import { within } from '../api/text.ts';
import { segmentAskedIn } from '../api/word-uses.ts';
import type { House } from '../house.ts';
import { MOST_LOOKED_UP, wordsPage } from '../pages/words.ts';
import { show } from '../show.ts';
import type { Elsewhere } from './elsewhere.ts';
import { elsewhereOf } from './elsewhere.ts';
import type { PlacedWord, Wordbook } from './wordbook.ts';

/** The words of a text, or of a segment: a page for those who read without JavaScript, and what cards are made of. */
export function lookUp(house: House): RequestHandler {
  return show(house, 'words', async (_request, query) => {
    const wordbook = await house.wordbook();
    if (query.value('document') !== undefined) {
      const place = segmentAskedIn(query, house);
      const { document, segment } = place;
      const words = wordbook.wordsOf(document, segment);
      const elsewhere = await elsewhereOfAll(words, wordbook, place);
      return {
        address: wordsAddress({ document: document.id, segment: segment.id }),
        page: (locale) => wordsPage({ text: segment.zh ?? '', words, elsewhere, house, locale, place }),
      };
    }
    const lexicon = await house.lexicon();
    const text = within(query.value('text') ?? '', MOST_LOOKED_UP).trim();
    const whole = lexicon.whole(text);
    const words = whole === undefined ? lexicon.gloss(text) : [whole];
    const elsewhere = await elsewhereOfAll(words, wordbook);
    return {
      address: wordsAddress(text === '' ? {} : { text }),
      // What somebody looks up is not kept.
      ...(text !== '' && { searchQuery: '' }),
      page: (locale) => wordsPage({ text, words, elsewhere, house, locale }),
    };
  });
}

async function elsewhereOfAll(
  words: readonly PlacedWord[],
  wordbook: Wordbook,
  place?: ReturnType<typeof segmentAskedIn>,
): Promise<ReadonlyMap<string, Elsewhere>> {
  const texts = new Set(words.flatMap(({ text, pinyin }) => (pinyin === null ? [] : [text])));
  const all = new Map<string, Elsewhere>();
  for (const text of texts) all.set(text, await elsewhereOf(text, wordbook, place));
  return all;
}
