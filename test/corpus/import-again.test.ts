import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from '../../server/core/segment.ts';
import type { ImportOrder } from '../../server/corpus/import.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { textReader } from '../../server/texts.ts';
import { epubOf } from '../text/archives.ts';
import { folderWith } from './folder.ts';

const FIRST = '灯很亮，海很黑，船在远处。';
const SECOND = '守灯的人夜里不睡，坐在窗前看海。';
const THIRD = '风从北面来，吹了三天三夜。';
const FOURTH = '船上的人都平安地回了家。';

/** A corpus into which a file is imported, again and again. */
async function bench(name = 'a.md', order: Partial<ImportOrder> = {}) {
  const [corpus, folder] = [await folderWith({}), await folderWith({})];
  const path = join(folder, name);
  const bring = async (content: string | Uint8Array, more: Partial<ImportOrder> = {}) => {
    await writeFile(path, content);
    return importText(
      corpus,
      { path, id: parseDocumentId('a'), staysOutside: false, ...order, ...more },
      textReader,
    );
  };
  const file = (path_: string): Promise<string> => readFile(join(corpus, path_), 'utf8');
  const load = () => loadCorpus(corpus, () => [folder], textReader);
  return { corpus, bring, file, load };
}

const lines = (...sentences: string[]): string => `${sentences.join('\n\n')}\n`;

describe('a text that is imported again', () => {
  it('tells what moved, changed, appeared and went; glosses follow, and old words are kept', async () => {
    const { corpus, bring, file, load } = await bench();
    await bring(lines(FIRST, SECOND, THIRD, FOURTH));
    await writeFile(
      join(corpus, 'documents/a/gloss.en.yaml'),
      'language: en\nglosses:\n  s1: One.\n  s2: Two.\n  s3: Three.\n  s4: Four.\n',
    );
    const changed = SECOND.replace('窗前', '门前');
    const [done] = (await bring(lines(FOURTH, '天亮了，大家才放心。', FIRST, changed))).documents;
    expect(done).toMatchObject({
      kept: 2,
      moved: ['s4'],
      changed: [{ before: 's2', now: 's6' }],
      appeared: ['s5'],
      gone: ['s3'],
    });
    const { library, findings } = await load();
    expect(
      library?.documents[0]?.segments.map(({ id, zh, en, status }) => `${id} ${zh} ${en} ${status}`),
    ).toEqual([
      `s4 ${FOURTH} Four. glossed`,
      's5 天亮了，大家才放心。 null missing',
      `s1 ${FIRST} One. glossed`,
      `s6 ${changed} Two. stale`,
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(await file('documents/a/former.yaml')).toBe(
      `language: zh-Hans\ntexts:\n  s2: ${SECOND}\n  s3: ${THIRD}\n`,
    );
  });

  it('keeps no words of a text that stays outside', async () => {
    const { bring, file } = await bench('a.md', { staysOutside: true });
    await bring(lines(FIRST, SECOND));
    await bring(lines(FIRST));
    await expect(file('documents/a/former.yaml')).rejects.toThrow('ENOENT');
  });

  it('is refused where it is another text altogether, unless that is said', async () => {
    const { bring, file } = await bench();
    await bring(lines(FIRST, SECOND, THIRD));
    const other = lines('山里下了一夜的雪。', '早上谁也出不了门。', '孩子们很高兴。');
    await expect(bring(other)).rejects.toThrow(
      'there is a document a already, and no sentence of it is in a.md',
    );
    expect(await file('documents/a/text.md')).toBe(lines(FIRST, SECOND, THIRD));
    expect((await bring(other, { replaces: true })).documents[0]).toMatchObject({ kept: 0, retired: 3 });
  });

  it('is refused where somebody else imports the same id meanwhile: one wins, the other is told', async () => {
    const { bring, load } = await bench();
    const both = await Promise.allSettled([bring(lines(FIRST)), bring(lines(FIRST))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(String(both.find((one) => one.status === 'rejected')?.reason)).toContain(
      'changed by somebody else',
    );
    expect((await load()).library?.documents).toHaveLength(1);
  });

  it('changes its encoding with the file', async () => {
    const { bring, file, load } = await bench();
    await bring(lines(FIRST));
    await bring(Buffer.from(`\ufeff${lines(FIRST)}`, 'utf16le'));
    expect(await file('documents/a/document.yaml')).toContain('encoding: utf-16le');
    const { library, findings } = await load();
    expect(library?.documents[0]).toMatchObject({ presence: 'present', segments: [{ id: 's1', zh: FIRST }] });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    await bring(lines(FIRST));
    expect(await file('documents/a/document.yaml')).not.toContain('encoding');
  });
});

describe('a file that is taken apart', () => {
  it('cannot stay outside', async () => {
    const { bring, load } = await bench('b.epub', { staysOutside: true });
    await expect(bring(epubOf(['<p>灯。</p>']))).rejects.toThrow(
      'b.epub is taken apart, so it cannot stay outside',
    );
    expect((await load()).library).toBeUndefined();
  });
});

describe('a book', () => {
  it('becomes a document for each chapter, in a collection; chapters keep their ids when one comes between', async () => {
    const { bring, load, corpus } = await bench('b.epub');
    const chapter = (title: string, text: string): string => `<h1>${title}</h1><p>${text}</p>`;
    await bring(epubOf([chapter('一', FIRST), chapter('二', SECOND)]));
    const book = epubOf([chapter('一', FIRST), chapter('又一', THIRD), chapter('二', SECOND)]);
    const done = await bring(book);
    expect(done.documents.map(({ id, isNew }) => `${id} ${isNew}`)).toEqual([
      'a-01 false',
      'a-03 true',
      'a-02 false',
    ]);
    const { library, findings } = await load();
    expect(
      library?.collections.map(
        ({ id, title, documents }) => `${id} ${title.zh}: ${documents.map((one) => one.title.zh)}`,
      ),
    ).toEqual(['a 海岸 & 灯: 一,又一,二']);
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect((await readFile(join(corpus, 'originals/a.epub'))).equals(book)).toBe(true);
  });
});

describe('a link', () => {
  it('that leads out of a document’s folder is neither read nor written through', async () => {
    const { corpus, bring, file, load } = await bench();
    await bring(lines(FIRST));
    const outside = join(await folderWith({ 'secret.md': '别人的话。' }), 'secret.md');
    await rm(join(corpus, 'documents/a/text.md'));
    await symlink(outside, join(corpus, 'documents/a/text.md'));
    expect(
      (await load()).findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ).toEqual(['text.md is a link that leads out of the folder and is not read; put the file itself there']);
    const before = await file('documents/a/segments.json');
    await expect(bring(lines(FIRST, SECOND))).rejects.toThrow(
      'documents/a/text.md is a link to somewhere else',
    );
    expect(await file('documents/a/segments.json')).toBe(before);
    expect(await readFile(outside, 'utf8')).toBe('别人的话。');
  });
});
