import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DESKTOP, describeReading, enhanced, PHONE, TABLET } from './reading.ts';
import { violations } from './violation.ts';

const PAGES = [
  '/',
  '/read/lighthouse',
  '/read/lighthouse?view=stacked&reveal=1',
  '/read/lighthouse?view=zh',
  '/read/lighthouse?view=en&notes=0',
  '/read/lighthouse?view=interlinear',
  '/read/crew?view=interlinear&pinyin=none',
  '/words',
  '/words?text=%E7%81%AF%E5%A1%94',
  '/words?document=crew&segment=k2',
  '/read/absent',
  '/read/unglossed',
  '/read/chronicle#c2p5a',
  '/read/crew',
  '/events',
  '/events?disputed=1&document=ebb',
  '/events/storm',
  '/events/lamp',
  '/entities',
  '/entities?sort=name',
  '/entities?view=network',
  '/entities/lin-hai',
  '/entities/guild',
  '/terms',
  '/terms?sort=outliers',
  '/terms?term=light',
  '/search?q=the',
  '/search',
  '/search?q=Lin%20Hai',
  '/search?q=the&kind=paragraph&page=2',
  '/search?q=the&page=99',
  '/search?q=title:%20%22sea',
  '/search?q=nowhere',
  '/search?q=qqqq%20OR%20zzzz',
  '/read/crew?q=Lin%20Hai',
  '/read/crew/words',
  '/read/lighthouse/words?sort=pinyin',
  '/read/absent/words',
  '/read/lighthouse/alignment',
  '/about',
  '/nothing-here',
];

/** Together they hold both languages, both themes and all three kinds of screen. */
const LOOKS = [
  { locale: 'en-US', colorScheme: 'light', ...DESKTOP },
  { locale: 'zh-CN', colorScheme: 'dark', ...PHONE },
] as const;

const FURTHER_LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light', ...TABLET },
  { locale: 'en-US', colorScheme: 'dark', ...DESKTOP },
] as const;

describeReading('every page', (visit) => {
  it.each(PAGES)('is open to everybody: %s', { timeout: 60_000 }, async (path) => {
    for (const look of LOOKS) {
      const page = await visit(path, look);
      expect(await violations(page)).toEqual([]);
    }
  });

  it.each(['/', '/read/lighthouse'])('is so in its further looks: %s', { timeout: 60_000 }, async (path) => {
    for (const look of FURTHER_LOOKS) {
      const page = await visit(path, look);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('is quiet: no error, no warning, nothing that fails to load', async () => {
    const page = await visit('/about');
    const heard = complaintsOf(page);
    for (const path of PAGES.filter((one) => one !== '/nothing-here')) {
      await page.goto(path);
      await enhanced(page);
      expect([path, heard]).toEqual([path, []]);
    }
  });

  it('is open with its menus, its notes and its dialogs open', { timeout: 60_000 }, async () => {
    for (const look of LOOKS) {
      const page = await visit('/read/chronicle', look);
      await page.locator('.contents > summary').click();
      expect(await violations(page)).toEqual([]);
      await page.locator('.masthead .device > summary').click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.marker').first().click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      expect(await violations(page)).toEqual([]);
    }
  });

  it('says which language each text is in', async () => {
    const page = await visit('/read/lighthouse', { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    const unmarked = await page
      .locator('.zh:not(.quiet), .en:not(.quiet)')
      .evaluateAll((all) =>
        all.filter((one) => one.getAttribute('lang') === null).map((one) => one.outerHTML),
      );
    expect(unmarked).toEqual([]);
  });

  it('has one heading that is the first, and skips no level below it', async () => {
    const page = await visit('/about', { javaScriptEnabled: false });
    for (const path of PAGES) {
      await page.goto(path);
      const levels = await page
        .locator('main :is(h1, h2, h3, h4, h5, h6)')
        .evaluateAll((all) => all.map((one) => Number(one.tagName.slice(1))));
      expect([path, levels.filter((level) => level === 1)]).toEqual([path, [1]]);
      for (const [index, level] of levels.entries()) {
        expect([path, level - (levels[index - 1] ?? 0) <= 1]).toEqual([path, true]);
      }
    }
  });

  it('can be walked by Tab alone, and shows where one is', async () => {
    const page = await visit('/read/lighthouse');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(outline).toBe('solid');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('number');
  });
});

/** Whatever the console says and whatever fails to load, as it happens. */
function complaintsOf(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('requestfailed', (request) => {
    // What was still on its way when the page was left has not failed.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`);
  });
  return heard;
}
