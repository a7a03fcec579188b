import { expect, it } from 'vitest';
import { addressOf, describeReading, PHONE } from './reading.ts';

const SCRIPTLESS = { javaScriptEnabled: false };

describeReading('without JavaScript', (visit) => {
  it('a view, hidden English and notes are links that load the page as it is to be seen', async () => {
    const page = await visit('/read/lighthouse', SCRIPTLESS);
    await page.getByRole('link', { name: 'Stacked' }).click();
    await page.getByRole('link', { name: 'Hide English' }).click();
    await page.getByRole('link', { name: 'Notes' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked&reveal=1&notes=0');
    const { view, reveal, notes } = await page
      .locator('html')
      .evaluate(({ dataset }) => ({ view: dataset.view, reveal: dataset.reveal, notes: dataset.notes }));
    expect({ view, reveal, notes }).toEqual({ view: 'stacked', reveal: '1', notes: '0' });
  });

  it.each([
    ['desktop', {}],
    ['phone', PHONE],
  ])('a marker leads into its note and opens it: %s', async (_name, size) => {
    const page = await visit('/read/lighthouse', { ...size, ...SCRIPTLESS });
    expect(await page.locator('#note_n1').isVisible()).toBe(false);
    await page.locator('#mark_n1').click();
    expect(await page.locator('#note_n1').isVisible()).toBe(true);
    await page.locator('#s2 .note > summary').click();
    expect(await page.locator('#note_n1').isVisible()).toBe(false);
  });

  it('a marker opens its note in Chinese alone, too', async () => {
    const page = await visit('/read/lighthouse?view=zh', { ...PHONE, ...SCRIPTLESS });
    await page.locator('#mark_n1').click();
    expect(await page.locator('#note_n1').isVisible()).toBe(true);
  });

  it('the contents open, and lead to their headings', async () => {
    const page = await visit('/read/chronicle', SCRIPTLESS);
    await page.locator('.contents > summary').click();
    await page.getByRole('link', { name: 'Chapter 3' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/chronicle#c3');
  });

  it('a footnote is reached from the text, and the text from the footnote', async () => {
    const page = await visit('/read/lighthouse', SCRIPTLESS);
    const reference = page.getByLabel('Footnote 1');
    const id = await reference.getAttribute('id');
    await reference.click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse#s17');
    await page.getByLabel('Back to reference 1').click();
    await expect.poll(() => addressOf(page)).toBe(`/read/lighthouse#${id}`);
  });

  it('nothing is offered that needs it', async () => {
    for (const path of ['/', '/read/lighthouse', '/about']) {
      const page = await visit(path, SCRIPTLESS);
      // In the reader, the characters of the text are among the settings, and are links.
      for (const menu of await page.locator('.device:visible > summary').all()) await menu.click();
      expect(await page.locator('.device fieldset:visible').count()).toBe(0);
      expect(await page.locator('.device:not(:has(.scripts)):visible, dialog:visible').count()).toBe(0);
    }
  });

  it('one searches, and a hit leads to its sentence', async () => {
    const page = await visit('/', SCRIPTLESS);
    await page.getByRole('searchbox').fill('别看钟');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=*');
    expect(await page.locator('.zh mark').allTextContents()).toEqual(['别看钟']);
    await page.getByRole('link', { name: 'Sentence 3' }).click();
    await expect.poll(() => addressOf(page)).toMatch(/^\/read\/lighthouse.*#s3$/);
  });

  it('the language of the interface changes, and stays', async () => {
    const page = await visit('/read/lighthouse?view=stacked', SCRIPTLESS);
    await page.getByRole('link', { name: '简体中文' }).click();
    expect(await page.locator('html').getAttribute('data-view')).toBe('stacked');
    await page.goto('/about');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });
});
