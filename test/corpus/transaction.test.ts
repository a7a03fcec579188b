import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finishInterrupted } from '../../server/corpus/lock.ts';
import { settle, writeTogether } from '../../server/corpus/transaction.ts';
import { folderWith } from './folder.ts';

const NAMES = ['corpus.yaml', 'documents/a/text.md', 'documents/a/segments.json', 'originals/a.epub'];
const filesOf = (content: string): Map<string, string> => new Map(NAMES.map((name) => [name, content]));
const contents = async (corpus: string): Promise<string[]> =>
  Promise.all(NAMES.map((name) => readFile(join(corpus, name), 'utf8').catch(() => '')));

describe('writeTogether', () => {
  it('writes all files, those of folders that are there and those of new ones, and leaves nothing else', async () => {
    const corpus = await folderWith({ 'documents/a/gloss.en.yaml': '一', 'corpus.yaml': '旧' });
    await writeTogether(corpus, filesOf('新'));
    expect(await contents(corpus)).toEqual(['新', '新', '新', '新']);
    expect((await readdir(corpus)).sort()).toEqual(['corpus.yaml', 'documents', 'originals']);
    expect(await readFile(join(corpus, 'documents/a/gloss.en.yaml'), 'utf8')).toBe('一');
  });

  it('changes nothing when one of them cannot be written', async () => {
    const corpus = await folderWith({ 'corpus.yaml': '旧' });
    await mkdir(join(corpus, 'documents/a/segments.json'), { recursive: true });
    await expect(writeTogether(corpus, filesOf('新'))).rejects.toThrow(
      'segments.json cannot be written there (EISDIR)',
    );
    expect(await contents(corpus)).toEqual(['旧', '', '', '']);
    expect((await readdir(corpus)).sort()).toEqual(['corpus.yaml', 'documents']);
  });

  it('leaves all old or all new files when it is killed at any moment, once somebody has looked', async () => {
    const corpus = await folderWith({});
    await writeTogether(corpus, filesOf('0'.repeat(50_000)));
    const url = (name: string): string =>
      JSON.stringify(new URL(`../../server/corpus/${name}.ts`, import.meta.url).href);
    const writer = `
      import { alone } from ${url('lock')}; import { writeTogether } from ${url('transaction')};
      const names = ${JSON.stringify(NAMES)};
      for (let i = 0; ; i = (i + 1) % 10) { await alone(${JSON.stringify(corpus)}, () => writeTogether(${JSON.stringify(corpus)}, new Map(names.map((name) => [name, String(i).repeat(50_000)])))); if (i === 3) console.log('on'); }`;
    for (let round = 0; round < 8; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', writer], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await setTimeout(round * 3);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await finishInterrupted(corpus);
      const [first, ...others] = await contents(corpus);
      expect(first).toMatch(/^(\d)\1{49999}$/);
      expect(others.every((one) => one === first)).toBe(true);
    }
  });
});

describe('settle', () => {
  it('finishes what was decided, and removes what was only prepared', async () => {
    const corpus = await folderWith({
      'corpus.yaml': '旧',
      'documents/a/text.md': '旧',
      '.decided/corpus.yaml': '新',
      '.decided/documents/a/text.md': '新',
      '.prepared.00000000-0000-4000-8000-000000000000/corpus.yaml': '半',
    });
    await settle(corpus);
    expect((await contents(corpus)).slice(0, 2)).toEqual(['新', '新']);
    expect((await readdir(corpus)).sort()).toEqual(['corpus.yaml', 'documents']);
    await writeFile(join(corpus, 'corpus.yaml'), '后');
    await settle(corpus);
    expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).toBe('后');
  });
});
