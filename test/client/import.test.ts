import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../server/cli/main.ts';
import { describeInBrowser } from '../browser.ts';
import type { Duidu } from '../duidu.ts';
import { startDuidu } from '../duidu.ts';

describeInBrowser('the page of imports', (open) => {
  let folder: string;
  let duidu: Duidu;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duidu-import-form-'));
    const file = join(folder, 'first.md');
    await writeFile(file, '# 第一篇\n\n潮水退了。\n');
    const env = { DUIDU_CORPUS: join(folder, 'corpus'), DUIDU_DATA: join(folder, 'data') };
    expect(await main(['import', file], env, { say: String, complain: String })).toBe(0);
    duidu = await startDuidu(env, ['--writable']);
  });
  afterAll(async () => {
    await duidu?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  // What a browser says of where a form comes from, only a browser says.
  it.each([
    ['with its scripts', true, '港口很远。', '/read/gang-kou-hen-yuan'],
    ['without JavaScript', false, '船明天才来。', '/read/chuan-ming-tian-cai-lai'],
  ])('takes what a browser sends from it, %s', async (_, javaScriptEnabled, text, address) => {
    const page = await open({ javaScriptEnabled });
    await page.goto(`${duidu.url}/import`);
    await page.locator('#import_text').fill(text);
    await page.getByRole('button', { name: 'Import' }).click();
    await expect.poll(() => new URL(page.url()).pathname, { timeout: 10_000 }).toBe(address);
    expect(await page.locator('main').innerText()).toContain(text.slice(0, 2));
  });
});
