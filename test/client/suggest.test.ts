import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addressOf, describeReading, enhanced, PHONE } from './reading.ts';
import { violations } from './violation.ts';

describeReading('suggestions', (visit) => {
  it('come while one types, and a screen reader hears how many there are', async () => {
    const page = await visit('/about');
    await type(page, 'li');
    expect(await options(page)).toEqual(expect.arrayContaining([expect.stringMatching(/^Lin Hai person$/)]));
    const count = (await options(page)).length;
    await expect
      .poll(() => page.locator('.find [role="status"]').textContent())
      .toBe(`Suggestions: ${count}`);
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
  });

  it('are walked with the arrow keys, round and through the box', async () => {
    const page = await visit('/about');
    await type(page, 'l');
    const all = await options(page);
    expect(all.length).toBeGreaterThan(2);
    expect(await active(page)).toBe('');
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe(all[0]);
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe(all[1]);
    await page.keyboard.press('End');
    expect(await active(page)).toBe(all.at(-1));
    await page.keyboard.press('ArrowDown');
    expect(await active(page)).toBe('');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBe(all.at(-1));
    await page.keyboard.press('Home');
    expect(await active(page)).toBe(all[0]);
    expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('lead to a page with Enter, or by a click', async () => {
    const page = await visit('/about');
    await type(page, 'lin h');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/entities/lin-hai');
    await enhanced(page);
    await type(page, 'The Crew');
    await page.getByRole('option', { name: 'The Crew' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/crew');
  });

  it('leave Enter to the form while none is chosen', async () => {
    const page = await visit('/about');
    await type(page, 'lin');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/search?q=lin');
  });

  it('go with Escape, which keeps what was typed and where one is; a second one leaves the box', async () => {
    const page = await visit('/about');
    await type(page, 'lin');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await box(page).inputValue()).toBe('lin');
    expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => active(page)).not.toBe('');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('go with Tab, which goes on', async () => {
    const page = await visit('/about');
    await type(page, 'lin');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(false);
  });

  it('go where nothing begins so, and when the box is emptied', async () => {
    const page = await visit('/about');
    await type(page, 'lin');
    await box(page).pressSequentially('qqq');
    await expect.poll(() => page.getByRole('listbox').count()).toBe(0);
    expect(await page.locator('.find [role="status"]').textContent()).toBe('No suggestions');
    await box(page).fill('');
    await expect.poll(() => page.locator('.find [role="status"]').textContent()).toBe('');
  });

  it('do not come unasked: on a page with a query, by focus, or when one comes back', async () => {
    const page = await visit('/search?q=lin');
    await box(page).focus();
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.press('End');
    await type(page, ' h');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/search?q=lin+h');
    await page.goBack();
    await enhanced(page);
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox').count()).toBe(0);
  });

  it('wait until an input method is done, and leave it its keys', async () => {
    const page = await visit('/about');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/suggest')) asked.push(new URL(request.url()).searchParams.get('q') ?? '');
    });
    await box(page).focus();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'lin', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await box(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
    await client.send('Input.insertText', { text: '林' });
    await page.getByRole('listbox').waitFor();
    expect(asked).toEqual(['林']);
    await expect.poll(() => addressOf(page)).toBe('/about');
  });

  it('forget what was asked before, though its answer comes later', async () => {
    const page = await visit('/about');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/v1/suggest?q=l&*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await box(page).pressSequentially('l');
    await page.waitForTimeout(200);
    await box(page).pressSequentially('antern');
    await expect.poll(() => options(page)).toEqual(['Lantern project']);
    release();
    await page.waitForTimeout(200);
    expect(await options(page)).toEqual(['Lantern project']);
  });

  it('are not missed where the server cannot say', async () => {
    const page = await visit('/about');
    await page.route('**/api/v1/suggest*', (route) => route.fulfill({ status: 503, body: '{}' }));
    await box(page).pressSequentially('lin');
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => addressOf(page)).toBe('/search?q=lin');
  });

  it('speak the language of the interface, and fit the phone', async () => {
    const page = await visit('/search', { ...PHONE, locale: 'zh-CN' });
    await type(page, '林');
    expect(await options(page)).toEqual(expect.arrayContaining(['林海 人物']));
    const [list, width] = [await page.getByRole('listbox').boundingBox(), page.viewportSize()?.width ?? 0];
    expect(list?.x).toBeGreaterThanOrEqual(0);
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(width);
    await page.getByRole('option', { name: '林海' }).tap();
    await expect.poll(() => addressOf(page)).toBe('/entities/lin-hai');
  });

  it('make nothing of a name into markup', async () => {
    const page = await visit('/about');
    await type(page, '灯<i>');
    expect(await options(page)).toEqual([expect.stringContaining(`灯<i>"'&$&会`)]);
  });
});

function box(page: Page): Locator {
  return page.locator('[data-search-box]');
}

async function type(page: Page, text: string): Promise<void> {
  await box(page).pressSequentially(text);
  await page.getByRole('listbox').waitFor();
  // The list is that of all that was typed.
  await page.waitForTimeout(250);
}

function options(page: Page): Promise<string[]> {
  return page.getByRole('option').allTextContents();
}

/** What the box says is chosen; empty if nothing is. */
function active(page: Page): Promise<string> {
  return box(page).evaluate((input) => {
    const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    return option?.getAttribute('aria-selected') === 'true' ? option.textContent : '';
  });
}
