import type { Test } from 'supertest';
import supertest from 'supertest';
import { conversion } from '../../server/context.ts';
import { sentences } from '../../server/texts.ts';
import type { Parts } from '../../server/web/app.ts';
import { createApp } from '../../server/web/app.ts';
import type { Assets } from '../../server/web/assets.ts';
import { lexiconOver } from '../lexicon.ts';
import { library } from '../library.ts';
import { messages } from '../messages.ts';
import { searchIn } from '../search/search-in.ts';

export const assets: Assets = {
  links: { css: '/assets/style-A.css', early: '/assets/early-A.js', main: '/assets/main-A.js' },
  files: new Map([
    ['style-A.css', { type: 'text/css; charset=utf-8', content: 'p { color: inherit }'.repeat(9) }],
  ]),
};

/** A reader of the fixture library, who speaks HTTP. */
export function reader(parts: Partial<Parts> = {}): {
  get: (path: string) => Test;
  send: ReturnType<typeof supertest>;
} {
  const own = parts.library ?? library;
  const [search, lexicon] = [searchIn(own), lexiconOver(own)];
  const send = supertest(
    createApp({ library, assets, locales: messages, search, lexicon, conversion, sentences, ...parts }),
  );
  return { get: (path) => send.get(path), send };
}
