import type { Page } from 'playwright-core';
import type { Visit } from './reading.ts';
import { enhanced } from './reading.ts';

/** Names on the crew's page, and what comes up for them. */
export const CARD = '.card';
export const LIN = '#k2 > .zh > .mention >> nth=0';
export const LANTERN = '#k2 > .zh > .mention >> nth=1';
export const OLD_LIN = '#k2 > .zh > .mention >> nth=2';
export const FAR = '#k24 > .zh > .mention';

/** The crew's page, where time goes only as the test lets it. */
export async function withClock(visit: Visit): Promise<Page> {
  const page = await visit('/about');
  await page.clock.install();
  await page.goto('/read/crew');
  await enhanced(page);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  return page;
}

export async function moveTo(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`nothing to point at: ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 12));
}

/** By mouse, in the time that it takes. */
export async function open(page: Page, selector: string): Promise<void> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  await moveTo(page, selector);
  await page.waitForFunction((mention) => mention?.hasAttribute('aria-details'), await page.$(selector));
}

/** As by Tab: the browser shows the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.keyboard.press('Shift');
  await page.locator(selector).focus();
}
