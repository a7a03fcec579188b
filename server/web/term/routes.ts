import type { Express, RequestHandler } from 'express';
import { termAddress, termsAddress } from '../address.ts';
import { termSortIn } from '../choices.ts';
import type { House } from '../house.ts';
import { termIn } from '../house.ts';
import { termPage } from '../pages/term.ts';
import { termsPage } from '../pages/terms.ts';
import { Query } from '../query.ts';
import { show } from '../show.ts';

/** The list of terms, and each with all its places. */
export function addTermPages(app: Express, house: House): void {
  const { library, termbook } = house;
  const list = show(house, 'terms', (_request, query) => {
    const sort = termSortIn(query);
    return { address: termsAddress(sort), page: (locale) => termsPage(termbook, sort, locale) };
  });
  const one = show(house, 'term', (_request, query) => {
    const term = termIn(house, query.value('term') ?? '');
    return { address: termAddress(term.id), page: (locale) => termPage(term, { library, termbook, locale }) };
  });
  const listOrOne: RequestHandler = (request, response, next) => {
    const isOne = new Query(request.url).value('term') !== undefined;
    return (isOne ? one : list)(request, response, next);
  };
  app.get('/terms', listOrOne);
}
