import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../corpus/folder.ts';
import { run } from './run.ts';

async function corpusWith(text: string): Promise<{ env: Record<string, string>; corpus: string }> {
  const corpus = await folderWith({});
  const path = join(await folderWith({ 'lamp.md': text }), 'lamp.md');
  const env = { DUIDU_CORPUS: corpus };
  expect((await run(['import', path], env)).code).toBe(0);
  return { env, corpus };
}

describe('duidu', () => {
  it('lists its commands, and says which word it does not know', async () => {
    expect((await run(['help'])).out).toContain('duidu check [--strict] [--quiet]');
    expect(await run(['chekc'])).toEqual({
      code: 2,
      out: '',
      err: 'duidu: there is no command “chekc”; duidu help lists them\n',
    });
    expect((await run([])).code).toBe(2);
    expect((await run(['__proto__'])).code).toBe(2);
  });

  it('refuses words that do not fit, with 2', async () => {
    expect(await run(['check', '--fast'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['import'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^duidu: it takes FILE… \[--id ID\] .*\[--outside\] .*\n$/),
    });
  });

  it('refuses a bad setting in one line, with 1', async () => {
    expect(await run(['check'], { PORT: 'http' })).toEqual({
      code: 1,
      out: '',
      err: 'duidu: PORT must be a number from 0 to 65535, not “http”; 0 picks a free one\n',
    });
  });

  it('never lets a text move the cursor', async () => {
    const { env } = await corpusWith('# 灯\n\n\u001b[2J\u202e红灯。\n');
    const { out } = await run(['ledger', 'lamp'], env);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('红灯。');
  });
});

describe('duidu check', () => {
  it('is 0 with infos, 1 with errors, and with --strict 1 with warnings', async () => {
    const { env, corpus } = await corpusWith('# 灯\n\n有灯。\n');
    expect(await run(['check'], env)).toMatchObject({ code: 0 });
    expect((await run(['check', '--quiet'], env)).out).toBe('✔ nothing found in 5 files\n');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(corpus, 'documents/lamp/text.md'), '# 灯\n\n没有灯。\n');
    expect(await run(['check', '--quiet'], env)).toMatchObject({ code: 0 });
    expect(await run(['check', '--strict'], env)).toMatchObject({ code: 1 });
    await writeFile(join(corpus, 'documents/lamp/gloss.en.yaml'), 'glosses: [');
    const { code, out } = await run(['check'], env);
    expect(code).toBe(1);
    expect(out).toMatch(/documents\/lamp\/gloss\.en\.yaml\n {2}1:11 +error +syntax/);
    expect(out).toMatch(/✖ 1 error, 1 warning, 1 info in 3 of 5 files\n$/);
  });
});

describe('duidu ledger', () => {
  const shown = async (env: Record<string, string>): Promise<string[]> =>
    (await run(['ledger', 'lamp'], env)).out
      .trim()
      .split('\n')
      .map((line) => line.trim());

  it('lists segments, and joins, splits and reclasses them', async () => {
    const { env, corpus } = await corpusWith('# 灯\n\n有\n\n灯。很亮 真的\n');
    expect(await shown(env)).toEqual([
      '1 s1 b1 heading1  灯',
      '2 s2 b2 paragraph  有',
      '3 s3 b3 paragraph  灯。',
      '4 s4 b3 paragraph  很亮 真的',
    ]);
    expect((await run(['ledger', 'lamp', 'join', 's2'], env)).code).toBe(0);
    expect((await run(['ledger', 'lamp', 'split', 's4', '3', '--block'], env)).code).toBe(0);
    expect((await run(['ledger', 'lamp', 'class', 's1', '--debris'], env)).code).toBe(0);
    expect(await shown(env)).toEqual([
      '– s1 b1 heading1 debris  灯',
      '1 s5 b2 paragraph  有灯。',
      '2 s6 b3 paragraph  很亮',
      '3 s7 b4 paragraph  真的',
    ]);
    expect(JSON.parse(await readFile(join(corpus, 'documents/lamp/segments.json'), 'utf8')).retired).toEqual({
      s2: ['s5'],
      s3: ['s5'],
      s4: ['s6', 's7'],
    });
    expect((await run(['check'], env)).out).not.toMatch(/error|warning/);
  });

  it('refuses what is not there', async () => {
    const { env } = await corpusWith('# 灯\n');
    expect((await run(['ledger', 'lamp', 'join', 's9'], env)).err).toBe('duidu: no segment s9\n');
    expect((await run(['ledger', 'dark'], env)).err).toBe('duidu: no document dark\n');
    expect((await run(['ledger', '../etc'], env)).code).toBe(1);
  });

  it.each([
    [['join'], 'say which segment to join: its id'],
    [['split', 's1'], 'say where to cut: an offset in UTF-16 units'],
    [['split', 's1', '1', '2'], 'it takes'],
    [['join', 's1', 's2'], 'there is a word too many'],
    [['merge', 's1'], 'it is join, split or class'],
    [['class', 's1'], 'say what to change'],
    [['class', 's1', '--kind', 'poem'], 'a kind is one of'],
    [['class', 's1', '--level', 'two'], 'a level is a whole number'],
    [['class', 's1', '--block-id', 'B 1'], 'a block id is'],
    [['class', 's1', '--debris', '--text'], 'it is --debris or --text, not both'],
  ])('refuses “%s” with 2, and writes nothing', async (words, message) => {
    const { env, corpus } = await corpusWith('# 灯\n');
    const file = join(corpus, 'documents/lamp/segments.json');
    const before = await readFile(file, 'utf8');
    const { code, err } = await run(['ledger', 'lamp', ...words], env);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});
