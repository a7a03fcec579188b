import type { Express, RequestHandler } from 'express';
import type { House } from '../house.ts';
import { documentIn } from '../house.ts';
import { originOf } from '../origin.ts';
import { vocabularyPage } from '../pages/vocabulary.ts';
import { encodingFor, inPassing } from '../rendition.ts';
import { send } from '../send.ts';
import { show } from '../show.ts';
import { vocabularyAddress, wordSortIn } from './choices.ts';
import { deckOf } from './deck.ts';
import { lookUp } from './look-up.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The words of a text or a segment, explained; the words of a document: as a page, and as a file to learn from. */
export function addWordPages(app: Express, house: House): void {
  app.get('/words', lookUp(house));
  app.get('/read/:document/words', list(house));
  app.get('/read/:document/words.tsv', deck(house));
}

function list(house: House): RequestHandler {
  return show(house, 'vocabulary', async ({ params }, query) => {
    const document = documentIn(house, params.document);
    const sort = wordSortIn(query);
    const wordbook = await house.wordbook();
    return {
      address: vocabularyAddress(document.id, sort),
      page: (locale) => {
        const words = vocabularyOf(wordbook.wordsIn(document));
        return vocabularyPage({ library: house.library, document, words, sort, locale });
      },
    };
  });
}

// The same in every language of the interface. Its addresses are absolute, as nobody reads it here.
function deck(house: House): RequestHandler {
  return async (request, response) => {
    const document = documentIn(house, request.params.document);
    const origin = originOf(request);
    const words = vocabularyOf((await house.wordbook()).wordsIn(document));
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendition = await inPassing(
      deckOf(document, words, origin, await house.conversion('hant')),
      encoding,
    );
    response.setHeader('Content-Disposition', `attachment; filename="duidu-${document.id}.tsv"`);
    send(request, response, rendition, 'text/tab-separated-values; charset=utf-8', {
      'Cache-Control': 'private, no-cache',
      Vary: 'Host, Accept-Encoding',
    });
  };
}
