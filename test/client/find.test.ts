import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addressOf, describeReading, PHONE, TABLET } from './reading.ts';
import { violations } from './violation.ts';

const QUERY = '/read/crew?q=Lin+Hai';

describeReading('a search within a text', (visit) => {
  it('goes from match to match, round and round, and says which one it is at', async () => {
    const page = await visit(QUERY);
    const total = await matches(page);
    expect(total.length).toBeGreaterThan(4);
    expect(await count(page)).toBe(`${total.length} passages`);
    const seen: string[] = [];
    for (let step = 0; step <= total.length; step += 1) {
      await page.getByRole('link', { name: 'Next match' }).first().click();
      seen.push(new URL(page.url()).hash.slice(1));
    }
    expect(seen).toEqual([...total, total[0]]);
    expect(await count(page)).toBe(`1 of ${total.length}`);
    await page.getByRole('link', { name: 'Previous match' }).first().click();
    expect(await count(page)).toBe(`${total.length} of ${total.length}`);
  });

  it('goes on from where one has scrolled to', async () => {
    const page = await visit(QUERY);
    const total = await matches(page);
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), total[3] ?? '');
    await page.keyboard.press(',');
    expect(total.indexOf(new URL(page.url()).hash.slice(1))).toBeLessThan(4);
    expect(total.indexOf(new URL(page.url()).hash.slice(1))).toBeGreaterThan(1);
  });

  it('goes by keys, too, and j goes on from there', async () => {
    const page = await visit(QUERY);
    const total = await matches(page);
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect.poll(() => addressOf(page)).toBe(`/read/crew?q=Lin+Hai#${total[1]}`);
    await page.keyboard.press(',');
    await expect.poll(() => addressOf(page)).toBe(`/read/crew?q=Lin+Hai#${total[0]}`);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('row'))).toBe(true);
  });

  it('adds no page to go back through', async () => {
    const page = await visit('/about');
    await page.goto(QUERY);
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('.');
    await page.goBack();
    await expect.poll(() => addressOf(page)).toBe('/about');
  });

  it.each([
    ['desktop', {}],
    ['tablet', TABLET],
    ['phone', PHONE],
  ])('keeps each match clear of the bars: %s', async (_name, size) => {
    const page = await visit(QUERY, size);
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('.');
      const row = await page.locator('.row:target').boundingBox();
      const bar = await page.locator('.toolbar').boundingBox();
      const isAtTop = (bar?.y ?? 0) < 100;
      if (isAtTop && (bar?.y ?? 1) <= 0) expect(row?.y).toBeGreaterThanOrEqual((bar?.height ?? 0) - 1);
      if (!isAtTop) expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
    }
  });

  it('begins in the toolbar, keeps how the text is seen, and ends by its cross', async () => {
    const page = await visit('/read/crew');
    await page.keyboard.press('v');
    await page.keyboard.press('n');
    await page.locator('.find-here > summary').click();
    await page.getByRole('searchbox', { name: 'Search in this text' }).fill('Lantern');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/read/crew?q=Lantern&view=stacked&notes=0');
    expect(await page.locator('.row mark').first().textContent()).toBe('Lantern');
    await page.getByRole('link', { name: 'Remove the marks' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/crew?view=stacked&notes=0');
    expect(await page.locator('mark').count()).toBe(0);
  });

  it('stays while the view changes', async () => {
    const page = await visit(QUERY);
    await page.keyboard.press('v');
    await expect.poll(() => addressOf(page)).toBe('/read/crew?q=Lin+Hai&view=stacked');
    expect(await page.locator('.row mark').count()).toBeGreaterThan(4);
  });

  it('is open to everybody, its form too', { timeout: 60_000 }, async () => {
    for (const look of [{ locale: 'en-US' }, { ...PHONE, locale: 'zh-CN', colorScheme: 'dark' as const }]) {
      const page = await visit(`${QUERY}#k2`, look);
      expect(await violations(page)).toEqual([]);
      await page.locator('.find-here > summary').click();
      expect(await violations(page)).toEqual([]);
    }
  });

  it('does nothing with its keys where nothing is looked for', async () => {
    const page = await visit('/read/crew');
    await page.keyboard.press('.');
    await page.keyboard.press(',');
    expect(addressOf(page)).toBe('/read/crew');
  });

  it('goes from row to row without JavaScript', async () => {
    const page = await visit(QUERY, { javaScriptEnabled: false });
    await page.locator('.within [data-step="next"]').click();
    const first = new URL(page.url()).hash;
    await page.locator('.row:target .steps').getByRole('link', { name: 'Next match' }).click();
    expect(new URL(page.url()).hash).not.toBe(first);
    await page.locator('.row:target .steps').getByRole('link', { name: 'Previous match' }).click();
    expect(new URL(page.url()).hash).toBe(first);
  });
});

describeReading('a result', (visit) => {
  it('opens at its passage, with what matched marked', async () => {
    const page = await visit('/search?q=smiled');
    await page.locator('.found .where > a').first().click();
    await expect.poll(() => addressOf(page)).toBe('/read/crew?q=smiled#k2');
    expect(await page.locator('#k2 mark').allTextContents()).toEqual(['smiled']);
  });

  it('is narrowed, and widened again, without JavaScript', async () => {
    const page = await visit('/search?q=sea', { javaScriptEnabled: false });
    const before = await page.locator('#passages_title').textContent();
    await page.locator('.narrow').getByRole('link', { name: 'The Crew' }).click();
    expect(await page.locator('#passages_title').textContent()).not.toBe(before);
    await page.getByRole('link', { name: 'The Crew: remove' }).click();
    expect(await page.locator('#passages_title').textContent()).toBe(before);
  });

  it('does not scroll sideways, however long the query', async () => {
    const page = await visit(`/search?q=${'x'.repeat(190)}%20%22`, PHONE);
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(inner).toBeLessThanOrEqual(outer ?? 0);
  });
});

/** Ids of the rows that hold what is looked for. */
function matches(page: Page): Promise<string[]> {
  return page.locator('.row:has(> .steps)').evaluateAll((rows) => rows.map(({ id }) => id));
}

function count(page: Page): Promise<string | null> {
  return page.locator('.within .count').textContent();
}
