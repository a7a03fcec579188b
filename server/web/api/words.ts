import type { RequestHandler } from 'express';
import type { GlossedWord, Lexicon, Manner, WordPart } from '../../core/word.ts';
import { BadRequest } from '../bad-request.ts';
import type { House } from '../house.ts';
import { documentIn } from '../house.ts';
import { Query } from '../query.ts';
import { encodingFor, inPassing } from '../rendition.ts';
import { LONGEST_TEXT_ADDRESS } from '../security.ts';
import { send } from '../send.ts';
import { textIn, within } from './text.ts';

/** Characters of a text that an address may hold, and of one that is sent. */
export const MOST_ASKED = 1_000;
export const MOST_SENT = 20_000;

/** A word as it is told. The shape is public: fields may be added, not renamed. */
type TaggedWord = Omit<GlossedWord, 'parts'> & {
  /** Of a word that nobody knows as a whole. */
  readonly parts?: readonly WordPart[];
};

/** `GET /words?text=` and `POST /words`: the words of a text, with pinyin and senses. */
export function wordsHandler(house: House): RequestHandler {
  return async (request, response) => {
    const query = new Query(request.url, LONGEST_TEXT_ADDRESS);
    const manner = mannerIn(query, house);
    const text = request.method === 'POST' ? await textIn(request, MOST_SENT) : askedIn(query);
    const json = JSON.stringify({ words: tagged(await house.lexicon(), text, manner) });
    const rendition = await inPassing(json, encodingFor(request.headers['accept-encoding']));
    // What somebody reads is nobody's business.
    const caching = { 'Cache-Control': 'no-store', Vary: 'Accept-Encoding' };
    send(request, response, rendition, 'application/json; charset=utf-8', caching);
  };
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

function tagged(lexicon: Lexicon, text: string, manner: Manner): TaggedWord[] {
  return lexicon.gloss(text, manner).map(({ parts, ...word }) => {
    return word.senses.length === 0 && parts.length > 0 ? { ...word, parts } : word;
  });
}
