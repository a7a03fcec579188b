import type { Express, RequestHandler } from 'express';
import { entitiesAddress, entityAddress, networkAddress } from '../address.ts';
import { entityChoicesIn } from '../choices.ts';
import type { House } from '../house.ts';
import { entityIn } from '../house.ts';
import type { Locale } from '../locale.ts';
import { entitiesPage } from '../pages/entities.ts';
import { entityPage } from '../pages/entity.ts';
import { networkPage } from '../pages/network.ts';
import { Query } from '../query.ts';
import { show } from '../show.ts';
import type { Setting } from './setting.ts';
import { Ties } from './tie.ts';

/** The pages of entities. */
export function addEntityPages(app: Express, house: House): void {
  const { library, survey } = house;
  const ties = new Ties(library, survey);
  const settingIn = (locale: Locale): Setting => ({ library, survey, ties, locale });
  const list = show(house, 'entities', (_request, query) => {
    const { sort } = entityChoicesIn(query);
    return { address: entitiesAddress(sort), page: (locale) => entitiesPage(settingIn(locale), sort) };
  });
  const network = show(house, 'network', () => ({
    address: networkAddress(),
    page: (locale) => networkPage(settingIn(locale)),
  }));
  const listOrNetwork: RequestHandler = (request, response, next) => {
    const { view } = entityChoicesIn(new Query(request.url));
    return (view === 'network' ? network : list)(request, response, next);
  };
  app.get('/entities', listOrNetwork);
  app.get(
    '/entities/:entity',
    show(house, 'entity', ({ params }) => {
      const entity = entityIn(house, params.entity);
      return {
        address: entityAddress(entity.id),
        page: (locale) => entityPage(entity, settingIn(locale)),
      };
    }),
  );
}
