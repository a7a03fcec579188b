import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duidu-reporter-'));
  await mkdir(join(folder, 'test'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Run files of tests as `npm test` would; the last lines of what it prints, and its exit code. */
async function run(
  files: Readonly<Record<string, string>>,
): Promise<{ code: number | null; lines: string[] }> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'test', name), text);
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      resolve('node_modules/vitest/vitest.mjs'),
      'run',
      '--globals',
      `--root=${folder}`,
      `--config=${resolve('vitest.config.ts')}`,
    ],
    { encoding: 'utf8', env: { ...process.env, CI: 'true', NO_COLOR: '1' } },
  );
  return { code: status, lines: stdout.trimEnd().split('\n') };
}

describe('the last line of a run', () => {
  it('counts the tests that passed', async () => {
    const { code, lines } = await run({ 'a.test.ts': `it('a', () => {}); it('b', () => {});` });
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('counts what was skipped, and says why before it', async () => {
    const { code, lines } = await run({
      'a.test.ts': `it('a', () => {}); it('b', ({ skip }) => skip('no moon')); it.todo('c');`,
      'b.test.ts': `describe('night', () => { beforeEach(({ skip }) => skip('no moon')); it('d', () => {}); });`,
    });
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 3 skipped');
    expect(lines.slice(-3, -1).sort()).toEqual(['1 skipped: not run', '2 skipped: no moon']);
    expect(code).toBe(0);
  });

  it('counts as failed what broke outside of the tests', async () => {
    const { code, lines } = await run({
      'fails.test.ts': `it('a', () => expect(1).toBe(2)); it('b', () => {});`,
      'unreadable.test.ts': `it('a', () => {}); throw new Error('broken');`,
      'suite.test.ts': `describe('x', () => { afterAll(() => { throw new Error('late'); }); it('a', () => {}); });`,
      'uncaught.test.ts': `it('a', () => { Promise.reject(new Error('nobody listens')); });`,
    });
    expect(lines.at(-1)).toBe('3 passed, 4 failed');
    expect(code).toBe(1);
  });
});
