import type { Page } from 'playwright-core';

/** Where the middle of a character is. */
export async function placeOf(page: Page, selector: string, at: number): Promise<{ x: number; y: number }> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  return page.locator(selector).evaluate((zh, offset) => {
    const walker = document.createTreeWalker(zh, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest('.marker, .reference')) continue;
      if (left < node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      left -= node.length;
    }
    throw new Error(`no character ${offset}`);
  }, at);
}

export async function clickOn(page: Page, selector: string, at: number): Promise<void> {
  const { x, y } = await placeOf(page, selector, at);
  await page.mouse.click(x, y);
}

export async function tapOn(page: Page, selector: string, at: number): Promise<void> {
  const { x, y } = await placeOf(page, selector, at);
  await page.touchscreen.tap(x, y);
}

export async function select(page: Page, selector: string, start: number, end: number): Promise<void> {
  const from = await placeOf(page, selector, start);
  const to = await placeOf(page, selector, end - 1);
  await page.mouse.move(from.x - 8, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 8, to.y, { steps: 4 });
  await page.mouse.up();
}
