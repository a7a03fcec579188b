import { expect, it } from 'vitest';
import { CARD, FAR, LANTERN, LIN, moveTo, open, withClock } from './pointing.ts';
import { describeReading } from './reading.ts';

describeReading('a card, by mouse', (visit) => {
  it('opens where the mouse has rested for 300 ms, and not before', async () => {
    const page = await withClock(visit);
    await moveTo(page, LIN);
    await page.clock.runFor(299);
    expect(await page.locator(CARD).count()).toBe(0);
    await page.clock.runFor(1);
    expect(await page.locator(CARD).innerText()).toContain('Lin Hai minds the light by the sea.');
  });

  it('stays while it is pointed at, and goes 300 ms after the mouse has left', async () => {
    const page = await withClock(visit);
    await moveTo(page, LIN);
    await page.clock.runFor(300);
    await moveTo(page, CARD);
    await page.clock.runFor(5000);
    expect(await page.locator(CARD).count()).toBe(1);
    await page.mouse.move(4, 400);
    await page.clock.runFor(299);
    expect(await page.locator(CARD).count()).toBe(1);
    await page.clock.runFor(1);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('waits until the mouse rests', async () => {
    const page = await withClock(visit);
    const name = await page.locator('#k3 > .en > .mention').boundingBox();
    for (let step = 0; step < 10; step += 1) {
      await page.mouse.move((name?.x ?? 0) + 4 + 6 * step, (name?.y ?? 0) + 8);
      await page.clock.runFor(200);
    }
    expect(await page.locator(CARD).count()).toBe(0);
    await page.clock.runFor(100);
    expect(await page.locator(CARD).count()).toBe(1);
  });

  it('never opens because the page was scrolled under the mouse', async () => {
    const page = await visit('/read/crew');
    const name = page.locator(FAR);
    await name.evaluate((one) => scrollTo(0, one.getBoundingClientRect().top - 400));
    const box = await name.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 110];
    await page.mouse.move(x, y + 1);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -100);
    // The browser itself must have come to think that the name is pointed at.
    await expect.poll(() => name.evaluate((one) => one.matches(':hover'))).toBe(true);
    await page.waitForTimeout(500);
    expect(await page.locator(CARD).count()).toBe(0);
    // A movement of the hand is enough.
    await page.mouse.move(x + 1, y);
    await page.locator(CARD).waitFor();
  });

  it('goes when the page is scrolled', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.mouse.wheel(0, 60);
    await page.locator(CARD).waitFor({ state: 'detached' });
  });

  it('does not come while a selection is drawn over names', async () => {
    const page = await withClock(visit);
    const text = await page.locator('#k2 > .zh').boundingBox();
    await page.mouse.move((text?.x ?? 0) + 300, (text?.y ?? 0) + 15);
    await page.mouse.down();
    await moveTo(page, LIN);
    await page.clock.runFor(1000);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('leaves a click to the link', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.locator(LIN).click();
    await page.waitForURL('**/entities/lin-hai');
  });

  it('comes one at a time', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.keyboard.press('Tab');
    await page.locator('#k3 > .en > .mention').focus();
    expect(await page.locator(CARD).count()).toBe(1);
    await open(page, LANTERN);
    expect(await page.locator(CARD).count()).toBe(1);
    expect(await page.locator(CARD).innerText()).toContain('Lantern minds the light');
  });

  it('closes by Escape, and does not come back while the mouse is there', async () => {
    const page = await withClock(visit);
    await moveTo(page, LIN);
    await page.clock.runFor(300);
    await page.keyboard.press('Escape');
    expect(await page.locator(CARD).count()).toBe(0);
    await page.mouse.move(2, 2);
    await moveTo(page, LIN);
    await page.clock.runFor(300);
    await page.keyboard.press('Escape');
    const name = await page.locator(LIN).boundingBox();
    await page.mouse.move((name?.x ?? 0) + 6, (name?.y ?? 0) + 6);
    await page.clock.runFor(1000);
    expect(await page.locator(CARD).count()).toBe(0);
  });

  it('closes by a click elsewhere', async () => {
    const page = await visit('/read/crew');
    await open(page, LIN);
    await page.mouse.click(4, 400);
    expect(await page.locator(CARD).count()).toBe(0);
  });
});
