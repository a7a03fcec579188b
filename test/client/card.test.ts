import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { HOSTILE } from './crew.ts';
import { CARD, LANTERN, LIN, moveTo, OLD_LIN, open, tabTo } from './pointing.ts';
import { DESKTOP, describeReading, enhanced, TABLET } from './reading.ts';
import { violations } from './violation.ts';

const NARROW = { viewport: { width: 390, height: 600 } };

describeReading('a card', (visit) => {
  it.each([
    ['desktop', DESKTOP],
    ['tablet', TABLET],
    ['narrow', NARROW],
    ['low', { viewport: { width: 640, height: 320 } }],
  ])('lies in the window, beside its mention and never over it: %s', async (_name, size) => {
    const page = await visit('/read/crew', size);
    await page.keyboard.press('Tab');
    const mentions = page.locator('.bitext .mention');
    for (let index = 0; index < (await mentions.count()); index += 1) {
      await mentions.nth(index).focus();
      const place = await page.evaluate(() => {
        const card = document.querySelector('.card')?.getBoundingClientRect();
        const lines = [...(document.querySelector('[aria-details]')?.getClientRects() ?? [])];
        if (card === undefined) return 'there is none';
        if (card.top < 0 || card.bottom > innerHeight) return `it reaches from ${card.top} to ${card.bottom}`;
        if (card.left < 0 || card.right > innerWidth) return `it reaches from ${card.left} to ${card.right}`;
        const covered = lines.some(({ top, bottom }) => top < card.bottom && bottom > card.top);
        return covered ? 'it covers its mention' : 'well';
      });
      expect([index, place]).toEqual([index, 'well']);
    }
  });

  it('moves no word of the text', async () => {
    const page = await visit('/read/crew');
    const before = await boxes(page);
    await open(page, LANTERN);
    expect(await boxes(page)).toEqual(before);
  });

  it('says what the name is, how it is written here, and what is known of it', async () => {
    const page = await visit('/read/crew');
    await open(page, OLD_LIN);
    const card = page.locator(CARD);
    expect(await page.locator(`${CARD} > .names`).innerText()).toMatch(/^林海 Lin Hai\s+person$/);
    expect(await card.locator('.written').innerText()).toBe('Written here as “老林”, a variant of its name');
    expect(await page.locator(`${CARD} > .figures`).innerText()).toMatch(/^Named [\d,]+ times in 2 texts/);
    expect(await card.locator('.documents').innerText()).toBe('The Book of Watches');
    expect(await card.locator('.relations').innerText()).toBe('created Lantern');
    await open(page, LIN);
    expect(await card.locator('.written').isVisible()).toBe(false);
  });

  it('is in the language of the interface', async () => {
    const page = await visit('/read/crew', { locale: 'zh-CN' });
    await open(page, '#k2 > .en > .mention >> nth=2');
    expect(await page.locator(`${CARD} .written`).innerText()).toBe('此处写作“Old Lin”，是另一种写法');
    expect(await page.locator(CARD).evaluate((card) => (card as HTMLElement).lang)).toBe('zh-Hans');
  });

  it('sets a hostile name as text', async () => {
    const page = await visit('/read/crew');
    await open(page, '#k3 > .zh > .mention');
    expect(await page.locator(`${CARD} .written`).innerText()).toBe(
      `Written here as “${HOSTILE}”, a misspelling`,
    );
    expect(await page.locator(`${CARD} > .names`).innerText()).toContain('Guild of <Lamplighters> & Sons');
    expect(await page.locator(`${CARD} i`).count()).toBe(0);
  });

  it('marks every mention of the same entity, in both columns, until it goes', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    const marked = page.locator('.is-same');
    const all = await page.locator('.mention[href$="lin-hai"]').count();
    await expect.poll(() => marked.count()).toBe(all);
    const texts = new Set(await marked.allTextContents());
    expect(texts).toEqual(new Set(['林海', '老林', 'Lin Hai', 'Old Lin']));
    await page.keyboard.press('Escape');
    await expect.poll(() => marked.count()).toBe(0);
  });

  it('stays off once it is switched off, until it is switched on again', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.keyboard.press('c');
    expect(await page.locator('.said').innerText()).toBe('Cards are off');
    expect(await page.locator(CARD).count()).toBe(0);
    await page.reload();
    await enhanced(page);
    await page.locator('.masthead .device > summary').click();
    const choice = page.getByLabel('Show cards');
    expect(await choice.isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await tabTo(page, LIN);
    await moveTo(page, LANTERN);
    await page.waitForTimeout(500);
    expect(await page.locator(`${CARD}, .is-same`).count()).toBe(0);
    await page.keyboard.press('c');
    expect(await page.locator('.said').innerText()).toBe('Cards are on');
    await tabTo(page, OLD_LIN);
    expect(await page.locator(CARD).count()).toBe(1);
  });

  it('goes when the view changes', async () => {
    const page = await visit('/read/crew');
    await tabTo(page, LIN);
    await page.keyboard.press('v');
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('is not copied with the text', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    const copied = await page.evaluate(() => {
      const text = document.querySelector('#k2 > .zh');
      if (text !== null) getSelection()?.selectAllChildren(text);
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true });
      document.dispatchEvent(event);
      return event.clipboardData?.getData('text/plain');
    });
    expect(copied).toBe('林海点亮了Lantern，老林笑了。');
  });

  it('is not printed, and a name prints as text', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(CARD).isVisible()).toBe(false);
    const line = await page.locator(LIN).evaluate((one) => getComputedStyle(one).textDecorationLine);
    expect(line).toBe('none');
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark', locale: 'zh-CN' }],
    ['narrow', { ...NARROW }],
  ] as const)('is open to everybody: %s', { timeout: 60_000 }, async (_name, look) => {
    const page = await visit('/read/crew', look);
    await open(page, OLD_LIN);
    await settled(page, CARD);
    expect(await violations(page)).toEqual([]);
  });

  it('opens within a page of 3,000 mentions, and touches nothing of it but the mention', async () => {
    const page = await visit('/read/watches');
    expect(await page.locator('.mention').count()).toBe(3000);
    await page.keyboard.press('Tab');
    const seen = await page.locator('#w40 > .zh > .mention').first().evaluate(lookOn);
    expect(seen).toEqual({ added: ['card'], changed: ['aria-details'], removed: 0 });
    // Its likes follow, some in each frame.
    await expect.poll(() => page.locator('.is-same').count()).toBe(2000);
  });
});

describeReading('a mention', (visit) => {
  it('is a plain link without JavaScript', async () => {
    const page = await visit('/read/crew', { javaScriptEnabled: false });
    await page.locator(LIN).hover();
    expect(await page.locator(CARD).count()).toBe(0);
    await page.locator(LIN).click();
    await page.waitForURL('**/entities/lin-hai');
  });

  it('is a plain link where nothing can be laid over the page', async () => {
    const page = await visit('/about');
    await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'));
    await page.goto('/read/crew');
    await enhanced(page);
    await tabTo(page, LIN);
    expect(await page.locator(CARD).count()).toBe(0);
  });
});

function boxes(page: Page): Promise<string[]> {
  return page
    .locator('.bitext :is(.row, .zh, .en, .mention)')
    .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
}

/** When nothing moves or fades any more. */
async function settled(page: Page, selector: string): Promise<void> {
  await page
    .locator(selector)
    .evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)));
}

interface Seen {
  readonly added: string[];
  readonly changed: string[];
  readonly removed: number;
}

/** In the page: what opening the card of `mention` does to the document. */
function lookOn(mention: HTMLElement | SVGElement): Seen {
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  mention.focus();
  document.body.getBoundingClientRect();
  const all = observer.takeRecords().filter(({ target }) => !(target as Element).closest('.card'));
  const own = all.filter(({ type, target }) => type === 'childList' || target instanceof HTMLAnchorElement);
  return {
    added: own.flatMap(({ addedNodes }) => [...addedNodes].map((node) => (node as Element).className)),
    changed: [...new Set(own.flatMap(({ attributeName }) => attributeName ?? []))].sort(),
    removed: all.length - own.length + own.flatMap(({ removedNodes }) => [...removedNodes]).length,
  };
}
