import { json, LANGUAGE, listing, NOT_MODIFIED } from './operation.ts';

/** The address of terms. */
export const TERM_PATHS = {
  '/terms': {
    get: {
      operationId: 'listTerms',
      tags: ['terms'],
      summary: 'All terms, in the order of the termbase, with how their glosses render them',
      parameters: [LANGUAGE],
      responses: {
        200: json('The terms.', listing('Term')),
        304: NOT_MODIFIED,
      },
    },
  },
} as const;
