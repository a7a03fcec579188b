import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeReading, enhanced, topOf } from './reading.ts';

describeReading('an address with a segment', (visit) => {
  it('shows the segment, clear of the toolbar, and marks it', async () => {
    const page = await visit('/read/chronicle#c3p5a');
    const bar = await page.locator('.toolbar').boundingBox();
    const top = await topOf(page, '#c3p5a');
    expect(top).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
    expect(top).toBeLessThan(300);
    expect(await isMarked(page, '#c3p5a')).toBe(true);
    expect(await isMarked(page, '#c3p5b')).toBe(false);
  });

  it('leads from a retired id to what took its place', async () => {
    const page = await visit('/read/chronicle#before');
    expect(await topOf(page, '#c3p2a')).toBeLessThan(300);
    expect(await isMarked(page, '#c3p2a')).toBe(true);
  });

  it('is what the number of a sentence links to', async () => {
    const page = await visit('/read/chronicle');
    await page.locator('#c1p1a > .number').click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#c1p1a');
    expect(await isMarked(page, '#c1p1a')).toBe(true);
  });
});

describeReading('the reader’s place', (visit) => {
  it('is offered when the text is opened again, and never taken unasked', async () => {
    const page = await visit('/read/chronicle');
    await readAsFarAs(page, 'c2p5a');
    await page.goto('/read/chronicle');
    await enhanced(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.getByRole('link', { name: /^Continue at \d+$/ }).click();
    expect(await topOf(page, '#c2p5a')).toBeLessThan(300);
  });

  it('is not kept for who has only looked at the beginning', async () => {
    const page = await visit('/read/chronicle');
    await page.goto('/');
    await enhanced(page);
    expect(await page.locator('.entry', { hasText: 'read as far as' }).count()).toBe(0);
  });

  it('is not offered at the beginning, nor where the address names a segment', async () => {
    const page = await visit('/read/chronicle');
    expect(await page.getByRole('link', { name: /Continue/ }).count()).toBe(0);
    await readAsFarAs(page, 'c2p5a');
    await page.goto('/about');
    await page.goto('/read/chronicle#c1p3a');
    await enhanced(page);
    expect(await page.getByRole('link', { name: /Continue/ }).count()).toBe(0);
  });

  it('moves nothing when it is offered', async () => {
    const page = await visit('/read/chronicle');
    const before = await topOf(page, '#c1p0a');
    await readAsFarAs(page, 'c2p5a');
    await page.goto('/read/chronicle');
    await enhanced(page);
    await page.getByRole('link', { name: /Continue/ }).waitFor();
    expect(await topOf(page, '#c1p0a')).toBe(before);
  });

  it('is shown in the library, beside the text', async () => {
    const page = await visit('/read/chronicle');
    await readAsFarAs(page, 'c2p5a');
    await page.goto('/');
    await enhanced(page);
    const entries = page.locator('.entry', { hasText: 'read as far as' });
    expect(await entries.count()).toBe(1);
    expect(await entries.textContent()).toContain('A Chronicle of Tides');
  });
});

describeReading('the contents', (visit) => {
  it('show where the reader is, and lead elsewhere', async () => {
    const page = await visit('/read/chronicle#c2p5a');
    const contents = page.locator('.contents');
    await contents.locator('summary').click();
    expect(await contents.locator('[aria-current]').textContent()).toContain('Chapter 2');
    await contents.getByRole('link', { name: 'Chapter 4' }).click();
    expect(await topOf(page, '#c4')).toBeLessThan(300);
    expect(await contents.locator('.sheet').isVisible()).toBe(false);
  });

  it('close by Escape and by a touch beside them', async () => {
    const page = await visit('/read/chronicle');
    const sheet = page.locator('.contents .sheet');
    await page.locator('.contents summary').click();
    await page.keyboard.press('Escape');
    expect(await sheet.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.keyboard.press('Enter');
    expect(await sheet.isVisible()).toBe(true);
    await page.mouse.click(20, 700);
    expect(await sheet.isVisible()).toBe(false);
  });
});

async function readAsFarAs(page: Page, id: string): Promise<void> {
  await page.evaluate((segment) => document.getElementById(segment)?.scrollIntoView(), id);
  await page.waitForFunction(() => Object.keys(localStorage).some((name) => name.includes('position')));
}

function isMarked(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((row) => getComputedStyle(row).boxShadow !== 'none');
}
