import type { Express } from 'express';
import { eventAddress, eventsAddress } from '../address.ts';
import { eventIn } from '../history.ts';
import type { House } from '../house.ts';
import { eventPage } from '../pages/event.ts';
import { eventsPage } from '../pages/events.ts';
import { show } from '../show.ts';
import { filterIn } from './filter.ts';

/** The pages of events. */
export function addEventPages(app: Express, house: House): void {
  const { library, history } = house;
  app.get(
    '/events',
    show(house, 'events', (_request, query) => {
      const filter = filterIn(query, house);
      return {
        address: eventsAddress(filter),
        page: (locale) => eventsPage(library, history, filter, locale),
      };
    }),
  );
  app.get(
    '/events/:event',
    show(house, 'event', ({ params }) => {
      const told = eventIn(history, params.event);
      return {
        address: eventAddress(told.event.id),
        page: (locale) => eventPage(told, { history, authority: library.authority, locale }),
      };
    }),
  );
}
