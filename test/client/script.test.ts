import { expect, it } from 'vitest';
import { addressOf, describeReading, enhanced, PHONE, topOf } from './reading.ts';

describeReading('the characters of a text', (visit) => {
  it.each([
    ['desktop', {}],
    ['phone', PHONE],
  ])('are chosen among the settings of the text, and the address tells them: %s', async (_name, size) => {
    const page = await visit('/read/lighthouse?view=stacked', size);
    await page.locator('.masthead .device > summary').click();
    await page.getByRole('link', { name: 'Traditional' }).click();
    await page.locator('#s2 > .zh[lang="zh-Hant"]').waitFor();
    expect(new URL(page.url()).search).toBe('?view=stacked&script=hant');
    await enhanced(page);
    expect(new URL(page.url()).search).toBe('?view=stacked&script=hant');
    expect(await page.locator('#s2 > .zh').textContent()).toMatch(/^燈塔的光每隔十秒/);
    const face = await page.locator('#s2 > .zh').evaluate((zh) => getComputedStyle(zh).fontFamily);
    expect(face).toContain('TC');
  });

  it('leave one at the row where one was', async () => {
    const page = await visit('/read/chronicle');
    await page.evaluate(() => document.getElementById('c3p5a')?.scrollIntoView({ block: 'start' }));
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-characters="hant"]')?.click());
    await page.locator('#c3p5a > .zh[lang="zh-Hant"]').waitFor();
    await enhanced(page);
    expect(new URL(page.url()).hash).not.toBe('');
    expect(Math.abs(await topOf(page, '#c3p5a'))).toBeLessThan(250);
  });

  it('are remembered for every text, give way to an address that names others, and are given up again', async () => {
    const page = await visit('/read/lighthouse');
    const choose = async (name: string) => {
      await page.locator('.masthead .device > summary').click();
      await page.getByRole('link', { name }).click();
      await page.waitForLoadState();
      await enhanced(page);
    };
    await choose('Traditional');
    await page.goto('/read/chronicle?notes=0#c1');
    await page.locator('.row .zh[lang="zh-Hant"]').first().waitFor();
    await enhanced(page);
    expect(addressOf(page)).toBe('/read/chronicle?notes=0&script=hant#c1');
    await page.goto('/read/chronicle?script=hans');
    await enhanced(page);
    expect(await page.locator('#c1p1a .zh').getAttribute('lang')).toBe('zh-Hans');
    await choose('Simplified');
    await page.goto('/read/lighthouse');
    await enhanced(page);
    expect(addressOf(page)).toBe('/read/lighthouse');
    expect(await page.locator('#s2 > .zh').getAttribute('lang')).toBe('zh-Hans');
  });

  it('are asked for anew once, without a step more to go back through, and the other ones are never seen', async () => {
    const page = await visit('/about');
    await page.evaluate(() => localStorage.setItem('duidu.script', 'hant'));
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) asked.push(new URL(request.url()).search);
    });
    await page.addInitScript(() => {
      const seen = new Set<string>();
      const look = () => {
        const zh = document.querySelector<HTMLElement>('.row .zh');
        if (zh?.checkVisibility({ visibilityProperty: true })) seen.add(zh.lang);
        sessionStorage.setItem('seen', [sessionStorage.getItem('seen') ?? '', ...seen].join(' '));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto('/read/chronicle');
    await page.locator('#c1 .zh[lang="zh-Hant"]').waitFor();
    await enhanced(page);
    expect(asked).toEqual(['', '?script=hant']);
    expect(await page.evaluate(() => sessionStorage.getItem('seen'))).not.toContain('zh-Hans');
    await page.goBack();
    await expect.poll(() => addressOf(page)).toBe('/about');
  });

  it('stay when the view changes, and in what is copied', async () => {
    const page = await visit('/read/lighthouse?script=hant');
    await page.keyboard.press('v');
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked&script=hant');
    expect(await page.locator('.pager .next').getAttribute('href')).toContain('view=stacked&script=hant');
    const copied = await page.evaluate(() => {
      const zh = document.querySelector('#s2 > .zh');
      if (zh !== null) getSelection()?.selectAllChildren(zh);
      const clipboardData = new DataTransfer();
      document.dispatchEvent(new ClipboardEvent('copy', { clipboardData, cancelable: true }));
      return clipboardData.getData('text/plain');
    });
    expect(copied).toBe('燈塔的光每隔十秒掃過海面一次。');
  });

  it('are links without JavaScript', async () => {
    const page = await visit('/read/lighthouse', { javaScriptEnabled: false });
    await page.locator('.masthead .device > summary').click();
    await page.getByRole('link', { name: 'Traditional' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?script=hant');
    expect(await page.locator('#s2 > .zh').getAttribute('lang')).toBe('zh-Hant');
    await page.getByRole('link', { name: 'Stacked' }).click();
    await expect.poll(() => addressOf(page)).toBe('/read/lighthouse?view=stacked&script=hant');
  });
});
