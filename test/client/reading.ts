import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { conversion } from '../../server/context.ts';
import { sentences } from '../../server/texts.ts';
import { createApp } from '../../server/web/app.ts';
import { buildAssets } from '../../server/web/assets.ts';
import type { Serving } from '../../server/web/serve.ts';
import { serve } from '../../server/web/serve.ts';
import { describeInBrowser } from '../browser.ts';
import { lexiconOver } from '../lexicon.ts';
import { messages } from '../messages.ts';
import { searchIn } from '../search/search-in.ts';
import { shelf } from './shelf.ts';

/** A page of the real program in a real browser, when its enhancements are in place. */
export type Visit = (path: string, options?: BrowserContextOptions) => Promise<Page>;

export const DESKTOP = { viewport: { width: 1440, height: 900 } };
export const TABLET = { viewport: { width: 820, height: 1180 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** `describe` for what a reader does with the pages. */
export function describeReading(name: string, tests: (visit: Visit) => void): void {
  describeInBrowser(name, (open) => {
    let serving: Serving;
    beforeAll(async () => {
      const assets = await buildAssets(join(import.meta.dirname, '../../client'));
      serving = await serve(
        createApp({
          library: shelf,
          assets,
          locales: messages,
          search: searchIn(shelf),
          lexicon: lexiconOver(shelf),
          conversion,
          sentences,
        }),
        {
          host: '127.0.0.1',
          port: 0,
          patience: 0,
        },
      );
    });
    afterAll(() => serving.stop());

    tests(async (path, options = {}) => {
      const page = await open({ ...DESKTOP, locale: 'en-US', baseURL: serving.url, ...options });
      await page.goto(path);
      if (options.javaScriptEnabled !== false) await enhanced(page);
      return page;
    });
  });
}

/** Resolves when every enhancement of the page has been loaded. */
export async function enhanced(page: Page): Promise<void> {
  await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
}

/** Where the top of `selector` stands in the window. */
export function topOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
}

/** The path and parameters of the page's address, as the browser last told it: a moment after the page changed it, so poll. */
export function addressOf(page: Page): string {
  const { pathname, search, hash } = new URL(page.url());
  return pathname + search + hash;
}
