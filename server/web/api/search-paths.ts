import { json, LANGUAGE, problem } from './operation.ts';
import { ref } from './schema.ts';

const typed = (description: string) => ({
  name: 'q',
  in: 'query',
  description,
  schema: { type: 'string', maxLength: 200 },
});

const limit = (most: number, usual: number) => ({
  name: 'limit',
  in: 'query',
  schema: { type: 'integer', minimum: 1, maximum: most, default: usual },
});

const UNAVAILABLE = problem('The index of search could not be built.');

/** The addresses of search. */
export const SEARCH_PATHS = {
  '/search': {
    get: {
      operationId: 'search',
      tags: ['search'],
      summary: 'Passages, and entities that go by the query, the best first',
      description:
        'Operators: `"phrase"`, `-word`, `OR`, `(…)`, `title:`, `document:`, `entity:`, `type:`, `language:`, `before:`, `after:`.',
      parameters: [
        typed('What is looked for, in either language, by any name, by pinyin, in either script.'),
        limit(100, 20),
        {
          name: 'offset',
          in: 'query',
          schema: { type: 'integer', minimum: 0, maximum: 1_000_000, default: 0 },
        },
        { name: 'document', in: 'query', description: 'Only in this document.', schema: { type: 'string' } },
        {
          name: 'language',
          in: 'query',
          description: 'Only matches on this side.',
          schema: { type: 'string', enum: ['zh', 'en'] },
        },
        LANGUAGE,
      ],
      responses: {
        200: json('What was found.', ref('Findings')),
        400: problem(
          'Something is wrong in the query, which the answer tells with its position, or in another parameter.',
        ),
        404: problem('There is no such document.'),
        503: UNAVAILABLE,
      },
    },
  },
  '/suggest': {
    get: {
      operationId: 'suggest',
      tags: ['search'],
      summary: 'Titles and names that begin as something that is typed, or have a word that does',
      parameters: [typed('What is typed so far.'), limit(20, 8), LANGUAGE],
      responses: {
        200: json('The suggestions, the best first.', ref('Suggestions')),
        400: problem('What is typed is too long, or a parameter is out of range.'),
        503: UNAVAILABLE,
      },
    },
  },
} as const;
