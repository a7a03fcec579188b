import type { Request, RequestHandler } from 'express';
import type { House } from '../house.ts';
import { Query } from '../query.ts';
import { encodingFor, inPassing } from '../rendition.ts';
import { send } from '../send.ts';

/** `name` names the answer in the store; it is the same for everybody. One without a name is kept nowhere: queries are without number. */
export interface Answer {
  readonly name?: string;
  readonly value: () => object;
}

/** A handler that answers in JSON. */
export function answer(
  { store }: House,
  ask: (request: Request, query: Query) => Answer | Promise<Answer>,
): RequestHandler {
  return async (request, response) => {
    const { name, value } = await ask(request, new Query(request.url));
    const encoding = encodingFor(request.headers['accept-encoding']);
    const json = (): string => JSON.stringify(value());
    const rendition =
      name === undefined ? await inPassing(json(), encoding) : await store.get(`api ${name}`, encoding, json);
    send(request, response, rendition, 'application/json; charset=utf-8', {
      'Cache-Control': name === undefined ? 'no-store' : 'private, no-cache',
      Vary: 'Accept-Encoding',
    });
  };
}
