import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { clickOn, placeOf, select, tapOn } from './character.ts';
import { CARD, LIN } from './pointing.ts';
import { DESKTOP, describeReading, PHONE } from './reading.ts';
import { violations } from './violation.ts';

const SECOND = '#s2 > .zh';

describeReading('a word, by mouse', (visit) => {
  it('is explained when it is clicked: how it is read, what it means, its parts', async () => {
    const page = await visit('/read/lighthouse');
    await clickOn(page, SECOND, 0);
    const text = await cardOf(page);
    expect(text).toContain('灯塔');
    expect(text).toContain('燈塔');
    expect(text).toContain('dēngtǎ');
    expect(text).toContain('lighthouse');
    expect(text).toMatch(/灯\s*dēng/);
  });

  it('goes on a second click, on Escape, and on a click elsewhere', async () => {
    const page = await visit('/read/lighthouse');
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await clickOn(page, SECOND, 1);
    await page.locator(CARD).waitFor({ state: 'detached' });
    await page.waitForTimeout(100);
    expect(await page.locator(CARD).count()).toBe(0);
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await page.keyboard.press('Escape');
    expect(await page.locator(CARD).count()).toBe(0);
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await page.locator('.masthead').click({ position: { x: 400, y: 4 } });
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('is not explained where there is none, nor in English, nor in code', async () => {
    const page = await visit('/read/lighthouse');
    await clickOn(page, SECOND, 14);
    await page.locator('#s2 > .en').click();
    await page.locator('#s11 .listing').click();
    await page.waitForTimeout(300);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('is what was selected, if that is a word; of more, each has a line', async () => {
    const page = await visit('/read/lighthouse');
    await select(page, SECOND, 4, 8);
    const text = await cardOf(page);
    expect(text).toContain('每');
    expect(text).toContain('十');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('每隔十秒');
    await page.keyboard.press('Escape');
    await select(page, SECOND, 0, 2);
    expect(await cardOf(page)).toContain('lighthouse');
  });

  it('is told with the name that it is part of', async () => {
    const page = await visit('/read/crew');
    await page.locator(LIN).hover();
    await page.locator(`${CARD} .word-part .pinyin`).first().waitFor();
    const text = await cardOf(page);
    expect(text).toContain('Lin Hai minds the light by the sea.');
    expect(text).toMatch(/lín\s?hǎi/i);
  });

  it('is explained where the mouse rests only with word help on, which lasts', async () => {
    const page = await visit('/read/lighthouse');
    await rest(page);
    expect(await page.locator(CARD).count()).toBe(0);
    await page.keyboard.press('w');
    expect(await page.locator('.said').innerText()).toContain('Word help is on');
    await page.reload();
    await page.locator('html[data-help="1"]').waitFor({ state: 'attached' });
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await rest(page);
    await page.locator(CARD).waitFor();
    await page.mouse.move(4, 500);
    await page.mouse.move(6, 500);
    await page.locator(CARD).waitFor({ state: 'detached' });
    await page.keyboard.press('w');
    await rest(page);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('has no card where cards are off', async () => {
    const page = await visit('/read/lighthouse');
    await page.keyboard.press('c');
    await clickOn(page, SECOND, 0);
    await page.waitForTimeout(300);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('is asked of the server once a row', async () => {
    const page = await visit('/read/lighthouse');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/words?')) asked += 1;
    });
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await clickOn(page, SECOND, 3);
    await cardOf(page);
    expect(asked).toBe(1);
  });

  it('says so where words cannot be looked up', async () => {
    const page = await visit('/read/lighthouse');
    await page.route('**/words?*', (route) => route.fulfill({ status: 500, body: '' }));
    await clickOn(page, SECOND, 0);
    await expect.poll(() => page.locator('.said').innerText()).toContain('cannot be looked up');
    await page.unroute('**/words?*');
    await clickOn(page, SECOND, 0);
    expect(await cardOf(page)).toContain('lighthouse');
  });

  it('is marked as known or to learn in its card, and the device remembers', async () => {
    const page = await visit('/read/lighthouse');
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await page.locator(CARD).getByRole('button', { name: 'to learn' }).click();
    expect(await page.evaluate(() => localStorage.getItem('duidu.words'))).toBe('{"灯塔":"learn"}');
    await page.reload();
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    const button = page.locator(CARD).getByRole('button', { name: 'to learn' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    expect(await page.evaluate(() => localStorage.getItem('duidu.words'))).toBe('{}');
  });

  it('shows nothing of a text as markup', async () => {
    const page = await visit('/read/lighthouse');
    await clickOn(page, '#s5 > .zh', '<script>alert("x")</script> & <i>'.length);
    expect(await page.locator('.card script, .card i').count()).toBe(0);
  });

  it('is open to everybody with its card open', { timeout: 60_000 }, async () => {
    for (const look of [
      { locale: 'en-US', colorScheme: 'light', ...DESKTOP } as const,
      { locale: 'zh-CN', colorScheme: 'dark', ...DESKTOP } as const,
    ]) {
      const page = await visit('/read/lighthouse', look);
      await clickOn(page, SECOND, 0);
      await cardOf(page);
      expect(await violations(page)).toEqual([]);
    }
  });

  it('is spoken where the device has a Chinese voice', async () => {
    const page = await visit('/about');
    // Chromium without a screen has no voices of its own.
    await page.addInitScript(() => {
      const voice = { lang: 'zh-CN', name: 'test', default: true, localService: true, voiceURI: 'test' };
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
        value: function Utterance(this: { text: string }, text: string) {
          this.text = text;
        },
      });
      Object.defineProperty(globalThis, 'speechSynthesis', {
        value: {
          getVoices: () => [voice],
          cancel: () => undefined,
          speak: ({ text }: { text: string }) => spoken.push(text),
        },
      });
    });
    await page.goto('/read/lighthouse');
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await clickOn(page, SECOND, 0);
    await cardOf(page);
    await page.getByRole('button', { name: 'Listen' }).click();
    expect(await page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken)).toEqual([
      '灯塔',
    ]);
  });
});

describeReading('a word, by keyboard', (visit) => {
  it('is come to by the arrow keys in the row that has the focus, one stop of Tab for a row', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator('#s2 > .number').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => walkedTo(page)).toContain('灯塔 dēngtǎ');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => walkedTo(page)).toMatch(/^的/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => walkedTo(page)).toContain('灯塔');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('number');
    expect(await page.locator('#s2 [tabindex="0"]').count()).toBe(0);
  });

  it('is explained by Enter; Tab leads into the card, Escape back, and another leaves the word', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator('#s2 > .number').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => walkedTo(page)).toContain('灯塔');
    await page.keyboard.press('Enter');
    expect(await cardOf(page)).toContain('lighthouse');
    expect(new URL(page.url()).hash).toBe('');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator(CARD).innerText()).toMatch(/^的/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.card') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('number');
    expect(await page.locator(CARD).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await walkedTo(page)).toBe('');
  });

  it('leaves the arrow keys to a field, and to a row without Chinese', async () => {
    const page = await visit('/read/absent');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowRight');
    await page.locator('[data-search-box]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(100);
    expect(await walkedTo(page)).toBe('');
  });
});

describeReading('a word, by touch', (visit) => {
  it('is explained on a sheet', async () => {
    const page = await visit('/read/lighthouse', PHONE);
    await tapOn(page, SECOND, 0);
    const sheet = page.locator('dialog.leaf');
    await sheet.waitFor();
    expect(await sheet.innerText()).toContain('lighthouse');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
  });

  it('only reveals with the first touch, where the English is hidden', async () => {
    const page = await visit('/read/lighthouse?reveal=1', PHONE);
    await tapOn(page, SECOND, 0);
    await page.waitForTimeout(300);
    expect(await page.locator('dialog.leaf').count()).toBe(0);
    expect(await page.locator('#s2 > .en').evaluate((en) => getComputedStyle(en).visibility)).toBe('visible');
    await tapOn(page, SECOND, 0);
    await page.locator('dialog.leaf').waitFor();
  });

  it('a name, too, only reveals with the first touch', async () => {
    const page = await visit('/read/crew?reveal=1', PHONE);
    await page.locator(LIN).tap();
    await page.waitForTimeout(300);
    expect(new URL(page.url()).pathname).toBe('/read/crew');
    expect(await page.locator('dialog.leaf').count()).toBe(0);
    await page.locator(LIN).tap();
    await page.locator('dialog.leaf').waitFor();
  });
});

async function rest(page: Page): Promise<void> {
  const { x, y } = await placeOf(page, SECOND, 1);
  await page.mouse.move(x - 30, y - 60);
  await page.mouse.move(x, y);
  await page.waitForTimeout(100);
  await page.mouse.move(x + 1, y);
  await page.waitForTimeout(600);
}

async function cardOf(page: Page): Promise<string> {
  await page.locator(CARD).waitFor();
  return page.locator(CARD).innerText();
}

function walkedTo(page: Page): Promise<string> {
  return page.locator('.walked').evaluate((line) => line.textContent ?? '');
}
