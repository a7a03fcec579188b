import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderWith } from '../corpus/folder.ts';
import { run as command } from './run.ts';

const ZH = `# 灯塔看守人

老陈在灯塔上住了三十年。每天傍晚，他都要爬两百级台阶去点灯。

有一年冬天，风特别大。他的儿子明远从城里写信来，说要接他走。老陈没有回信。
`;
const EN = `# The Lighthouse Keeper

Old Chen lived in the lighthouse for thirty years, and every evening he climbed two hundred steps to light the lamp.

One winter the wind was especially strong. His son Mingyuan wrote from the city. He said he would take him away. Old Chen did not answer the letter.
`;

describe('duidu import --translation', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await folderWith({
      'keeper.md': ZH,
      'keeper.en.md': EN,
      'other.en.md':
        'Quarterly revenue rose. Shareholders approved the merger of both banks. Analysts expect lower rates.\n'.repeat(
          4,
        ),
      'wrong.md': ZH,
    });
  });

  const run = (corpus: string, ...argv: string[]) =>
    command(argv, { DUIDU_CORPUS: corpus, DUIDU_DATA: join(corpus, '.data') });

  it('lays the English beside the Chinese, sentence by sentence, and says what to look at', async () => {
    const corpus = await folderWith({});
    const { code, out } = await run(
      corpus,
      'import',
      join(folder, 'keeper.md'),
      '--translation',
      join(folder, 'keeper.en.md'),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/5 rows aligned, \d+ % sure; \d+ to look at/);
    const own = join(corpus, 'documents/keeper');
    const glosses = await readFile(join(own, 'gloss.en.yaml'), 'utf8');
    expect(glosses).toContain('every evening he climbed two hundred steps to light the lamp.');
    expect(glosses).toMatch(/s\d+: His son Mingyuan wrote from the city\. He said he would take him away\./);
    expect(await readFile(join(own, 'document.yaml'), 'utf8')).toContain('en: The Lighthouse Keeper');
    expect(await readFile(join(own, 'translation.en.md'), 'utf8')).toBe(EN);
    expect(await readFile(join(own, 'alignment.en.yaml'), 'utf8')).toMatch(/s\d+: (?:0\.\d+|1)/);
    expect((await run(corpus, 'check', '--quiet')).err).toBe('');
  });

  it('leaves what somebody has glossed', async () => {
    const corpus = await folderWith({
      'documents/keeper/gloss.en.yaml': 'language: en\nglosses:\n  s1: The Keeper of the Light\n',
    });
    await run(corpus, 'import', join(folder, 'keeper.md'), '--translation', join(folder, 'keeper.en.md'));
    const glosses = await readFile(join(corpus, 'documents/keeper/gloss.en.yaml'), 'utf8');
    expect(glosses).toContain('s1: The Keeper of the Light');
    expect(glosses).toContain('Mingyuan');
  });

  it('forgets nothing of the rows that nobody has looked at when it is imported again', async () => {
    const corpus = await folderWith({});
    const again = () =>
      run(corpus, 'import', join(folder, 'keeper.md'), '--translation', join(folder, 'keeper.en.md'));
    const alignment = () => readFile(join(corpus, 'documents/keeper/alignment.en.yaml'), 'utf8');
    await again();
    const first = await alignment();
    const { out } = await again();
    expect(out).toMatch(/ 0 rows aligned, .*\n {2}5 had a gloss already, which stays\n/);
    expect(await alignment()).toBe(first);
  });

  it.each([
    ['wrong.md', 'hardly any English'],
    ['absent.md', 'there is no file absent.md'],
  ])('imports nothing with %s: %s', async (name, why) => {
    const corpus = await folderWith({});
    const { code, err } = await run(
      corpus,
      'import',
      join(folder, 'keeper.md'),
      '--translation',
      join(folder, name),
    );
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((await readdir(corpus)).filter((file) => !file.startsWith('.'))).toEqual([]);
  });

  it('imports nothing with what has nothing to do with a text of more than a few sentences', async () => {
    const corpus = await folderWith({});
    const long = await folderWith({ 'long.md': `${ZH}\n船长来了。他带来一封信。信里没有字。老陈笑了。\n` });
    const { code, err } = await run(
      corpus,
      'import',
      join(long, 'long.md'),
      '--translation',
      join(folder, 'other.en.md'),
    );
    expect([code, err]).toEqual([1, expect.stringContaining('does not look like a translation')]);
    expect((await readdir(corpus)).filter((file) => !file.startsWith('.'))).toEqual([]);
  });

  it('takes a translation of one sentence, and tells how little can be said of it', async () => {
    const corpus = await folderWith({});
    const one = await folderWith({
      'a.txt': '我们今天去公园散步。\n',
      'b.txt': 'Today we went for a walk in the park.\n',
    });
    const { code, out } = await run(
      corpus,
      'import',
      join(one, 'a.txt'),
      '--translation',
      join(one, 'b.txt'),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('1 rows aligned')]);
  });

  it('takes one translation for one text', async () => {
    const corpus = await folderWith({});
    const files = [join(folder, 'keeper.md'), join(folder, 'wrong.md')];
    expect((await run(corpus, 'import', ...files, '--translation', join(folder, 'keeper.en.md'))).code).toBe(
      2,
    );
  });
});
