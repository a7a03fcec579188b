import { expect, it } from 'vitest';
import { addressOf, describeReading, PHONE } from './reading.ts';

describeReading('the roll of names', (visit) => {
  it('says who is in the text and how often, and leads to where each is named first', async () => {
    const page = await visit('/read/crew');
    await page.locator('.roll > summary').click();
    const entries = page.locator('.roll li');
    expect((await entries.allInnerTexts()).map((entry) => entry.split(/\s*\n\s*/))).toContainEqual([
      'Lin Hai',
      '9',
    ]);
    await page.getByRole('link', { name: 'Where Lantern is named first' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/crew#k2');
    expect(await page.locator('.roll .sheet').isVisible()).toBe(false);
  });

  it('rises above the bar on the phone, and is no wider than it', async () => {
    const page = await visit('/read/crew', PHONE);
    await page.locator('.roll > summary').tap();
    const sheet = await page.locator('.roll .sheet').boundingBox();
    const bar = await page.locator('.toolbar').boundingBox();
    expect(sheet?.width).toBe(390);
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
  });

  it('stands in the page without JavaScript', async () => {
    const page = await visit('/read/crew', { javaScriptEnabled: false });
    await page.locator('.roll > summary').click();
    expect(await page.getByRole('link', { name: 'Lantern', exact: true }).first().isVisible()).toBe(true);
  });
});
