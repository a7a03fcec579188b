import { expect, it } from 'vitest';
import { addressOf, DESKTOP, describeReading, enhanced, PHONE } from './reading.ts';

const VIEW = '/read/lighthouse?view=interlinear';
const FIRST = '#s2 .word-over >> nth=0';

describeReading('the interlinear view', (visit) => {
  it('shows pinyin over each word and its sense beneath, without JavaScript too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await visit(VIEW, { ...DESKTOP, javaScriptEnabled });
      const word = page.locator(FIRST);
      expect(await word.locator('rt').allInnerTexts()).toEqual(['dēngtǎ', 'lighthouse']);
      const [pinyin, base, sense] = await Promise.all(
        ['rt:not(.sense)', '.base', 'rt.sense'].map((part) => word.locator(part).boundingBox()),
      );
      const middle = (base?.y ?? 0) + (base?.height ?? 0) / 2;
      expect((pinyin?.y ?? 0) + (pinyin?.height ?? 0) / 2).toBeLessThan(middle);
      expect(sense?.y ?? 0).toBeGreaterThan(middle);
    }
  });

  it('is copied as the text that it is', async () => {
    const page = await visit(VIEW);
    const copied = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#s3 > .zh') as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const event = new ClipboardEvent('copy', {
        clipboardData: new DataTransfer(),
        bubbles: true,
        cancelable: true,
      });
      document.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied).toBe('守塔人说：“风大时，别看钟。”');
  });

  it('is copied so without JavaScript too', async () => {
    const page = await visit(VIEW, { ...DESKTOP, javaScriptEnabled: false });
    // What a browser gives of a selection leaves out what cannot be selected.
    const kinds = await page
      .locator('#s2 rt')
      .evaluateAll((all) => all.map((rt) => getComputedStyle(rt).userSelect));
    expect(new Set(kinds)).toEqual(new Set(['none']));
  });

  it('breaks no line within a word, and overflows no phone', async () => {
    const page = await visit(VIEW, PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const bases = await page
      .locator('.word-over > .base')
      .evaluateAll((all) => all.map((one) => one.getClientRects().length));
    expect(new Set(bases)).toEqual(new Set([1]));
  });

  it('shows pinyin for all words or for none, and the address says which', async () => {
    const page = await visit(VIEW);
    const pinyin = page.locator(`${FIRST} >> rt:not(.sense)`);
    await page.getByRole('link', { name: 'No pinyin' }).click();
    expect(await pinyin.evaluate((rt) => getComputedStyle(rt).visibility)).toBe('hidden');
    await expect.poll(() => addressOf(page)).toBe(`${VIEW}&pinyin=none`);
    await page.reload();
    expect(await pinyin.evaluate((rt) => getComputedStyle(rt).visibility)).toBe('hidden');
  });

  it('leaves out the pinyin of words that the device counts as known, if that is chosen', async () => {
    const page = await visit(VIEW);
    await page.evaluate(() => localStorage.setItem('duidu.words', JSON.stringify({ 灯塔: 'known' })));
    await page.goto(`${VIEW}&pinyin=new`);
    await enhanced(page);
    const shown = (nth: number) =>
      page
        .locator(`#s2 .word-over >> nth=${nth} >> rt:not(.sense)`)
        .evaluate((rt) => getComputedStyle(rt).visibility);
    expect([await shown(0), await shown(1)]).toEqual(['hidden', 'visible']);
  });

  it('is come to and left by the choice of view, at the same place', async () => {
    const page = await visit('/read/chronicle');
    await page.locator('#c2p5a').scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector('#c2p5a')?.scrollIntoView());
    await page.locator('.view-interlinear').click();
    await page.waitForURL(/view=interlinear/);
    await enhanced(page);
    expect(await page.evaluate(() => document.documentElement.dataset.view)).toBe('interlinear');
    expect(await page.locator('.row:target').count()).toBe(1);
    await page.locator('.view-stacked').click();
    await page.waitForURL(/view=stacked/);
    expect(await page.locator('.word-over').count()).toBe(0);
  });

  it('explains a word that is clicked', async () => {
    const page = await visit(VIEW);
    await page.locator(`${FIRST} >> .base`).click();
    await page.locator('.card').waitFor();
    expect(await page.locator('.card').innerText()).toContain('lighthouse');
  });

  it('prints pinyin and senses', async () => {
    const page = await visit(VIEW);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`${FIRST} >> rt.sense`).isVisible()).toBe(true);
    expect(await page.locator('.pinyins').isVisible()).toBe(false);
  });
});
