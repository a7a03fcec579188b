import { UI_LANGUAGES } from '../language.ts';
import type { Schema } from './schema.ts';
import { ref } from './schema.ts';

export function json(description: string, schema: Schema): Schema {
  return {
    description,
    headers: { ETag: { schema: { type: 'string' } } },
    content: { 'application/json': { schema } },
  };
}

export function problem(description: string): Schema {
  return { description, content: { 'application/problem+json': { schema: ref('Problem') } } };
}

export const NOT_MODIFIED: Schema = { description: 'The answer that `If-None-Match` names is still right.' };

export const LANGUAGE: Schema = {
  name: 'lang',
  in: 'query',
  description: 'The language of problem details.',
  schema: { type: 'string', enum: UI_LANGUAGES },
};

/** `{ total, items }` */
export function listing(item: string): Schema {
  return {
    type: 'object',
    required: ['total', 'items'],
    properties: {
      total: { type: 'integer', minimum: 0 },
      items: { type: 'array', items: ref(item) },
    },
  };
}
