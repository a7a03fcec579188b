import type { Express } from 'express';
import { searchAddress } from '../address.ts';
import type { House } from '../house.ts';
import { outcomeOf, searchPage } from '../pages/search.ts';
import { show } from '../show.ts';
import { searchOf } from './available.ts';
import { searchChoicesIn } from './choices.ts';
import { openSearch } from './opensearch.ts';

/** The page of search, and its description for browsers. */
export function addSearchPages(app: Express, house: House): void {
  app.get(
    '/search',
    show(house, 'search', async (_request, query) => {
      const choices = searchChoicesIn(query, house);
      const { text, narrowing } = choices;
      const outcome = await outcomeOf(choices, () => searchOf(house));
      return {
        address: searchAddress(text, narrowing, choices),
        searchQuery: text,
        ...(outcome.kind === 'refused' && { status: 400 }),
        page: (locale) => searchPage(outcome, choices, house, locale),
      };
    }),
  );
  app.get('/opensearch.xml', openSearch(house));
}
