import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { HOSTILE } from './crew.ts';
import { describeReading, PHONE } from './reading.ts';

describeReading('the filter of the list of entities', (visit) => {
  it('keeps those that go by what is typed, in either language', async () => {
    const page = await visit('/entities');
    await type(page, 'lin');
    expect(await shown(page)).toEqual(['Lin Hai']);
    await type(page, '灯会');
    expect(await shown(page)).toEqual(['Guild of <Lamplighters> & Sons']);
  });

  it.each(['LIN HAI', 'ｌｉｎｈａｉ', 'lin-hai', ' lin  hai '])(
    'does not mind how it is written: %s',
    async (text) => {
      const page = await visit('/entities');
      await type(page, text);
      expect(await shown(page)).toEqual(['Lin Hai']);
    },
  );

  it('knows every alias, and shows the one that was found as text', async () => {
    const page = await visit('/entities?sort=name', PHONE);
    await type(page, '老林');
    expect(await shown(page)).toEqual(['Lin Hai']);
    expect(await page.locator('.via:visible').textContent()).toBe('老林');
    await type(page, '$&');
    expect(await page.locator('.via:visible').textContent()).toBe(HOSTILE);
  });

  it('says how many there are, leaves no heading without any, and ends with Escape', async () => {
    const page = await visit('/entities');
    const status = page.locator('main').getByRole('status');
    expect(await status.textContent()).toBe('');
    await type(page, 'lantern');
    expect(await status.textContent()).toBe('1 of 4');
    expect(await page.locator('main h2:visible').allTextContents()).toEqual(['Projects']);
    await type(page, 'nobody at all');
    expect(await status.textContent()).toBe('No name matches.');
    expect(await page.locator('main h2:visible').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('#filter_name').inputValue()).toBe('');
    expect(await status.textContent()).toBe('');
    expect(await shown(page)).toHaveLength(4);
  });

  it('is not there without JavaScript, and all entities are', async () => {
    const page = await visit('/entities', { javaScriptEnabled: false });
    expect(await page.locator('.filter').isVisible()).toBe(false);
    expect(await shown(page)).toHaveLength(4);
  });
});

describeReading('the filter of the list of terms', (visit) => {
  it.each(['潮水', 'chaoshui', 'cháo shuǐ', 'tide', '潮汐', 'ＴＩＤＥ'])(
    'keeps those that go by what is typed: %s',
    async (text) => {
      const page = await visit('/terms');
      await type(page, text);
      expect(await shown(page)).toEqual(['潮水']);
      expect(await page.locator('.found').textContent()).toBe('1 of 3');
      expect(await page.locator('main h2:visible').allTextContents()).toEqual(['C']);
    },
  );

  it('says that none matches', async () => {
    const page = await visit('/terms?sort=english');
    await type(page, 'harbour');
    expect(await page.locator('.found').textContent()).toBe('No term matches.');
  });
});

async function type(page: Page, text: string): Promise<void> {
  await page.locator('#filter_name').fill(text);
}

/** The first names that are shown. */
function shown(page: Page): Promise<string[]> {
  return page.locator('.named:visible .entity > :first-child').allTextContents();
}
