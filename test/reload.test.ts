import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderWith } from './corpus/folder.ts';
import { startDuidu } from './duidu.ts';

describe('a server that runs', () => {
  it('shows and finds a text that is imported meanwhile, and goes on with the old library where the new one cannot be read', {
    timeout: 60_000,
  }, async () => {
    const texts = await folderWith({
      'lamp.md': '# 灯\n\n灯很亮。\n',
      'boat.md': '# 船\n\n島上的人都說，遠處有船。\n',
    });
    const env = { DUIDU_CORPUS: await folderWith({}), DUIDU_DATA: await folderWith({}) };
    const bring = (name: string): void => {
      const argv = ['bin/duidu.js', 'import', join(texts, name)];
      expect(spawnSync(process.execPath, argv, { env: { ...process.env, ...env } }).status).toBe(0);
    };
    bring('lamp.md');
    const { url, stop } = await startDuidu(env);
    const until = async (
      address: string,
      sought: (response: Response, text: string) => boolean,
    ): Promise<string> => {
      for (;;) {
        const response = await fetch(url + address);
        const text = await response.text();
        if (sought(response, text)) return text;
        await setTimeout(100);
      }
    };
    try {
      expect((await fetch(`${url}/read/boat`)).status).toBe(404);
      bring('boat.md');
      expect(await until('/read/boat', ({ ok }) => ok)).toContain('<p class="zh" lang="zh-Hant"');
      // Traditional characters are found by simplified ones.
      await until(`/search?q=${encodeURIComponent('远处')}`, (_, text) => text.includes('/read/boat'));
      const shelf = join(env.DUIDU_CORPUS, 'corpus.yaml');
      await writeFile(shelf, '{broken: [');
      await setTimeout(2_500);
      expect((await fetch(`${url}/read/boat`)).status).toBe(200);
    } finally {
      await stop();
    }
  });
});
