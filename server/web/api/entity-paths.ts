import { json, LANGUAGE, listing, NOT_MODIFIED, problem } from './operation.ts';
import { ref } from './schema.ts';

/** The addresses of entities. */
export const ENTITY_PATHS = {
  '/entities': {
    get: {
      operationId: 'listEntities',
      tags: ['entities'],
      summary: 'All entities, or those that go by a name, in the order of the authority file',
      description: 'Without their relations and mentions, but with counts of them.',
      parameters: [
        {
          name: 'name',
          in: 'query',
          description:
            'Any form of a name, whatever its case, width and spaces: all that may be meant by it are listed.',
          schema: { type: 'string', maxLength: 200 },
        },
        LANGUAGE,
      ],
      responses: {
        200: json('The entities.', listing('EntitySummary')),
        304: NOT_MODIFIED,
        400: problem('The name is too long, or given more than once.'),
      },
    },
  },
  '/entities/{entity}': {
    get: {
      operationId: 'showEntity',
      tags: ['entities'],
      summary: 'One entity with its relations and all its mentions',
      parameters: [{ name: 'entity', in: 'path', required: true, schema: { type: 'string' } }, LANGUAGE],
      responses: {
        200: json('The entity.', ref('Entity')),
        304: NOT_MODIFIED,
        404: problem('There is no such entity.'),
      },
    },
  },
} as const;
