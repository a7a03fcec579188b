import { Router } from 'express';
import { eventsAddress } from '../address.ts';
import { filterIn } from '../event/filter.ts';
import { eventIn } from '../history.ts';
import type { House } from '../house.ts';
import { documentIn, entityIn } from '../house.ts';
import { searchOf } from '../search/available.ts';
import { answer } from './answer.ts';
import { fullDocumentOf, summaryOf } from './document.ts';
import { entityListing, fullEntityOf, nameIn } from './entity.ts';
import { eventListing, fullEventOf } from './event.ts';
import { OPENAPI } from './openapi.ts';
import { searchIn, suggestIn } from './search.ts';
import { termListing } from './term.ts';
import { usesIn } from './word-uses.ts';
import { wordsHandler } from './words.ts';

/** The JSON API, below `/api/v1`. */
export function api(house: House): Router {
  const router = Router({ caseSensitive: true });
  const { documents } = house.library;
  router.get(
    '/openapi.json',
    answer(house, () => ({ name: 'openapi', value: () => OPENAPI })),
  );
  router.get(
    '/documents',
    answer(house, () => ({
      name: 'documents',
      value: () => ({ total: documents.length, items: documents.map(summaryOf) }),
    })),
  );
  router.get(
    '/documents/:document',
    answer(house, ({ params }) => {
      const document = documentIn(house, params.document);
      return { name: `documents/${document.id}`, value: () => fullDocumentOf(document) };
    }),
  );
  router.get(
    '/entities',
    answer(house, (_request, query) => {
      const name = nameIn(query);
      return { ...(name === undefined && { name: 'entities' }), value: () => entityListing(house, name) };
    }),
  );
  router.get(
    '/entities/:entity',
    answer(house, ({ params }) => {
      const entity = entityIn(house, params.entity);
      return { name: `entities/${entity.id}`, value: () => fullEntityOf(entity, house) };
    }),
  );
  router.get(
    '/events',
    answer(house, (_request, query) => {
      const filter = filterIn(query, house);
      return { name: eventsAddress(filter).slice(1), value: () => eventListing(house.history, filter) };
    }),
  );
  router.get(
    '/events/:event',
    answer(house, ({ params }) => {
      const told = eventIn(house.history, params.event);
      return { name: `events/${told.event.id}`, value: () => fullEventOf(told, house.history) };
    }),
  );
  router.get(
    '/search',
    answer(house, async (_request, query) => {
      const found = searchIn(query, house);
      const search = await searchOf(house);
      return { value: () => found(search) };
    }),
  );
  router.get(
    '/suggest',
    answer(house, async (_request, query) => {
      const suggested = suggestIn(query);
      const search = await searchOf(house);
      return { value: () => suggested(search) };
    }),
  );
  router.get(
    '/terms',
    answer(house, () => ({ name: 'terms', value: () => termListing(house.termbook) })),
  );
  router.get(
    '/words/uses',
    answer(house, async (_request, query) => {
      const asked = usesIn(query, house);
      const uses = await asked(await house.wordbook());
      return { value: () => uses };
    }),
  );
  router.get('/words', wordsHandler(house));
  router.post('/words', wordsHandler(house));
  return router;
}
