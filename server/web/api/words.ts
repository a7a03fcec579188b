import type { Request, RequestHandler, Response } from 'express';
import type { Manner, WordPart } from '../../core/word.ts';
import { BadRequest } from '../bad-request.ts';
import type { House } from '../house.ts';
import { documentIn } from '../house.ts';
import { Query } from '../query.ts';
import { encodingFor, inPassing } from '../rendition.ts';
import { LONGEST_TEXT_ADDRESS } from '../security.ts';
import { send } from '../send.ts';
import type { PlacedWord } from '../word/wordbook.ts';
import { textIn, within } from './text.ts';
import type { Place } from './word-uses.ts';
import { segmentAskedIn } from './word-uses.ts';

/** Characters of a text that an address may hold, and of one that is sent. */
export const MOST_ASKED = 1_000;
export const MOST_SENT = 20_000;

/** A word as it is told. The shape is public: fields may be added, not renamed. */
type TaggedWord = Omit<PlacedWord, 'parts'> & {
  /** Of a word that nobody knows as a whole. */
  readonly parts?: readonly WordPart[];
};

/** `GET /words?text=` and `POST /words`: the words of a text, with pinyin and senses; `GET /words?document=&segment=`: those of a segment. */
export function wordsHandler(house: House): RequestHandler {
  return async (request, response) => {
    const query = new Query(request.url, LONGEST_TEXT_ADDRESS);
    const place = request.method === 'POST' ? undefined : placeIn(query, house);
    if (place !== undefined) {
      const wordbook = await house.wordbook();
      const words = wordbook.wordsOf(place.document, place.segment, mannerIn(query, house));
      await answerWith(tagged(words), 'private, no-cache', request, response);
      return;
    }
    const manner = mannerIn(query, house);
    const text = request.method === 'POST' ? await textIn(request, MOST_SENT) : askedIn(query);
    const words = (await house.lexicon()).gloss(text, manner);
    // What somebody reads is nobody's business.
    await answerWith(tagged(words), 'no-store', request, response);
  };
}

async function answerWith(
  words: readonly TaggedWord[],
  caching: string,
  request: Request,
  response: Response,
): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding']);
  const rendition = await inPassing(JSON.stringify({ words }), encoding);
  const headers = { 'Cache-Control': caching, Vary: 'Accept-Encoding' };
  send(request, response, rendition, 'application/json; charset=utf-8', headers);
}

/**
 * The segment that is asked about, where one is and no text.
 * @throws BadRequest `missing` if nobody says of which document, DomainError `not-found` if there is no such document or segment.
 */
function placeIn(query: Query, house: House): Place | undefined {
  if (query.value('text') !== undefined || query.value('segment') === undefined) return undefined;
  return segmentAskedIn(query, house);
}

function askedIn(query: Query): string {
  const text = query.value('text');
  if (text === undefined) throw new BadRequest('missing', { name: 'text' });
  return within(text, MOST_ASKED);
}

function mannerIn(query: Query, house: House): Manner {
  const document = query.value('document');
  return {
    spoken: query.choice('spoken', ['1', '0']) === '1',
    ...(document !== undefined && { document: documentIn(house, document).id }),
  };
}

function tagged(words: readonly PlacedWord[]): TaggedWord[] {
  return words.map(({ parts, ...word }) => {
    return word.senses.length === 0 && parts.length > 0 ? { ...word, parts } : word;
  });
}
