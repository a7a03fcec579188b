import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AlignedServer } from '../aligned.ts';
import { startAligned } from '../aligned.ts';
import { describeInBrowser } from '../browser.ts';

describeInBrowser('the page of imports', (open) => {
  let server: AlignedServer;
  beforeAll(async () => {
    server = await startAligned(['--writable']);
  });
  afterAll(() => server?.stop());

  it('takes what a browser sends from it', async () => {
    const page = await open({ baseURL: server.url });
    await page.goto('/import');
    await page.locator('#import_text').fill('潮水退了。');
    await page.locator('[name="id"]').fill('tide');
    await page.locator('form.bring button').click();
    await page.waitForURL('**/read/tide');
    expect(await page.locator('.row .zh').first().textContent()).toContain('潮水退了。');
  });
});
