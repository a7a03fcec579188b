import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeReading, PHONE, TABLET, topOf } from './reading.ts';

const MARKER = '#mark_n1';
const BODY = '#note_n1';

describeReading('a note', (visit) => {
  it('opens in the margin by its marker, and no word of the text moves', async () => {
    const page = await visit('/read/lighthouse');
    const before = await tops(page);
    await page.locator(MARKER).click();
    expect(await page.locator(BODY).isVisible()).toBe(true);
    expect(await page.locator(BODY).textContent()).toContain('A note on 每隔十秒');
    expect(await tops(page)).toEqual(before);
    const text = await page.locator('#s2 > .en').boundingBox();
    const note = await page.locator(BODY).boundingBox();
    expect(note?.x).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0) - 13);
  });

  it('closes by Escape, and the focus goes back to its marker', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator(MARKER).click();
    await page.keyboard.press('Escape');
    expect(await page.locator(BODY).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('mark_n1');
  });

  it('goes when something beside it is touched, or another note is opened', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator(MARKER).click();
    await page.locator('#mark_n2').click();
    expect(await page.locator('.note[open]').count()).toBe(1);
    await page.locator('#s5 > .en').click();
    expect(await page.locator('.note[open]').count()).toBe(0);
  });

  it('stands beneath its row where the margin is narrow', async () => {
    const page = await visit('/read/lighthouse', TABLET);
    await page.locator(MARKER).click();
    const row = await page.locator('#s2 > .zh').boundingBox();
    expect(await topOf(page, BODY)).toBeGreaterThan((row?.y ?? 0) + (row?.height ?? 0) - 1);
    expect(await topOf(page, '#s3')).toBeGreaterThan(await topOf(page, BODY));
  });

  it('says its kind and its words while it is closed', async () => {
    const page = await visit('/read/lighthouse');
    expect(await page.locator('#s3 .note > summary').innerText()).toMatch(/^2\s*别看钟\s*idiom$/);
  });

  it('rises from below on the phone; Escape, its button and a touch beside it close it', async () => {
    const page = await visit('/read/lighthouse', PHONE);
    const sheet = page.getByRole('dialog');
    for (const close of [
      () => page.keyboard.press('Escape'),
      () => page.getByRole('button', { name: 'Close the note' }).tap(),
      () => page.touchscreen.tap(195, 40),
    ]) {
      await page.locator(MARKER).tap();
      expect(await sheet.textContent()).toContain('A note on 每隔十秒');
      const box = await sheet.boundingBox();
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
      await close();
      await sheet.waitFor({ state: 'detached' });
    }
  });

  it('is swept away by a finger', async () => {
    const page = await visit('/read/lighthouse', PHONE);
    await page.locator(MARKER).tap();
    const sheet = page.getByRole('dialog');
    await sheet.evaluate((dialog) => {
      const at = (clientY: number): Touch =>
        new Touch({ identifier: 1, target: dialog, clientX: 100, clientY });
      dialog.dispatchEvent(new TouchEvent('touchstart', { touches: [at(600)], changedTouches: [at(600)] }));
      dialog.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(700)] }));
    });
    await sheet.waitFor({ state: 'detached' });
  });

  it('is not there when notes are off, nor its marker', async () => {
    const page = await visit('/read/lighthouse?notes=0');
    expect(await page.locator(MARKER).isVisible()).toBe(false);
    expect(await page.locator('.note').first().isVisible()).toBe(false);
  });

  it.each(['zh', 'en'])('can be opened in running text, %s', async (view) => {
    for (const size of [undefined, TABLET]) {
      const page = await visit(`/read/lighthouse?view=${view}`, size);
      const way = view === 'zh' ? page.locator(MARKER) : page.locator('#s2 .note > summary').first();
      await way.click();
      expect(await page.locator(BODY).isVisible()).toBe(true);
    }
  });
});

function tops(page: Page): Promise<number[]> {
  return page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
}
