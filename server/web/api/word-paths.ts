import { json, LANGUAGE, listing, NOT_MODIFIED, problem } from './operation.ts';
import { ref } from './schema.ts';
import { USES } from './word-uses.ts';
import { MOST_ASKED, MOST_SENT } from './words.ts';

const MANNER = [
  {
    name: 'document',
    in: 'query',
    description: 'Correct the words as this document’s are corrected, not only as the corpus says.',
    schema: { type: 'string' },
  },
  {
    name: 'spoken',
    in: 'query',
    description: '1: tell 一 and 不 as they are spoken (`bú shì`); dictionaries write `bù shì`.',
    schema: { type: 'string', enum: ['1', '0'] },
  },
  LANGUAGE,
];
const PLACE = [
  { name: 'document', in: 'query', schema: { type: 'string' } },
  { name: 'segment', in: 'query', schema: { type: 'string' } },
];
const answered = json('The words, spaces and signs among them, in order and without loss.', ref('Words'));

/** The address of words. */
export const WORD_PATHS = {
  '/words': {
    get: {
      operationId: 'cutWords',
      tags: ['words'],
      summary: 'The words of a short text, or of a segment, with pinyin and senses',
      description: 'The dictionary is CC-CEDICT, CC BY-SA 4.0 (https://cc-cedict.org).',
      parameters: [
        {
          name: 'text',
          in: 'query',
          description: `At most ${MOST_ASKED} characters. Needed, unless a segment is told.`,
          schema: { type: 'string' },
        },
        {
          name: 'segment',
          in: 'query',
          description:
            'Instead of a text: a segment of `document`. It has no words where its text is not at hand.',
          schema: { type: 'string' },
        },
        ...MANNER,
      ],
      responses: {
        200: answered,
        304: NOT_MODIFIED,
        400: problem(
          'There is no text and no segment, or the text is too long, or a parameter is given more than once.',
        ),
        404: problem('There is no such document, or no such segment in it.'),
      },
    },
    post: {
      operationId: 'cutWordsOfText',
      tags: ['words'],
      summary: 'The words of a longer text, which is sent; nothing is kept of it',
      parameters: MANNER,
      requestBody: {
        required: true,
        description: `UTF-8, at most ${MOST_SENT} characters.`,
        content: { 'text/plain': { schema: { type: 'string' } } },
      },
      responses: {
        200: answered,
        400: problem('It is no UTF-8, or too long.'),
        404: problem('There is no such document.'),
        413: problem('It is much too long.'),
        415: problem('It is no plain text in UTF-8.'),
      },
    },
  },
  '/words/uses': {
    get: {
      operationId: 'listUsesOfWord',
      tags: ['words'],
      summary:
        'The segments in which a word stands as a word, in the order of the shelf, with what renders it',
      description: 'With `document` and `segment` that one is left out: where somebody reads the word now.',
      parameters: [
        {
          name: 'word',
          in: 'query',
          required: true,
          description: `At most ${USES.longestWord} characters, as it is written in the texts.`,
          schema: { type: 'string' },
        },
        {
          name: 'limit',
          in: 'query',
          schema: { type: 'integer', minimum: 1, maximum: USES.most, default: USES.usual },
        },
        {
          name: 'offset',
          in: 'query',
          schema: { type: 'integer', minimum: 0, maximum: USES.farthest, default: 0 },
        },
        ...PLACE,
        LANGUAGE,
      ],
      responses: {
        200: json('The segments.', listing('WordUse')),
        400: problem('There is no word, or it is too long, or half of a place, or a number out of bounds.'),
        404: problem('There is no such document, or no such segment in it.'),
      },
    },
  },
} as const;
