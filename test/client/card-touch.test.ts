import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CARD, LIN, OLD_LIN } from './pointing.ts';
import { addressOf, describeReading, PHONE } from './reading.ts';
import { violations } from './violation.ts';

describeReading('a card, by touch', (visit) => {
  const tapped = async (look: BrowserContextOptions = PHONE): Promise<Page> => {
    const page = await visit('/read/crew', look);
    await page.locator(OLD_LIN).tap();
    await page.getByRole('dialog').waitFor();
    return page;
  };

  it('rises from below instead of following the link; its heading leads to the entity', async () => {
    const page = await tapped();
    const sheet = page.getByRole('dialog', { name: '林海 Lin Hai person' });
    expect(await sheet.innerText()).toContain('Written here as “老林”');
    const box = await sheet.boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    expect(await page.locator(CARD).count()).toBe(0);
    expect(addressOf(page)).toBe('/read/crew');
    await sheet.getByRole('link', { name: '林海 Lin Hai' }).tap();
    await page.waitForURL('**/entities/lin-hai');
  });

  it('is put away by Escape, by its button, and by a touch beside it', async () => {
    const page = await tapped();
    const sheet = page.getByRole('dialog');
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('button', { name: 'Close the card' }).tap(),
      () => page.touchscreen.tap(195, 40),
    ]) {
      await close();
      await page.locator('dialog.leaf').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator(`${CARD}, .is-same`).count()).toBe(0);
      await page.locator(LIN).tap();
      await sheet.waitFor();
    }
  });

  it('goes from mention to mention', async () => {
    const page = await tapped();
    await page.getByRole('button', { name: 'Next mention' }).tap();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await page.locator('.steps').innerText()).toMatch(/4\/9/);
    const name = await page.locator('#k4 > .zh > .mention').boundingBox();
    const sheet = await page.getByRole('dialog').boundingBox();
    expect((name?.y ?? 999) + (name?.height ?? 0)).toBeLessThan(sheet?.y ?? 0);
  });

  it('is open to everybody', { timeout: 60_000 }, async () => {
    const page = await tapped({ ...PHONE, colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
  });

  it('leaves a tap to the link where cards are off', async () => {
    const page = await visit('/read/crew', PHONE);
    await page.keyboard.press('c');
    await page.locator(LIN).tap();
    await page.waitForURL('**/entities/lin-hai');
  });
});
