import type { Express } from 'express';
import type { Document, DocumentSegment } from '../../core/document.ts';
import { DomainError } from '../../core/refusal.ts';
import { wordsAddress } from '../address.ts';
import { within } from '../api/text.ts';
import type { House } from '../house.ts';
import { documentIn } from '../house.ts';
import { MOST_LOOKED_UP, wordsPage } from '../pages/words.ts';
import { show } from '../show.ts';

/** The words of a text, or of a segment: a page for those who read without JavaScript, and what cards are made of. */
export function addWordPages(app: Express, house: House): void {
  app.get(
    '/words',
    show(house, 'words', async (_request, query) => {
      const lexicon = await house.lexicon();
      const id = query.value('document');
      if (id === undefined) {
        const text = within(query.value('text') ?? '', MOST_LOOKED_UP).trim();
        const whole = lexicon.whole(text);
        const words = whole === undefined ? lexicon.gloss(text) : [whole];
        return {
          address: wordsAddress(text === '' ? {} : { text }),
          // What somebody looks up is not kept.
          ...(text !== '' && { searchQuery: '' }),
          page: (locale) => wordsPage({ text, words, house, locale }),
        };
      }
      const document = documentIn(house, id);
      const segment = segmentIn(document, query.value('segment'));
      const text = segment.zh ?? '';
      return {
        address: wordsAddress({ document: document.id, segment: segment.id }),
        page: (locale) => {
          const words = lexicon.gloss(text, { document: document.id });
          return wordsPage({ text, words, house, locale, place: { document, segment } });
        },
      };
    }),
  );
}

/** @throws DomainError `not-found` if it is no segment's. */
function segmentIn({ segments }: Document, id: string | undefined): DocumentSegment {
  const segment = segments.find((one) => one.id === id);
  if (segment === undefined) throw new DomainError('not-found', 'no such segment');
  return segment;
}
