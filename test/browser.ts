import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { CHROMIUM_ADVICE, findChromium, launchChromium } from './chromium.ts';

/**
 * A new page in a context of its own: no cookie, no storage, no cache of another test. It is closed when the test ends,
 * and the test fails if the page threw, or broke its Content-Security-Policy.
 */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>;

/**
 * `describe` for tests that need a real browser, launched once for all of them:
 *
 *     describeInBrowser('the reader without JavaScript', (open) => {
 *       it('shows every gloss', async () => {
 *         const page = await open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
 *         await page.goto(`${address}/read/lighthouse`);
 *       });
 *     });
 *
 * Without Chromium they are skipped, and the run says why; with `DUIDU_BROWSER=required` they fail.
 */
export function describeInBrowser(name: string, tests: (open: OpenPage) => void): void {
  describe(name, { timeout: 30_000 }, () => {
    const executable = findChromium();
    if (executable === undefined) beforeEach(({ skip }) => refuse(skip));

    let browser: Browser | undefined;
    const closing: (() => Promise<unknown>)[] = [];
    const faults: string[] = [];

    beforeAll(async () => {
      if (executable !== undefined) browser = await launchChromium(executable);
    }, 60_000);
    afterAll(() => browser?.close());
    afterEach(async () => {
      const seen = faults.splice(0);
      await Promise.all(closing.splice(0).map((close) => close()));
      if (seen.length > 0) throw new Error(`the page reports:\n${seen.join('\n')}`);
    });

    tests(async (options) => {
      if (browser === undefined) throw new Error('pages can be opened only while a test runs');
      const context = await browser.newContext(options);
      closing.push(() => context.close());
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      return page;
    });
  });
}

function refuse(skip: (reason: string) => never): void {
  if (process.env.DUIDU_BROWSER === 'required') throw new Error(`Chromium is not there: ${CHROMIUM_ADVICE}`);
  skip(`no Chromium: ${CHROMIUM_ADVICE}`);
}
