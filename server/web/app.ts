import type { Express } from 'express';
import express from 'express';
import type { Library } from '../core/document.ts';
import type { Cutters } from '../core/parting.ts';
import { QueryRefused } from '../core/query-fault.ts';
import { DomainError } from '../core/refusal.ts';
import type { Conversion, Script } from '../core/script.ts';
import type { Search } from '../core/search.ts';
import { surveyOf } from '../core/survey.ts';
import type { Lexicon } from '../core/word.ts';
import { readerAddress } from './address.ts';
import { isAlignmentAddress } from './alignment/address.ts';
import { addAlignmentPage } from './alignment/routes.ts';
import { api } from './api/routes.ts';
import type { Assets } from './assets.ts';
import { choicesIn } from './choices.ts';
import { addEntityPages } from './entity/routes.ts';
import { addEventPages } from './event/routes.ts';
import { asset, icon } from './files.ts';
import { historyOf } from './history.ts';
import type { House, Workshop } from './house.ts';
import { documentIn } from './house.ts';
import { addImportPage, IMPORT_ADDRESS } from './import/routes.ts';
import type { Messages } from './locale.ts';
import { localesOf } from './locale.ts';
import type { Log } from './log.ts';
import { requestLog } from './log.ts';
import { PageStore } from './page-store.ts';
import { aboutPage } from './pages/about.ts';
import { libraryPage } from './pages/library.ts';
import { readerPage } from './pages/reader.ts';
import { lookWithin } from './reading/within.ts';
import { scriptsFor } from './reading/written.ts';
import { refuse } from './refuse.ts';
import { searchOf } from './search/available.ts';
import { typedIn } from './search/choices.ts';
import { addSearchPages } from './search/routes.ts';
import { guarded, readOnly } from './security.ts';
import { show } from './show.ts';
import { addTermPages } from './term/routes.ts';
import { Termbook } from './term/termbook.ts';
import { addWordPages } from './word/routes.ts';
import { wordbookOn } from './word/wordbook.ts';

export interface Parts {
  readonly library: Library;
  readonly assets: Assets;
  readonly locales: Messages;
  /** Ready some time after the start; what searches waits for it. */
  readonly search: Promise<Search>;
  /** What is known of words; made when it is first asked for. */
  readonly lexicon: () => Promise<Lexicon>;
  /** Without one, nothing can be changed. */
  readonly workshop?: Workshop;
  /** Chinese in other characters; made when it is first asked for. */
  readonly conversion: (to: Script) => Promise<Conversion>;
  /** What cuts texts into sentences. */
  readonly sentences: Cutters;
  /** Without one, nothing is logged. */
  readonly log?: Log;
}

/** Everything that is served, put together; it listens to nothing yet. */
export function createApp(parts: Parts): Express {
  const { library, assets, locales, search, lexicon, conversion, sentences, workshop, log } = parts;
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  const survey = surveyOf(library);
  const house: House = {
    library,
    documents,
    assets,
    locales: localesOf(locales),
    survey,
    history: historyOf(library, survey),
    termbook: new Termbook(library),
    search,
    lexicon,
    wordbook: wordbookOn(library, lexicon),
    conversion,
    sentences,
    store: new PageStore(),
    workshop,
  };

  const app = express();
  app.disable('x-powered-by');
  // Parameters are read by `Query`, tags are made by `send`.
  app.disable('etag');
  app.set('query parser', false);
  // One page has one address.
  app.set('case sensitive routing', true);

  if (log !== undefined) app.use(requestLog(log));
  app.use(guarded());
  const takesForm = (path: string): boolean => path === IMPORT_ADDRESS || isAlignmentAddress(path);
  app.use(readOnly(workshop === undefined ? () => false : takesForm));
  addPages(app, house);
  addEntityPages(app, house);
  app.use('/api/v1', api(house));
  app.get('/assets/:name', asset(house));
  app.get(['/favicon.ico', '/favicon.svg'], icon(house));
  app.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'ok' });
  });
  app.use(() => {
    throw new DomainError('not-found', 'no such page');
  });
  app.use(refuse(house, log));
  return app;
}

function addPages(app: Express, house: House): void {
  const { library, survey } = house;
  app.get(
    '/',
    show(house, 'library', () => ({ address: '/', page: (locale) => libraryPage(library, locale) })),
  );
  app.get(
    '/read/:document',
    show(house, 'reader', async ({ params }, query) => {
      const document = documentIn(house, params.document);
      const choices = choicesIn(query);
      const written = await scriptsFor(choices.script, house.conversion);
      const text = typedIn(query);
      const within = text === '' ? undefined : await lookWithin(text, document, () => searchOf(house));
      const wordbook = choices.view === 'interlinear' ? await house.wordbook() : undefined;
      return {
        address: readerAddress(document.id, choices, text),
        ...(within !== undefined && { searchQuery: text }),
        ...(within?.trouble instanceof QueryRefused && { status: 400 }),
        page: (locale) => {
          const words = wordbook?.wordsIn(document);
          return readerPage({ library, survey, document, choices, locale, within, words, written });
        },
      };
    }),
  );
  addEventPages(app, house);
  addTermPages(app, house);
  addWordPages(app, house);
  app.get(
    '/about',
    show(house, 'about', () => ({ address: '/about', page: (locale) => aboutPage(library, locale) })),
  );
  addSearchPages(app, house);
  addWordPages(app, house);
  addAlignmentPage(app, house);
  addImportPage(app, house);
}
