import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addressOf, describeReading, enhanced, PHONE, topOf } from './reading.ts';

const ZH = '#s3 > .zh';
const EN = '#s3 > .en';

describeReading('a view', (visit) => {
  it('sets Chinese and English side by side, on one line, a row for each segment', async () => {
    const page = await visit('/read/lighthouse');
    const [zh, en] = [await page.locator(ZH).boundingBox(), await page.locator(EN).boundingBox()];
    expect(en?.x).toBeGreaterThan((zh?.x ?? 0) + (zh?.width ?? 0) - 1);
    expect(Math.abs((zh?.y ?? 0) - (en?.y ?? 99))).toBeLessThan(8);
  });

  it('keeps every row of the text in the same two columns', async () => {
    const page = await visit('/read/lighthouse');
    const columns = await page
      .locator('.bitext .row > .en:visible')
      .evaluateAll((all) =>
        all.filter((en) => en.closest('table') === null).map((en) => en.getBoundingClientRect().left),
      );
    expect(columns.length).toBeGreaterThan(8);
    expect(new Set(columns.map(Math.round)).size).toBe(1);
  });

  it('stacks the English under the Chinese', async () => {
    const page = await visit('/read/lighthouse?view=stacked');
    const [zh, en] = [await page.locator(ZH).boundingBox(), await page.locator(EN).boundingBox()];
    expect(en?.y).toBeGreaterThanOrEqual((zh?.y ?? 0) + (zh?.height ?? 0));
  });

  it('stacks them on the phone even where they were asked for side by side', async () => {
    const page = await visit('/read/lighthouse?view=parallel', PHONE);
    const [zh, en] = [await page.locator(ZH).boundingBox(), await page.locator(EN).boundingBox()];
    expect(en?.y).toBeGreaterThanOrEqual((zh?.y ?? 0) + (zh?.height ?? 0));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each([
    ['zh', ZH, EN],
    ['en', EN, ZH],
  ])('shows %s alone, as running text', async (view, shown, hidden) => {
    const page = await visit(`/read/lighthouse?view=${view}`);
    expect(await page.locator(shown).isVisible()).toBe(true);
    expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.locator('#s3').evaluate((row) => getComputedStyle(row).display)).toBe('inline');
  });

  it('keeps the source where there is no English, and the English where there is no source', async () => {
    const english = await visit('/read/lighthouse?view=en');
    expect(await english.locator('#s15 > .zh').isVisible()).toBe(true);
    expect(await english.locator('#s15').textContent()).toContain('no English yet');
    const chinese = await visit('/read/absent?view=zh');
    expect(await chinese.locator('#s2 > .en').isVisible()).toBe(true);
  });

  it('changes without loading the page, and the address tells what is seen', async () => {
    const page = await visit('/read/lighthouse#s3');
    await page.evaluate(() => Object.assign(window, { isTheSame: true }));
    await page.getByRole('link', { name: 'Stacked' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked#s3');
    await page.getByRole('button', { name: 'Hide English' }).click();
    await page.getByRole('button', { name: 'Notes' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked&reveal=1&notes=0#s3');
    expect(await page.evaluate(() => 'isTheSame' in window)).toBe(true);
    expect(await page.locator('[data-choose="view"][aria-current]').textContent()).toContain('Stacked');
  });

  it('comes back with the address when one goes back and forward', async () => {
    const page = await visit('/read/lighthouse?view=parallel');
    await page.locator('#s3 > .number').click();
    await page.keyboard.press('v');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    const changed = '/read/lighthouse?view=stacked&reveal=1&notes=0#s3';
    await expect.poll(() => addressOf(page)).toBe(changed);
    await page.goBack();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=parallel');
    await expect.poll(() => seen(page)).toEqual({ view: 'parallel', reveal: '0', notes: '1' });
    expect(await page.locator('[data-choose="view"][aria-current]').textContent()).toContain('Parallel');
    await page.goForward();
    await expect.poll(() => addressOf(page)).toBe(changed);
    await expect.poll(() => seen(page)).toEqual({ view: 'stacked', reveal: '1', notes: '0' });
  });

  it('stays the device’s usual one behind an address that names none', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator('#s3 > .number').click();
    await page.keyboard.press('v');
    await page.goBack();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked');
    expect((await seen(page)).view).toBe('stacked');
  });

  it('is the same after the page is loaded again', async () => {
    const page = await visit('/read/lighthouse');
    await page.getByRole('link', { name: 'Chinese', exact: true }).click();
    await page.getByRole('button', { name: 'Notes' }).click();
    await page.reload();
    await enhanced(page);
    expect(await page.locator('html').evaluate(({ dataset }) => [dataset.view, dataset.notes])).toEqual([
      'zh',
      '0',
    ]);
  });

  it('is carried by the links to other texts and to the other language', async () => {
    const page = await visit('/read/lighthouse');
    await page.getByRole('link', { name: 'Stacked' }).click();
    await page.getByRole('button', { name: 'Hide English' }).click();
    expect(await page.locator('.pager .next').getAttribute('href')).toContain('view=stacked&reveal=1');
    await page.getByRole('link', { name: '简体中文' }).click();
    await page.locator('html[lang="zh-Hans"]').waitFor({ state: 'attached' });
    const { view, reveal } = await page
      .locator('html')
      .evaluate(({ dataset }) => ({ view: dataset.view, reveal: dataset.reveal }));
    expect({ view, reveal }).toEqual({ view: 'stacked', reveal: '1' });
  });

  it('is remembered as the usual one, but gives way to an address that names another', async () => {
    const page = await visit('/read/lighthouse');
    await page.getByRole('link', { name: 'Stacked' }).click();
    await page.goto('/read/chronicle');
    await enhanced(page);
    await expect.poll(() => addressOf(page)).toBe('/read/chronicle?view=stacked');
    expect(await page.locator('html').getAttribute('data-view')).toBe('stacked');
    await page.goto('/read/chronicle?view=zh');
    await enhanced(page);
    expect(await page.locator('html').getAttribute('data-view')).toBe('zh');
  });

  it('leaves the row under the reader’s eyes where it was', async () => {
    const page = await visit('/read/chronicle');
    await page.evaluate(() => document.getElementById('c3p5a')?.scrollIntoView({ block: 'start' }));
    const before = await topOf(page, '#c3p5a');
    for (const name of ['Stacked', 'English', 'Parallel']) {
      await page.locator('.toolbar').getByRole('link', { name, exact: true }).click();
      expect(Math.abs((await topOf(page, '#c3p5a')) - before)).toBeLessThan(2);
    }
  });

  it('leaves the row that has the focus where it was', async () => {
    const page = await visit('/read/chronicle#c3p5a');
    await page.evaluate(() => scrollBy(0, -300));
    const before = await topOf(page, '#c3p5a');
    await page.keyboard.press('v');
    await expect.poll(() => addressOf(page)).toContain('view=stacked');
    expect(Math.abs((await topOf(page, '#c3p5a')) - before)).toBeLessThan(2);
  });
});

function seen(page: Page): Promise<Record<'view' | 'reveal' | 'notes', string | undefined>> {
  return page.locator('html').evaluate(({ dataset: { view, reveal, notes } }) => ({ view, reveal, notes }));
}
