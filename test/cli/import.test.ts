import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../corpus/folder.ts';
import { run as command } from './run.ts';

async function shell(files: Readonly<Record<string, string | Uint8Array>>) {
  const [corpus, folder] = [await folderWith({}), await folderWith(files)];
  const env = { DUIDU_CORPUS: corpus, DUIDU_DATA: await folderWith({}) };
  const notes: string[] = [];
  const run = (...argv: string[]) =>
    command(
      argv.map((word) => (word in files ? join(folder, word) : word)),
      env,
      (line) => notes.push(line),
    );
  return { run, corpus, folder, notes };
}

// Bytes of 灯很亮，海很黑。我们都在这里看，不知道是什么人来了。 in GBK.
const GBK = Buffer.from(
  'b5c6badcc1c1a3acbaa3badcbadaa1a3ced2c3c7b6bcd4dad5e2c0efbfb4a3acb2bbd6aab5c0cac7cab2c3b4c8cbc0b4c1cba1a3',
  'hex',
);

describe('duidu import', () => {
  it('takes several files, names each after itself, and says which encoding it took', async () => {
    const { run, corpus, notes } = await shell({
      '灯塔 Ⅱ.md': '# 灯\n',
      'harbour.txt': GBK,
      'page.html': '<h1>港</h1>',
    });
    const { code, out, err } = await run('import', '灯塔 Ⅱ.md', 'harbour.txt', 'page.html');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line !== '')).toEqual([
      'Imported as deng-ta-ii: 1 segment. Read it at /read/deng-ta-ii.',
      'Imported as harbour: 2 segments. Read it at /read/harbour.',
      '  encoding: gb18030',
      '  it is read as GB18030 (GBK); if that is wrong, say --encoding',
      'Imported as page: 1 segment. Read it at /read/page.',
    ]);
    expect((await readFile(join(corpus, 'documents/harbour/text.txt'))).equals(GBK)).toBe(true);
    expect(notes).toContain('2/3 reading harbour.txt');
    expect(notes.at(-1)).toBe('');
  });

  it('imports the others where one is refused, and says which was', async () => {
    const { run, corpus } = await shell({ 'a.md': '灯。\n', 'b.md': '', 'c.md': 'A lamp.\n' });
    const { code, out, err } = await run('import', 'a.md', 'b.md', 'c.md');
    expect([code, out]).toEqual([1, 'Imported as a: 1 segment. Read it at /read/a.\n']);
    expect(err.split('\n')).toEqual([
      'duidu: b.md is not imported: it is empty',
      expect.stringContaining('c.md has no Chinese in it'),
      'duidu: 2 of 3 files were not imported',
      '',
    ]);
    expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).not.toMatch(/- [bc]\n/);
  });

  it('tells what changed, with the words', async () => {
    const { run, folder } = await shell({ 'a.md': '灯很亮，海很黑。\n\n船来了，人都在看。\n' });
    await run('import', 'a.md');
    await writeFile(join(folder, 'a.md'), '灯很亮，海很黑。\n\n船来了，人都没在看。\n\n天亮了。\n');
    expect((await run('import', 'a.md')).out.split('\n').slice(0, 4)).toEqual([
      'Imported again as a: 3 segments, 1 of them kept, 1 retired. Read it at /read/a.',
      '  0 moved, 1 changed, 1 appeared, 0 went',
      '  changed   s2 → s3  船来了，人都在看。 → 船来了，人都没在看。',
      '  appeared  s4  天亮了。',
    ]);
  });

  it('keeps traditional characters, and finds names in them', async () => {
    const { run, corpus } = await shell({
      'a.md': '灯塔\n',
      'b.md': '# 燈塔\n\n島上的人都說，華為的燈很亮。\n',
    });
    await run('import', 'b.md', '--title', '燈');
    await mkdir(join(corpus, 'entities'));
    await writeFile(
      join(corpus, 'entities/all.yaml'),
      'entities:\n  - id: huawei\n    type: organisation\n    name: { zh: 华为, en: Huawei }\n    description: { zh: 公司。, en: A company. }\n',
    );
    expect(await readFile(join(corpus, 'documents/b/document.yaml'), 'utf8')).toMatch(
      /zh: 燈\n[\s\S]*language: zh-Hant\n/,
    );
    expect((await run('link', '--list')).out).toMatch(/華為/);
    expect(await readFile(join(corpus, 'documents/b/text.md'), 'utf8')).toContain('華為的燈');
  });

  it.each([
    [['import'], 2, 'FILE…'],
    [['import', 'a.md', 'b.md', '--id', 'x'], 2, 'that of one file'],
    [['import', 'a.md', 'a.md'], 2, 'two of the files would be called a'],
    [['import', 'a.md', '--encoding', 'klingon'], 2, 'an encoding is one of utf-8'],
    [['import', 'a.md', '--format', 'pdf'], 2, 'say --format markdown'],
    [['import', 'a.md', '--encoding', 'utf-16be'], 1, 'it is no UTF-16'],
    [['import', 'a.md', '--id', '../x'], 2, 'small letters, digits and hyphens'],
    [['import', 'no.md'], 1, 'there is no file no.md'],
    [['resegment', 'a', 'cut', 's1'], 2, 'split SEGMENT OFFSET'],
    [['resegment', 'a', 'split', 's1', '2'], 1, 'no document a'],
  ])('says in one line what is wrong with %j', async (argv, exit, why) => {
    const { run } = await shell({ 'a.md': '灯。\n', 'b.md': '船。\n' });
    const { code, err } = await run(...argv);
    expect(code).toBe(exit);
    expect(err).toContain(why);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
