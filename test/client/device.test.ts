import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { DESKTOP, describeReading, enhanced, PHONE, TABLET } from './reading.ts';

describeReading('the device', (visit) => {
  it.each(['light', 'dark'] as const)('gives a %s page its colours', async (colorScheme) => {
    const page = await visit('/', { colorScheme });
    expect(await brightness(page)).toBe(colorScheme);
  });

  it('keeps the theme that was chosen, on every page, from the first moment', async () => {
    const page = await visit('/', { colorScheme: 'light' });
    await page.locator('.device > summary').click();
    await page.getByLabel('Dark').check();
    expect(await brightness(page)).toBe('dark');
    await page.goto('/read/lighthouse', { waitUntil: 'commit' });
    await page.locator('body').waitFor();
    expect(await brightness(page)).toBe('dark');
    await enhanced(page);
    await page.locator('.masthead .device > summary').click();
    expect(await page.getByLabel('Dark').isChecked()).toBe(true);
    await page.getByLabel('System').check();
    expect(await brightness(page)).toBe('light');
  });

  it('keeps the size of the text', async () => {
    const page = await visit('/read/lighthouse');
    const before = await sizeOf(page);
    await page.locator('.masthead .device > summary').click();
    await page.getByLabel('Very large').check();
    await page.reload();
    await enhanced(page);
    expect(await sizeOf(page)).toBeGreaterThan(before * 1.3);
  });

  it('that may store nothing still reads', async () => {
    const page = await visit('/about');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto('/read/lighthouse');
    await enhanced(page);
    await page.keyboard.press('v');
    expect(await page.locator('html').getAttribute('data-view')).toBe('stacked');
  });

  it.each([
    ['phone', PHONE],
    ['tablet', TABLET],
    ['desktop', DESKTOP],
  ])('is never wider than its window: %s, at the largest size of text', async (_name, size) => {
    const page = await visit('/about', size);
    for (const path of ['/', '/read/lighthouse', '/read/absent', '/search?q=a', '/about', '/nowhere']) {
      await page.goto(path);
      await page.evaluate(() => document.documentElement.setAttribute('data-size', 'xl'));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, width]).toEqual([path, size.viewport.width]);
    }
  });

  it('that is a phone has something to touch of 44 pixels, in the bar and the masthead', async () => {
    const page = await visit('/read/chronicle', PHONE);
    const small = await page
      .locator('.toolbar :is(a, summary):visible, .masthead :is(a, summary):visible, .colophon a, .pager a')
      .evaluateAll((all) =>
        all
          .map((one) => ({ name: one.textContent?.trim(), box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44)
          .map(({ name, box }) => `${name} ${box.width}×${box.height}`),
      );
    expect(small).toEqual([]);
  });
});

function brightness(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [red = 0] =
      getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red > 128 ? 'light' : 'dark';
  });
}

function sizeOf(page: Page): Promise<number> {
  return page.locator('#s3 > .zh').evaluate((zh) => Number.parseFloat(getComputedStyle(zh).fontSize));
}
