import type { RequestHandler } from 'express';
import { DomainError } from './core/refusal.ts';
import type { Search } from './core/search.ts';
import { openSearch } from './searching.ts';
import type { Parts } from './web/app.ts';
import { createApp } from './web/app.ts';

/** One state of the corpus, as it is served; another takes its place when the files have changed. */
export interface Edition {
  readonly app: RequestHandler;
  readonly documents: number;
  /** Until then a search waits. */
  readonly openSearch: () => Promise<unknown>;
}

/** @throws DomainError `invalid` if there is nothing to serve. */
export function editionOf({ data, ...parts }: Omit<Parts, 'search'> & { readonly data: string }): Edition {
  const { library, log } = parts;
  const documents = library.documents.length;
  if (documents === 0) throw new DomainError('invalid', 'no document can be read; duidu check says why');
  const opening = Promise.withResolvers<Search>();
  // Who searches is told of a failure; who does not need not be.
  opening.promise.catch(() => undefined);
  const warn = (error: unknown) => log?.error({ err: error }, 'the index of search is not kept');
  return {
    app: createApp({ ...parts, search: opening.promise }),
    documents,
    openSearch: () => {
      openSearch(library, data, warn).then(opening.resolve, opening.reject);
      return opening.promise;
    },
  };
}

/** `work`, one run at a time: whoever asks while it runs gets one run more, behind it. */
export function inTurn(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  const start = (): Promise<void> => {
    waiting = undefined;
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    waiting ??= running.then(start, start);
    return waiting;
  };
}
