import { UI_LANGUAGES } from '../language.ts';
import { SCHEMAS } from './schemas.ts';

type Part = Readonly<Record<string, unknown>>;

const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });

function json(description: string, schema: Part): Part {
  return {
    description,
    headers: { ETag: { schema: { type: 'string' } } },
    content: { 'application/json': { schema } },
  };
}

function problem(description: string): Part {
  return { description, content: { 'application/problem+json': { schema: ref('Problem') } } };
}

const NOT_MODIFIED = { description: 'The answer that `If-None-Match` names is still right.' };
const LANGUAGE = {
  name: 'lang',
  in: 'query',
  description: 'The language of problem details.',
  schema: { type: 'string', enum: UI_LANGUAGES },
};

/** The JSON API, described for programs: OpenAPI 3.1. */
export const OPENAPI = {
  openapi: '3.1.1',
  info: {
    title: 'Duidu',
    version: '1',
    summary: 'Chinese texts beside their English, segment by segment',
    description: 'Fields may be added to what is described here; none is renamed. Everything is read only.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  tags: [{ name: 'documents', description: 'Texts with their glosses, marks and notes.' }],
  paths: {
    '/documents': {
      get: {
        operationId: 'listDocuments',
        tags: ['documents'],
        summary: 'All documents, in the order of the shelf, without their segments',
        responses: {
          200: json('The documents.', {
            type: 'object',
            required: ['total', 'items'],
            properties: {
              total: { type: 'integer', minimum: 0 },
              items: { type: 'array', items: ref('Summary') },
            },
          }),
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
  },
  components: { schemas: SCHEMAS },
} as const;
