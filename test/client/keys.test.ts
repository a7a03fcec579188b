import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addressOf, describeReading, PHONE } from './reading.ts';

describeReading('a key', (visit) => {
  it('goes from sentence to sentence with j and k', async () => {
    const page = await visit('/read/chronicle');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('c1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('c1p0b');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe('c1p0a');
  });

  it('starts from the sentence that the address names', async () => {
    const page = await visit('/read/chronicle#c3p5a');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('c3p5b');
  });

  it('goes from hit to hit in a search', async () => {
    const page = await visit('/search?q=shells');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.locator('.row:focus').textContent()).toContain('shells');
  });

  it('starts from what is in the window', async () => {
    const page = await visit('/read/chronicle');
    await page.evaluate(() => document.getElementById('c4')?.scrollIntoView());
    await page.keyboard.press('j');
    expect(await focused(page)).toMatch(/^c(3p9|4)/);
  });

  it('keeps the sentence that it reaches in the window, clear of the toolbar', async () => {
    const page = await visit('/read/chronicle');
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('j');
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('k');
    const row = await page.locator('.row:focus').boundingBox();
    const bar = await page.locator('.toolbar').boundingBox();
    expect(row?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(900);
  });

  it('goes to the search box with /, and back to the place with Escape', async () => {
    const page = await visit('/read/chronicle');
    await page.evaluate(() => document.getElementById('c4')?.scrollIntoView({ behavior: 'instant' }));
    const place = await page.evaluate(() => scrollY);
    await page.keyboard.press('/');
    expect(await page.locator('[data-search-box]').evaluate((box) => box === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(['BODY', place]);
  });

  it('changes the view with v, round and round', async () => {
    const page = await visit('/read/lighthouse');
    const seen: string[] = [];
    for (const view of ['stacked', 'interlinear', 'zh', 'en', 'parallel']) {
      await page.keyboard.press('v');
      // Words that are read one by one are a page of their own.
      await page.locator(`html[data-view="${view}"][data-script="ready"]`).waitFor({ state: 'attached' });
      seen.push(new URL(page.url()).searchParams.get('view') ?? '');
    }
    expect(seen).toEqual(['stacked', 'interlinear', 'zh', 'en', 'parallel']);
  });

  it('hides the English with g and the notes with n', async () => {
    const page = await visit('/read/lighthouse');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?reveal=1&notes=0');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse');
  });

  it('takes / to the search box, and on the phone to the search', async () => {
    const page = await visit('/read/lighthouse');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    const phone = await visit('/read/lighthouse', PHONE);
    await phone.keyboard.press('/');
    await phone.waitForURL('**/search');
  });

  it('lists them all with ?, until Escape', async () => {
    const page = await visit('/about');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    expect((await keys.locator('kbd').allTextContents()).join('')).toBe('jkvgncw←→Enter,./?');
    await page.keyboard.press('Escape');
    expect(await keys.isVisible()).toBe(false);
  });

  it('does nothing in a field', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator('[data-search-box]').focus();
    await page.keyboard.type('jkvgn/?');
    expect(await page.locator('[data-search-box]').inputValue()).toBe('jkvgn/?');
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse');
  });

  it.each(['Control', 'Alt', 'Meta'])('does nothing with %s', async (modifier) => {
    const page = await visit('/read/lighthouse');
    for (const key of ['g', 'v', 'j']) {
      await page.locator('body').dispatchEvent('keydown', {
        key,
        ctrlKey: modifier === 'Control',
        altKey: modifier === 'Alt',
        metaKey: modifier === 'Meta',
      });
    }
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse');
    expect(await focused(page)).toBe('');
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}
