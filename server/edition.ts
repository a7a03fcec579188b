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
  /** Until then a search waits. It is opened once, whoever asks. */
  readonly openSearch: () => Promise<Search>;
  /** One that another follows before its search was opened searches with that one's. */
  readonly searchWith: (other: Edition) => void;
}

/** @throws DomainError `invalid` if there is nothing to serve. */
export function editionOf({ data, ...parts }: Omit<Parts, 'search'> & { readonly data: string }): Edition {
  const { library, log } = parts;
  const documents = library.documents.length;
  // Where texts can be imported, there may be none yet.
  if (documents === 0 && parts.workshop === undefined)
    throw new DomainError('invalid', 'no document can be read; duidu check says why');
  const opening = Promise.withResolvers<Search>();
  // Who searches is told of a failure; who does not need not be.
  opening.promise.catch(() => undefined);
  let isOpening = false;
  const warn = (error: unknown) => log?.error({ err: error }, 'the index of search is not kept');
  return {
    app: createApp({ ...parts, search: opening.promise }),
    documents,
    openSearch: () => {
      if (!isOpening) openSearch(library, data, warn).then(opening.resolve, opening.reject);
      isOpening = true;
      return opening.promise;
    },
    searchWith: (other) => opening.resolve(other.openSearch()),
  };
}

/** What is served, while the corpus changes. */
export interface Succession {
  readonly current: () => Edition;
  /** Resolves when what stands in the corpus is served and can be searched. */
  readonly renew: () => Promise<void>;
  /** Resolves when it is served; it can be searched a moment later. */
  readonly renewAtOnce: () => Promise<void>;
}

/** Editions that follow one another; an older one never takes the place of a newer one. `fail` hears why one cannot be searched. */
export function successionOf(
  first: Edition,
  make: () => Promise<Edition>,
  fail: (error: unknown) => void,
): Succession {
  let current = first;
  let [begun, shown] = [0, 0];
  const unopened = new Set<Edition>();
  const show = (edition: Edition, turn: number): void => {
    if (turn > shown) [current, shown] = [edition, turn];
  };
  // An index is built for the last of those that follow one another quickly.
  const openLast = inTurn(async () => {
    const last = current;
    const search = last.openSearch();
    for (const edition of unopened) if (edition !== last) edition.searchWith(last);
    unopened.clear();
    await search;
  });
  return {
    current: () => current,
    renew: inTurn(async () => {
      begun += 1;
      const turn = begun;
      const next = await make();
      await next.openSearch();
      show(next, turn);
    }),
    renewAtOnce: async () => {
      begun += 1;
      const turn = begun;
      const next = await make();
      show(next, turn);
      unopened.add(next);
      openLast().catch(fail);
    },
  };
}

/** `work`, one run at a time: whoever asks while it runs gets one run more, behind it. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
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
