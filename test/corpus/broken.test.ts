import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from '../../server/core/segment.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

/** A corpus of two texts, `lamp` and `boat`; only files of `lamp` are broken here. */
async function twoTexts(): Promise<string> {
  const corpus = await folderWith({});
  const texts = await folderWith({ 'lamp.md': '# 灯\n\n海上有灯。\n', 'boat.md': '# 船\n\n船来了。\n' });
  for (const name of ['lamp', 'boat']) {
    const path = join(texts, `${name}.md`);
    const order = { path, id: parseDocumentId(name), format: 'markdown', staysOutside: false } as const;
    await importText(corpus, order, textReader);
  }
  return corpus;
}

/** What is wrong in a corpus, and which documents it still serves. */
async function faultsIn(corpus: string): Promise<{ faults: string[]; serves: string[] }> {
  const { library, findings } = await loadCorpus(corpus, () => [], textReader);
  const faults = findings.filter((finding) => finding.severity === 'error' && finding.rule !== 'orphaned');
  return {
    faults: faults.map(
      ({ rule, place }) => `${place.file.split('/').at(-1)}:${place.line}:${place.column} ${rule}`,
    ),
    serves: library?.documents.map((document) => document.id) ?? [],
  };
}

const LAYERS = ['gloss.en.yaml', 'notes.yaml', 'study.yaml'] as const;
const WANTED = ['document.yaml', 'segments.json'] as const;

describe('a layer that is no file of text', () => {
  it.each([
    ...LAYERS.map((file) => [file, ['lamp', 'boat']] as const),
    ...WANTED.map((file) => [file, ['boat']] as const),
  ])('is a fault of %s, and the rest is served', async (file, serves) => {
    const corpus = await twoTexts();
    const path = join(corpus, 'documents/lamp', file);
    const broken: [string, string, () => Promise<unknown>][] = [
      ['1:1', 'unreadable', () => mkdir(path)],
      ['1:1', 'unreadable', () => symlink(path, path)],
      ['1:1', 'unreadable', async () => execFileSync('mkfifo', [path])],
      ['1:1', 'unreadable', () => symlink('/dev/zero', path)],
      ['2:3', 'not-utf8', () => writeFile(path, Buffer.from('# a\n# \xe9\n', 'latin1'))],
      ['1:1', 'not-utf8', () => writeFile(path, Buffer.from('\ufefflanguage: en\n', 'utf16le'))],
    ];
    for (const [place, rule, breakIt] of broken) {
      await rm(path, { recursive: true, force: true });
      await breakIt();
      expect(await faultsIn(corpus)).toEqual({ faults: [`${file}:${place} ${rule}`], serves });
    }
  });

  it('is a fault of corpus.yaml, too', async () => {
    const corpus = await twoTexts();
    await rm(join(corpus, 'corpus.yaml'));
    await mkdir(join(corpus, 'corpus.yaml'));
    expect((await faultsIn(corpus)).faults).toEqual(['corpus.yaml:1:1 unreadable']);
  });

  it('may begin with a byte order mark', async () => {
    const corpus = await twoTexts();
    for (const file of ['document.yaml', 'segments.json', 'gloss.en.yaml']) {
      const path = join(corpus, 'documents/lamp', file);
      await writeFile(path, `\ufeff${await readFile(path, 'utf8')}`);
    }
    expect(await faultsIn(corpus)).toEqual({ faults: [], serves: ['lamp', 'boat'] });
  });
});

describe('a layer that was made to hurt', () => {
  const bomb = [
    'a: &a [x, x]',
    ...[...'bcdefghijklmnopqrstuvwxyz'].map((letter, index) => {
      const before = `*${'abcdefghijklmnopqrstuvwxyz'[index]}`;
      return `${letter}: &${letter} [${before}, ${before}]`;
    }),
  ].join('\n');

  it.each([
    ['aliases of aliases', 'notes.yaml', bomb, 'notes.yaml:2:8 syntax', 20],
    ['an alias of nothing', 'notes.yaml', 'notes: *nothing\n', 'notes.yaml:1:8 syntax', 1],
    ['an alias of itself', 'study.yaml', 'introduction: &a [*a]\n', 'study.yaml:1:19 syntax', 1],
    ['brackets without end', 'gloss.en.yaml', '['.repeat(20_000), 'gloss.en.yaml:1:', 20],
    ['brackets without end', 'segments.json', '['.repeat(20_000), 'segments.json:1:1 syntax', 1],
    [
      'brackets that close',
      'segments.json',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'segments.json:1:1 type',
      1,
    ],
    ['a ledger of nothing', 'segments.json', '{}', 'segments.json:1:1 missing-key', 1],
  ])('by %s in %s is a fault, and not the end', async (_, file, content, first, most) => {
    const corpus = await twoTexts();
    await writeFile(join(corpus, 'documents/lamp', file), content);
    const { faults, serves } = await faultsIn(corpus);
    expect(faults[0]).toContain(first);
    expect(faults.length).toBeLessThanOrEqual(most);
    expect(serves).toContain('boat');
  });

  it('by a file name that no system takes is a missing text', async () => {
    const corpus = await twoTexts();
    const path = join(corpus, 'documents/lamp/document.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace('text.md', 'a'.repeat(300)));
    const { faults, serves } = await faultsIn(corpus);
    expect(faults).toEqual(['document.yaml:15:3 missing-source']);
    expect(serves).toEqual(['lamp', 'boat']);
  });

  it('by naming a layer as its text is refused, for an import would write over it', async () => {
    const corpus = await twoTexts();
    const path = join(corpus, 'documents/lamp/document.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace('text.md', 'notes.yaml'));
    expect(await faultsIn(corpus)).toEqual({ faults: ['document.yaml:15:3 bad-file'], serves: ['boat'] });
  });
});

describe('a folder whose name is no id', () => {
  it('is told, for nobody can put it on the shelf', async () => {
    const corpus = await twoTexts();
    await mkdir(join(corpus, 'documents/My Text'));
    const { findings } = await loadCorpus(corpus, () => [], textReader);
    expect(findings.find((finding) => finding.rule === 'bad-id')?.message).toContain('documents/My Text');
  });
});
