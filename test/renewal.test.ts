import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duidu } from './duidu.ts';
import { startDuidu } from './duidu.ts';

const run = promisify(execFile);

describe('a corpus that changes while it is served', () => {
  let folder: string;
  let duidu: Duidu;

  const duiduIn = (...command: string[]) =>
    run(process.execPath, ['bin/duidu.js', ...command], { env: { ...process.env, ...settings() } });
  const settings = () => ({
    DUIDU_CORPUS: join(folder, 'corpus'),
    DUIDU_DATA: join(folder, 'data'),
    DUIDU_SOURCES: folder,
  });
  const bringIn = async (id: string, text: string): Promise<void> => {
    await writeFile(join(folder, `${id}.md`), text);
    await duiduIn('import', join(folder, `${id}.md`));
  };
  const get = async (path: string): Promise<string> => (await fetch(`${duidu.url}${encodeURI(path)}`)).text();
  const eventually = { timeout: 10_000, interval: 100 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duidu-renewal-'));
    await bringIn('harbour', '# 港口\n\n船在落潮时进港。\n');
    duidu = await startDuidu(settings());
  });
  afterAll(async () => {
    await duidu?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('has a text that is imported, with its words and in search, without a restart', async () => {
    await bringIn('beacon', '# 灯标\n\n灯标每夜点亮。\n');
    await expect.poll(() => get('/'), eventually).toContain('/read/beacon');
    expect(await get('/read/beacon')).toContain('灯标每夜点亮。');
    expect(await get('/api/v1/search?q=点亮')).toContain('beacon');
    expect(await get('/words?document=beacon&segment=s2')).toContain('data-at="0-2"');
    expect(await get('/read/harbour')).toContain('船在落潮时进港。');
  });

  it('has a gloss that somebody writes', async () => {
    await writeFile(
      join(folder, 'corpus/documents/beacon/gloss.en.yaml'),
      'language: en\nglosses:\n  s2: The beacon is lit every night.\n',
    );
    await expect.poll(() => get('/read/beacon'), eventually).toContain('The beacon is lit every night.');
  });

  it('is served as it was while it cannot be read', async () => {
    const shelf = join(folder, 'corpus/corpus.yaml');
    await appendFile(shelf, '\n: : :\n[');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await get('/')).toContain('/read/harbour');
    expect((await fetch(`${duidu.url}/healthz`)).status).toBe(200);
  });
});
