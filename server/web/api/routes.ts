import type { Request, RequestHandler } from 'express';
import { Router } from 'express';
import type { House } from '../house.ts';
import { documentIn } from '../house.ts';
import { encodingFor } from '../rendition.ts';
import { send } from '../send.ts';
import { fullDocumentOf, summaryOf } from './document.ts';
import { OPENAPI } from './openapi.ts';

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
  return router;
}

/** `name` names the answer in the store; it is the same for everybody. */
interface Answer {
  readonly name: string;
  readonly value: () => object;
}

function answer({ store }: House, ask: (request: Request) => Answer): RequestHandler {
  return async (request, response) => {
    const { name, value } = ask(request);
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendition = await store.get(`api ${name}`, encoding, () => JSON.stringify(value()));
    send(request, response, rendition, 'application/json; charset=utf-8', {
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding',
    });
  };
}
