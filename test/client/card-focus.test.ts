import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CARD, FAR, LIN, OLD_LIN, tabTo, withClock } from './pointing.ts';
import { describeReading } from './reading.ts';

describeReading('a card, by keyboard', (visit) => {
  it('opens at once, and Tab leads into it and out of it to the next name', async () => {
    const page = await withClock(visit);
    await tabTo(page, LIN);
    expect(await page.locator(CARD).count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('林海 Lin Hai');
    await page.locator(`${CARD} :is(a, button)`).last().focus();
    await page.clock.runFor(5000);
    expect(await page.locator(CARD).count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Lantern');
    expect(await page.locator(CARD).innerText()).toContain('Lantern minds the light');
  });

  it('closes by Escape, which gives the focus back and closes nothing else', async () => {
    const page = await visit('/read/crew');
    await page.locator('#mark_nk2').click();
    await tabTo(page, OLD_LIN);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await page.locator(CARD).count()).toBe(0);
    expect(await focused(page)).toBe('老林');
    expect(await page.locator('.note[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.note[open]').count()).toBe(0);
  });

  it('goes 300 ms after the focus has left', async () => {
    const page = await withClock(visit);
    await tabTo(page, LIN);
    await page.locator('#k5').focus();
    await page.clock.runFor(299);
    expect(await page.locator(CARD).count()).toBe(1);
    await page.clock.runFor(1);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('goes along when the page is scrolled', async () => {
    const page = await visit('/read/crew');
    await tabTo(page, LIN);
    const gap = (): Promise<number> =>
      page.evaluate(() => {
        const card = document.querySelector('.card');
        const name = card?.previousElementSibling;
        return (card?.getBoundingClientRect().top ?? 0) - (name?.getBoundingClientRect().bottom ?? 0);
      });
    const before = await gap();
    await page.evaluate(() => scrollBy({ top: 80, behavior: 'instant' }));
    expect(await gap()).toBe(before);
  });

  it('leaves Enter to the link', async () => {
    const page = await visit('/read/crew');
    await tabTo(page, LIN);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entities/lin-hai');
  });

  it('is named, and its mention points to it', async () => {
    const page = await visit('/read/crew');
    await tabTo(page, LIN);
    expect(await page.getByRole('group', { name: '林海 Lin Hai person' }).count()).toBe(1);
    expect(await page.locator(LIN).getAttribute('aria-details')).toBe(
      await page.locator(CARD).getAttribute('id'),
    );
    await page.keyboard.press('Escape');
    expect(await page.locator(LIN).getAttribute('aria-details')).toBe(null);
  });

  it('leads to the next mention in the same column and to the one before, round and round', async () => {
    const page = await visit('/read/crew');
    await tabTo(page, FAR);
    const rows: (string | undefined)[] = [];
    for (const name of ['Next mention', 'Next mention', 'Next mention', 'Previous mention']) {
      await page.getByRole('button', { name }).press('Enter');
      rows.push(await page.evaluate(() => document.activeElement?.closest('.row')?.id));
      expect(await page.evaluate(() => document.activeElement?.parentElement?.lang)).toBe('zh-Hans');
      expect(await page.locator(CARD).count()).toBe(1);
    }
    expect(rows).toEqual(['k29', 'k1', 'k2', 'k1']);
    await expect.poll(() => isInWindow(page, '#k1')).toBe(true);
  });
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function isInWindow(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
