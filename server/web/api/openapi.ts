import { ENTITY_PATHS } from './entity-paths.ts';
import { EVENT_PATHS } from './event-paths.ts';
import { json, LANGUAGE, listing, NOT_MODIFIED, problem } from './operation.ts';
import { ref } from './schema.ts';
import { SCHEMAS } from './schemas.ts';
import { SEARCH_PATHS } from './search-paths.ts';
import { TERM_PATHS } from './term-paths.ts';
import { WORD_PATHS } from './word-paths.ts';

/** The JSON API, described for programs: OpenAPI 3.1. */
export const OPENAPI = {
  openapi: '3.1.1',
  info: {
    title: 'Duidu',
    version: '1',
    summary: 'Chinese texts beside their English, segment by segment',
    description:
      'Fields may be added to what is described here; none is renamed. Nothing is changed or kept by asking.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  tags: [
    { name: 'documents', description: 'Texts with their glosses, marks and notes.' },
    { name: 'entities', description: 'Who and what the texts name, under all their names.' },
    { name: 'events', description: 'What happened, and what each text says of it.' },
    { name: 'terms', description: 'Technical and idiomatic words, and how they are rendered.' },
    { name: 'search', description: 'Passages in both languages, and names under all their forms.' },
    { name: 'words', description: 'The words of any Chinese text, with pinyin and senses.' },
  ],
  paths: {
    '/documents': {
      get: {
        operationId: 'listDocuments',
        tags: ['documents'],
        summary: 'All documents, in the order of the shelf, without their segments',
        responses: {
          200: json('The documents.', listing('Summary')),
          304: NOT_MODIFIED,
        },
      },
    },
    '/documents/{document}': {
      get: {
        operationId: 'showDocument',
        tags: ['documents'],
        summary: 'One document with all its segments',
        parameters: [{ name: 'document', in: 'path', required: true, schema: { type: 'string' } }, LANGUAGE],
        responses: {
          200: json('The document.', ref('Document')),
          304: NOT_MODIFIED,
          404: problem('There is no such document.'),
        },
      },
    },
    ...ENTITY_PATHS,
    ...EVENT_PATHS,
    ...TERM_PATHS,
    ...SEARCH_PATHS,
    ...WORD_PATHS,
  },
  components: { schemas: SCHEMAS },
} as const;
