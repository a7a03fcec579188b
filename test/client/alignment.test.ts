import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AlignedServer } from '../aligned.ts';
import { startAligned } from '../aligned.ts';
import { describeInBrowser } from '../browser.ts';
import { FIRST, rowsIn } from '../web/aligned-rows.ts';
import { DESKTOP, enhanced, PHONE } from './reading.ts';
import { violations } from './violation.ts';

const ALIGNMENT = '/read/lamp/alignment';

describeInBrowser('the page of an alignment, opened for writing', (open) => {
  let server: AlignedServer;
  beforeAll(async () => {
    server = await startAligned(['--writable']);
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.restore();
    const now = async () => rowsIn(await (await fetch(`${server.url}${ALIGNMENT}`)).text());
    await expect.poll(now, { timeout: 10_000 }).toEqual(FIRST);
  });
  const visit = async (path = ALIGNMENT, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await open({ ...DESKTOP, locale: 'en-US', baseURL: server.url, ...options });
    await page.goto(path);
    if (options.javaScriptEnabled !== false) await enhanced(page);
    return page;
  };
  const sentencesOf = (page: Page, row: string): Promise<string[]> =>
    page.locator(`#${row} .sentence`).allTextContents();
  const told = (page: Page) => page.locator('main').getByRole('status');
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  /** Press a key that sends a form, and wait for the page that comes of it. */
  const press = async (page: Page, key: string): Promise<void> => {
    await page.evaluate(() => document.documentElement.setAttribute('data-left', ''));
    await page.keyboard.press(key);
    await page.locator('html:not([data-left])[data-script="ready"]').waitFor({ state: 'attached' });
  };

  it('shifts sentences with ] and [, keeps the focus, and tells what was done', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    await press(page, ']');
    expect(await sentencesOf(page, 's3')).toEqual(['The wind comes from the north.', 'He counts the waves.']);
    expect(await focused(page)).toBe('s2');
    await expect.poll(() => told(page).textContent()).toBe('The last sentence went down.');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('s3');
    await press(page, '[');
    expect(await sentencesOf(page, 's2')).toEqual([
      'The keeper lights the lamp.',
      'The wind comes from the north.',
    ]);
    expect(await focused(page)).toBe('s3');
  });

  it('does the same with Alt and the arrows', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    await press(page, 'Alt+ArrowDown');
    expect(await sentencesOf(page, 's2')).toEqual(['The keeper lights the lamp.']);
    await page.keyboard.press('j');
    await press(page, 'Alt+ArrowUp');
    expect(await sentencesOf(page, 's2')).toHaveLength(2);
  });

  it('joins with m, undoes with u, and says what cannot be done', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    await press(page, 'm');
    expect(await focused(page)).toBe('s8');
    await expect.poll(() => told(page).textContent()).toBe('Joined with the next row.');
    await press(page, 'u');
    expect(await focused(page)).toBe('s2');
    await expect.poll(() => told(page).textContent()).toBe('The last change was undone.');
    await page.goto(`${ALIGNMENT}#s5`);
    await enhanced(page);
    await page.keyboard.press('m');
    await expect.poll(() => told(page).textContent()).toContain('its paragraph, item or cell ends here');
    await page.keyboard.press('u');
    await expect.poll(() => told(page).textContent()).toBe('Cannot be done here.');
  });

  it('goes on to the next one with Enter or y', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    await press(page, 'Enter');
    expect(await page.locator('#s2 .certainty').textContent()).toContain('looked at');
    expect(await focused(page)).toBe('s3');
    await press(page, 'y');
    expect(await focused(page)).toBe('loose_s4');
    await page.keyboard.press('y');
    expect(await focused(page)).toBe('s6');
  });

  it('asks with s where a row is cut, and cuts it there', async () => {
    const page = await visit(`${ALIGNMENT}#s3`);
    await press(page, 's');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('zh');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/alignment#s8');
    await enhanced(page);
    expect(await page.locator('#s8 .zh').textContent()).toBe('风从北边来，');
    expect(await focused(page)).toBe('s8');
  });

  it('lets no key act in a field, or on what Enter opens', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    const before = await server.files();
    await page.locator('[data-search-box]').focus();
    await page.keyboard.type('][msyu');
    await page.locator('#s2 .to-next').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#s3');
    expect(await server.files()).toEqual(before);
  });

  it('works by its buttons without JavaScript', async () => {
    const page = await visit(ALIGNMENT, { javaScriptEnabled: false });
    await page.locator('#s2').getByRole('button', { name: 'Last sentence down' }).click();
    expect(new URL(page.url()).hash).toBe('#s2');
    expect(await sentencesOf(page, 's3')).toHaveLength(2);
    await page.locator('#s3').getByRole('link', { name: 'Cut in two' }).click();
    await page.getByRole('button', { name: 'Cut here' }).click();
    expect(await page.locator('#s8 .zh').textContent()).toBe('风从北边来，');
    await page.getByRole('button', { name: 'Undo the last change' }).click();
    expect(await page.locator('#s8').count()).toBe(0);
  });

  it('is open to everybody, in both languages', { timeout: 60_000 }, async () => {
    for (const look of [
      { locale: 'en-US', colorScheme: 'light', ...DESKTOP },
      { locale: 'zh-CN', colorScheme: 'dark', ...PHONE },
    ] as const)
      for (const path of [
        ALIGNMENT,
        `${ALIGNMENT}?only=doubtful&split=s3#s3`,
        '/read/plain/alignment',
        '/read/lamp',
      ]) {
        const page = await visit(path, look);
        expect([path, await violations(page)]).toEqual([path, []]);
      }
  });

  it('tells a conflict, and leads to the row', async () => {
    const page = await visit(`${ALIGNMENT}#s2`);
    const other = await visit(`${ALIGNMENT}#s2`);
    await press(other, ']');
    await press(page, ']');
    expect(await page.getByRole('alert').textContent()).toContain('has changed since the page was loaded');
    expect(await told(page).textContent()).toBe('');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'To the row' }).click();
    expect(new URL(page.url()).hash).toBe('#s2');
  });
});
