import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeReading, PHONE } from './reading.ts';

describeReading('hidden English', (visit) => {
  it('keeps its place, so that nothing moves when it comes', async () => {
    const page = await visit('/read/lighthouse');
    const before = await heights(page);
    await page.getByRole('button', { name: 'Hide English' }).click();
    expect(await heights(page)).toEqual(before);
    expect(await visibility(page, '#s3 > .en')).toBe('hidden');
    expect(await visibility(page, '#s3 > .zh')).toBe('visible');
  });

  it('comes when its sentence is pointed at, and for that sentence only', async () => {
    const page = await visit('/read/lighthouse?reveal=1');
    await page.locator('#s3 > .zh').hover();
    expect(await visibility(page, '#s3 > .en')).toBe('visible');
    expect(await visibility(page, '#s2 > .en')).toBe('hidden');
  });

  it('comes when its sentence has the focus of the keyboard', async () => {
    const page = await visit('/read/lighthouse?reveal=1');
    await page.locator('#s3 > .number').focus();
    expect(await visibility(page, '#s3 > .en')).toBe('visible');
  });

  it('comes when its sentence is touched, without JavaScript too', async () => {
    const page = await visit('/read/lighthouse?reveal=1', { ...PHONE, javaScriptEnabled: false });
    const zh = page.locator('#s5 > .zh');
    const en = page.locator('#s5 > .en');
    expect(await en.isVisible()).toBe(false);
    await zh.tap();
    expect(await en.isVisible()).toBe(true);
  });

  it('hides the English of a heading, and no word that says there is none', async () => {
    const page = await visit('/read/lighthouse?reveal=1');
    expect(await visibility(page, '#s4 .title > .en')).toBe('hidden');
    expect(await visibility(page, '#s15 > .en')).toBe('visible');
  });

  it('hides nothing where the English is all there is', async () => {
    const page = await visit('/read/absent?reveal=1');
    expect(await visibility(page, '#s2 > .en')).toBe('visible');
  });
});

function visibility(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => getComputedStyle(element).visibility);
}

function heights(page: Page): Promise<number[]> {
  return page.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
}
