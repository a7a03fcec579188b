import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../server/corpus/write.ts';
import { folderWith } from './folder.ts';

describe('writeWhole', () => {
  it('makes the folders that lead to a file, and leaves nothing else behind', async () => {
    const folder = await folderWith({});
    await writeWhole(join(folder, 'a/b/c.txt'), '一');
    await writeWhole(join(folder, 'a/b/c.txt'), '二');
    expect(await readdir(join(folder, 'a/b'))).toEqual(['c.txt']);
    expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('二');
  });

  it('leaves the old file and no draft when it cannot write', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'taken/inside'), { recursive: true });
    await expect(writeWhole(join(folder, 'taken'), '一')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('leaves the old or the new content, whole, when it is killed at any moment', async () => {
    const folder = await folderWith({ 'file.txt': 'a'.repeat(400_000) });
    const path = join(folder, 'file.txt');
    const writer = `
      import { writeWhole } from ${JSON.stringify(new URL('../../server/corpus/write.ts', import.meta.url).href)};
      for (let i = 0; ; i += 1) { await writeWhole(${JSON.stringify(path)}, 'ab'[i % 2].repeat(400_000)); if (i === 3) console.log('on'); }`;
    for (let round = 0; round < 4; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', writer], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await readFile(path, 'utf8')).toMatch(/^(?:a{400000}|b{400000})$/);
    }
  });
});
