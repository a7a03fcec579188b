import { json, LANGUAGE, listing, NOT_MODIFIED, problem } from './operation.ts';
import { ref } from './schema.ts';

const filterBy = (name: string, description: string) => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

/** The addresses of events. */
export const EVENT_PATHS = {
  '/events': {
    get: {
      operationId: 'listEvents',
      tags: ['events'],
      summary: 'All events, in order of time',
      parameters: [
        filterBy('entity', 'Only those that are about this entity, or in which it acts.'),
        filterBy('document', 'Only those that this document tells.'),
        {
          name: 'disputed',
          in: 'query',
          description: '1: only those on which the documents contradict one another.',
          schema: { type: 'string', enum: ['1', '0'] },
        },
        LANGUAGE,
      ],
      responses: {
        200: json('The events.', listing('Event')),
        304: NOT_MODIFIED,
        400: problem('A parameter is given more than once, or `disputed` is neither 0 nor 1.'),
        404: problem('There is no such entity, or no such document.'),
      },
    },
  },
  '/events/{event}': {
    get: {
      operationId: 'showEvent',
      tags: ['events'],
      summary: 'One event, with what each document says of it and where they contradict one another',
      parameters: [{ name: 'event', in: 'path', required: true, schema: { type: 'string' } }, LANGUAGE],
      responses: {
        200: json('The event.', ref('Event')),
        304: NOT_MODIFIED,
        404: problem('There is no such event.'),
      },
    },
  },
} as const;
