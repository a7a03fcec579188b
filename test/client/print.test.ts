import { expect, it } from 'vitest';
import { describeReading } from './reading.ts';

// The width of A4 less its margins, in CSS pixels.
const PAPER = { viewport: { width: 673, height: 960 } };

describeReading('on paper', (visit) => {
  it('stands the text alone, without what is for the screen', async () => {
    const page = await visit('/read/lighthouse', { ...PAPER, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.masthead', '.toolbar', '.pager', '.colophon']) {
      expect([selector, await page.locator(selector).isVisible()]).toEqual([selector, false]);
    }
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
  });

  it('is parallel although the paper is narrow', async () => {
    const page = await visit('/read/lighthouse', PAPER);
    await page.emulateMedia({ media: 'print' });
    const [zh, en] = [
      await page.locator('#s2 > .zh').boundingBox(),
      await page.locator('#s2 > .en').boundingBox(),
    ];
    expect(en?.x).toBeGreaterThan((zh?.x ?? 0) + 200);
  });

  it('has its notes open, and no row broken', async () => {
    const page = await visit('/read/lighthouse', PAPER);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('A note on 每隔十秒').isVisible()).toBe(true);
    expect(await page.getByText('注：每隔十秒').isVisible()).toBe(true);
    const breaks = await page
      .locator('.row')
      .evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside));
    expect(new Set(breaks)).toEqual(new Set(['avoid']));
  });

  it('has what a study group reads before and asks itself after, also where it was put away', async () => {
    const page = await visit('/read/chronicle', PAPER);
    expect(await page.getByText('Look at the moon first.').isVisible()).toBe(true);
    await page.locator('.introduction > summary').click();
    expect(await page.getByText('Look at the moon first.').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Look at the moon first.').isVisible()).toBe(true);
    expect(await page.getByText('Why does the tide go out?').isVisible()).toBe(true);
  });

  it('has no notes where they are off', async () => {
    const page = await visit('/read/lighthouse?notes=0', PAPER);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('A note on 每隔十秒').isVisible()).toBe(false);
  });

  it('keeps the footnotes, and says where the text came from', async () => {
    const page = await visit('/read/absent', PAPER);
    await page.emulateMedia({ media: 'print' });
    const address = await page
      .locator('.provenance a')
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://example.org/harbour');
    const other = await visit('/read/lighthouse', PAPER);
    await other.emulateMedia({ media: 'print' });
    expect(await other.getByText('From the logbook.').isVisible()).toBe(true);
  });
});
