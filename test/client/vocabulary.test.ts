import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeReading, PHONE } from './reading.ts';
import { violations } from './violation.ts';

const LIST = '/read/crew/words';

describeReading('the words of a text', (visit) => {
  it('can be marked, told in words, and the mark lasts', async () => {
    const page = await visit(LIST);
    await marking(page, '海上', 'known').click();
    expect(await status(page)).toBe('海上: known');
    await marking(page, '风浪', 'learn').click();
    expect(await status(page)).toBe('风浪: to learn');
    await page.reload();
    expect(await marksOf(page)).toEqual(['风浪 to learn', '海上 known'].sort());
    await marking(page, '海上', 'known').click();
    expect(await status(page)).toBe('海上: not marked');
    expect(await marksOf(page)).toEqual(['风浪 to learn']);
  });

  it('are shown by what they are marked as, with counts', async () => {
    const page = await visit(LIST);
    const all = await page.locator('.vocables > li').count();
    await marking(page, '海上', 'learn').click();
    await page.getByLabel('To learn').check();
    expect(await shown(page)).toEqual(['海上']);
    expect(await status(page)).toBe('Words shown: 1');
    expect(await counts(page)).toEqual([all, 1, all - 1, 0].map(String));
    await page.getByLabel('Known').check();
    expect(await shown(page)).toEqual([]);
    expect(await status(page)).toBe('There are no such words.');
    await page.getByLabel('Not marked').check();
    expect(await shown(page)).toHaveLength(all - 1);
  });

  it('can be worked through with keys alone: what is marked goes, and the next one waits', async () => {
    const page = await visit(LIST);
    await page.getByLabel('Not marked').check();
    const [first, second, third] = await shown(page);
    await marking(page, first ?? '', 'known').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(`${second} known`);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`${third} known`);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(`${second} known`);
    expect(await shown(page)).not.toContain(first);
  });

  it('that are to be learnt can be downloaded by themselves', async () => {
    const page = await visit(LIST);
    const button = page.getByRole('button', { name: 'Download only words to learn' });
    await button.click();
    await expect.poll(() => status(page)).toBe('No words are marked “to learn” yet.');
    await marking(page, '海上', 'learn').click();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('duidu-crew-learn.tsv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\n');
    expect(lines[0]).toBe('#separator:tab');
    const notes = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(notes.map((line) => line.split('\t')[1])).toEqual(['海上']);
  });

  it('follow what another page of the device marks', async () => {
    const page = await visit(LIST);
    const other = await page.context().newPage();
    await other.goto(LIST);
    await other.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await marking(other, '海上', 'known').click();
    await expect.poll(() => marksOf(page)).toEqual(['海上 known']);
    await marking(page, '风浪', 'known').click();
    await expect.poll(() => marksOf(other)).toEqual(['海上 known', '风浪 known'].sort());
  });

  it('can be marked where nothing may be remembered, as long as the page is open', async () => {
    const page = await visit('/about');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(LIST);
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await marking(page, '海上', 'known').click();
    await marking(page, '风浪', 'learn').click();
    expect(await marksOf(page)).toEqual(['海上 known', '风浪 to learn'].sort());
  });

  it.each(['{', 'null', '[1]', '{"海上":"<i>","风浪":{"a":1},"__proto__":"known"}', '"known"'])(
    'do not mind what else is remembered: %s',
    async (stored) => {
      const page = await visit('/about');
      await page.evaluate((text) => localStorage.setItem('duidu.words', text), stored);
      await page.goto(LIST);
      await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
      expect(await marksOf(page)).toEqual([]);
      await marking(page, '海上', 'known').click();
      expect(await marksOf(page)).toEqual(['海上 known']);
    },
  );

  it('keep to 20,000 marks, the last ones', async () => {
    const page = await visit('/about');
    await page.evaluate(() => {
      const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`词${index}`, 'known']));
      localStorage.setItem('duidu.words', JSON.stringify(many));
    });
    await page.goto(LIST);
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    await marking(page, '海上', 'learn').click();
    const kept = await page.evaluate(() =>
      Object.keys(JSON.parse(localStorage.getItem('duidu.words') ?? '{}')),
    );
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([20_000, '词1', '海上']);
  });

  it('are a plain list without JavaScript, with a file of all of them', async () => {
    const page = await visit(LIST, { javaScriptEnabled: false });
    expect(await page.locator('.vocables > li').count()).toBeGreaterThan(5);
    expect(
      await page.locator('.vocables button, .shows, .deck button').evaluateAll((all) => all.length),
    ).toBeGreaterThan(0);
    expect(await page.locator('.vocables button:visible, .shows:visible, .deck button:visible').count()).toBe(
      0,
    );
    expect(await page.getByRole('link', { name: 'Download for Anki' }).getAttribute('href')).toBe(
      '/read/crew/words.tsv',
    );
    await page.locator('.vocables .number').first().click();
    expect(new URL(page.url()).pathname).toBe('/read/crew');
  });

  it('do not run over the side of a phone, and can be touched', async () => {
    const page = await visit(LIST, PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await marking(page, '海上', 'learn').tap();
    expect(await marksOf(page)).toEqual(['海上 to learn']);
    const box = await marking(page, '海上', 'known').boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    expect(await violations(page)).toEqual([]);
  });
});

function marking(page: Page, word: string, mark: 'known' | 'learn') {
  return page.locator(`.vocables > [data-word="${word}"] button[value="${mark}"]`).first();
}

function status(page: Page): Promise<string | null> {
  return page.locator('main [role="status"]').textContent();
}

async function marksOf(page: Page): Promise<string[]> {
  const pressed = page.locator('.vocables [aria-pressed="true"]');
  const told = await pressed.evaluateAll((all) =>
    all.map((one) => `${one.closest<HTMLElement>('li')?.dataset.word} ${one.textContent}`),
  );
  return told.sort();
}

function shown(page: Page): Promise<string[]> {
  return page.locator('.vocables > li:visible .word').allTextContents();
}

function counts(page: Page): Promise<string[]> {
  return page.locator('main [data-count]').allTextContents();
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: button } = document;
    return `${button?.closest<HTMLElement>('li')?.dataset.word} ${button?.textContent}`;
  });
}
