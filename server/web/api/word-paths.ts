import { json, LANGUAGE, problem } from './operation.ts';
import { ref } from './schema.ts';
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
const answered = json('The words, spaces and signs among them, in order and without loss.', ref('Words'));

/** The address of words. */
export const WORD_PATHS = {
  '/words': {
    get: {
      operationId: 'cutWords',
      tags: ['words'],
      summary: 'The words of a short text, with pinyin and senses',
      description: 'The dictionary is CC-CEDICT, CC BY-SA 4.0 (https://cc-cedict.org).',
      parameters: [
        {
          name: 'text',
          in: 'query',
          required: true,
          description: `At most ${MOST_ASKED} characters.`,
          schema: { type: 'string' },
        },
        ...MANNER,
      ],
      responses: {
        200: answered,
        400: problem('There is no text, or it is too long, or a parameter is given more than once.'),
        404: problem('There is no such document.'),
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
} as const;
