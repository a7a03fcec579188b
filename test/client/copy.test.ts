import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeReading } from './reading.ts';

describeReading('copying', (visit) => {
  it('gives the Chinese of a selection that began in Chinese, without numbers and markers', async () => {
    const page = await visit('/read/lighthouse');
    expect(await copied(page, '#s2 > .zh', '#s3 > .en')).toBe(
      '灯塔的光每隔十秒扫过海面一次。守塔人说：“风大时，别看钟。”',
    );
  });

  it('gives the English of one that began in English', async () => {
    const page = await visit('/read/lighthouse');
    expect(await copied(page, '#s2 > .en', '#s3 > .en')).toBe(
      'Its light sweeps the sea every ten seconds. The keeper said, “When the wind is high, do not watch the clock.”',
    );
  });

  it('goes by where the selection began, not by where it stands first', async () => {
    const page = await visit('/read/lighthouse');
    await select(page, '#s3 > .en', '#s2 > .zh', true);
    expect(await clipboard(page)).toContain('The keeper said');
    expect(await clipboard(page)).not.toContain('守塔人');
  });

  it('sets paragraphs apart and keeps items on lines of their own', async () => {
    const page = await visit('/read/lighthouse');
    expect(await copied(page, '#s3 > .zh', '#s9 > .en')).toBe(
      [
        '守塔人说：“风大时，别看钟。”',
        '夜里',
        '<script>alert("x")</script> & <i>斜\'体</i> 𠮷\u200f',
        '擦镜\n先除盐\n上弦',
        '海不记账。',
      ].join('\n\n'),
    );
  });

  it('gives part of a sentence where the selection ends within it', async () => {
    const page = await visit('/read/lighthouse');
    await page.evaluate(() => {
      const text = document.querySelector('#s9 > .zh')?.firstChild ?? document.body;
      getSelection()?.setBaseAndExtent(text, 1, text, 4);
    });
    expect(await clipboard(page)).toBe('不记账');
  });

  it('ends with the text where the selection ends before the next sentence', async () => {
    const page = await visit('/read/lighthouse');
    await page.evaluate(() => {
      const [from, to] = [document.querySelector('#s2 > .zh'), document.querySelector('#s9 > .zh')];
      if (from !== null && to !== null) getSelection()?.setBaseAndExtent(from, 0, to, 0);
    });
    expect(await clipboard(page)).toMatch(/上弦$/);
  });

  it('leaves out what only says that there is no English', async () => {
    const page = await visit('/read/lighthouse');
    expect(await copied(page, '#s10 > .en', '#s16 > .en')).not.toContain('no English yet');
  });

  it('shows what it will give: a selection by mouse stays in its column', async () => {
    const page = await visit('/read/lighthouse');
    const from = await page.locator('#s2 > .zh').boundingBox();
    const to = await page.locator('#s4 .en').boundingBox();
    if (from === null || to === null) throw new Error('nothing to select');
    await page.mouse.move(from.x + 2, from.y + 18);
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 14, { steps: 8 });
    await page.mouse.up();
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toContain('灯塔的光');
    // Neither the other column, nor a note, nor the English of a heading.
    for (const other of ['Its light', 'background', 'By night']) expect(selected).not.toContain(other);
    expect(await clipboard(page)).toContain('灯塔的光');
  });

  it('gives the Chinese of the whole text where all of the page is selected', async () => {
    const page = await visit('/read/lighthouse');
    await page.keyboard.press('Control+a');
    const all = await clipboard(page);
    expect(all).toContain('灯塔的光每隔十秒扫过海面一次。守塔人说：“风大时，别看钟。”');
    expect(all).not.toMatch(/sweeps the sea|Library|Contents/);
  });

  it('is the browser’s own in a note', async () => {
    const page = await visit('/read/lighthouse');
    await page.locator('#mark_n1').click();
    expect(await copied(page, '#note_n1 > p:first-child', '#note_n1 > p:first-child')).toBe(
      'A note on 每隔十秒',
    );
  });
});

async function copied(page: Page, from: string, to: string): Promise<string> {
  await select(page, from, to);
  return clipboard(page);
}

/** Select from the beginning of one element to the end of another, or backwards. */
function select(page: Page, from: string, to: string, isBackwards = false): Promise<void> {
  return page.evaluate(
    ([start = '', end = '', backwards]) => {
      const [first, last] = [document.querySelector(start), document.querySelector(end)];
      if (first === null || last === null) throw new Error('nothing to select');
      if (backwards === 'yes') getSelection()?.setBaseAndExtent(first, first.childNodes.length, last, 0);
      else getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
    },
    [from, to, isBackwards ? 'yes' : 'no'],
  );
}

/** What the clipboard would hold: what the page puts there, or else what the browser does. */
function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => {
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    document.dispatchEvent(event);
    return event.clipboardData?.getData('text/plain') || (getSelection()?.toString() ?? '');
  });
}
