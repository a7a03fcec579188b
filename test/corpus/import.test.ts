import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../server/core/refusal.ts';
import { join as joinSegments } from '../../server/core/revise.ts';
import { parseDocumentId } from '../../server/core/segment.ts';
import { digestOf } from '../../server/corpus/digest.ts';
import type { ImportOrder } from '../../server/corpus/import.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { openRevision } from '../../server/corpus/revision.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

const TEXT = '# 灯塔\n\n海上有灯。灯很亮。\n\n> 守灯人说：夜里不睡。\n';
const GLOSSES =
  'language: en\nglosses:\n  s1: The lighthouse # by hand\n  s2: There is a lamp at sea.\n  s3: The lamp is bright.\n  s4: "The keeper said: no sleep at night."\n';

async function imported(
  order: Partial<ImportOrder> = {},
): Promise<{ corpus: string; path: string; again: () => Promise<unknown> }> {
  const corpus = await folderWith({});
  const path = join(await folderWith({ 'lighthouse.md': TEXT }), 'lighthouse.md');
  const whole: ImportOrder = {
    path,
    id: parseDocumentId('lighthouse'),
    format: 'markdown',
    staysOutside: false,
    ...order,
  };
  await importText(corpus, whole, textReader);
  return { corpus, path, again: async () => (await importText(corpus, whole, textReader)).documents[0] };
}

const pairs = async (corpus: string, sources: readonly string[] = []): Promise<string[]> => {
  const { library, findings } = await loadCorpus(corpus, () => sources, textReader);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  return (
    library?.documents[0]?.segments.map(({ id, zh, en, status }) => `${id} ${zh} | ${en} ${status}`) ?? []
  );
};

describe('importText', () => {
  it('makes a document of a text, puts it on the shelf, and its parts give its segments', async () => {
    const { corpus } = await imported({ titleEn: 'The lighthouse' });
    const { library, findings } = await loadCorpus(corpus, () => [], textReader);
    expect(library?.documents[0]).toMatchObject({
      title: { zh: '灯塔', en: 'The lighthouse' },
      presence: 'present',
    });
    expect(findings.map((finding) => finding.rule)).toEqual([
      'missing-gloss',
      'missing-gloss',
      'missing-gloss',
      'missing-gloss',
    ]);
    expect(await readFile(join(corpus, 'documents/lighthouse/text.md'), 'utf8')).toBe(TEXT);
  });

  it.each([
    ['---\ntitle: "夜航"\n---\n\n海上有灯。\n\n## 材料\n\n一盏灯。\n', '夜航'],
    ['海上有灯。\n\n## 材料\n\n一盏灯。\n', 'boat'],
    ['## 夜航\n\n海上有灯。\n', '夜航'],
  ])(
    'takes the title of a text from its front matter or its first heading, not from that of a section',
    async (text, title) => {
      const corpus = await folderWith({});
      const path = join(await folderWith({ 'boat.md': text }), 'boat.md');
      await importText(
        corpus,
        { path, id: parseDocumentId('boat'), format: 'markdown', staysOutside: false },
        textReader,
      );
      const { library } = await loadCorpus(corpus, () => [], textReader);
      expect(library?.documents[0]?.title.zh).toBe(title);
    },
  );

  it('keeps ids, glosses and whatever a person wrote when a changed text is imported again', async () => {
    const { corpus, path, again } = await imported();
    await writeFile(join(corpus, 'documents/lighthouse/gloss.en.yaml'), GLOSSES);
    await writeFile(path, TEXT.replace('灯很亮。', '灯非常亮。').replace('# 灯塔', '# 灯塔\n\n前言。'));
    expect(await again()).toMatchObject({ isNew: false, segments: 5, kept: 3, retired: 1 });
    expect(await pairs(corpus)).toEqual([
      's1 灯塔 | The lighthouse glossed',
      's5 前言。 | null missing',
      's2 海上有灯。 | There is a lamp at sea. glossed',
      's6 灯非常亮。 | The lamp is bright. stale',
      's4 守灯人说：夜里不睡。 | The keeper said: no sleep at night. glossed',
    ]);
    expect(await readFile(join(corpus, 'documents/lighthouse/gloss.en.yaml'), 'utf8')).toBe(GLOSSES);
  });

  it('changes nothing when the text did not', async () => {
    const { corpus, again } = await imported();
    const files = ['segments.json', 'document.yaml', 'text.md', 'gloss.en.yaml'];
    const read = (): Promise<string[]> =>
      Promise.all(files.map((file) => readFile(join(corpus, 'documents/lighthouse', file), 'utf8')));
    const before = [...(await read()), await readFile(join(corpus, 'corpus.yaml'), 'utf8')];
    expect(await again()).toMatchObject({ isNew: false, segments: 4, kept: 4, retired: 0 });
    expect([...(await read()), await readFile(join(corpus, 'corpus.yaml'), 'utf8')]).toEqual(before);
  });

  it('takes a text that stays outside, and copies nothing of it', async () => {
    const { corpus, path } = await imported({ staysOutside: true });
    await expect(readFile(join(corpus, 'documents/lighthouse/text.md'))).rejects.toThrow('ENOENT');
    for (const file of ['segments.json', 'gloss.en.yaml']) {
      expect(await readFile(join(corpus, 'documents/lighthouse', file), 'utf8')).not.toMatch(
        /\p{Script=Han}/u,
      );
    }
    expect(await pairs(corpus, [join(path, '..')])).toHaveLength(4);
  });

  it('keeps comments of the shelf', async () => {
    const { corpus, path } = await imported();
    const shelf = `# ours\n${await readFile(join(corpus, 'corpus.yaml'), 'utf8')}`;
    await writeFile(join(corpus, 'corpus.yaml'), shelf);
    await importText(
      corpus,
      { path, id: parseDocumentId('second'), format: 'plain', staysOutside: false },
      textReader,
    );
    expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).toBe(`${shelf}      - second\n`);
  });

  it.each([
    ['a file that is not there', {}, 'no-such.md', 'there is no file no-such.md'],
    [
      'bytes that are no text in any encoding',
      { 'a.md': new Uint8Array([0x41, 0xff, 0xfe, 0x41]) },
      'a.md',
      'a.md is not imported: it is no UTF-8 from byte 1 on',
    ],
    ['a file without text', { 'a.md': '<!-- -->\n' }, 'a.md', 'a.md has no text'],
  ])('refuses %s, and writes nothing', async (_, files, name, message) => {
    const corpus = await folderWith({});
    const order = {
      path: join(await folderWith(files), name),
      id: parseDocumentId('a'),
      format: 'markdown' as const,
      staysOutside: false,
    };
    await expect(importText(corpus, order, textReader)).rejects.toThrow(message);
    expect((await loadCorpus(corpus, () => [], textReader)).findings.map((finding) => finding.rule)).toEqual([
      'missing-file',
    ]);
  });

  it('refuses to renumber what a broken ledger forgot', async () => {
    const { corpus, again } = await imported();
    const path = join(corpus, 'documents/lighthouse/segments.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"paragraph"', '"poem"'));
    await expect(again()).rejects.toThrow('the ledger has faults');
  });

  it('keeps the glosses of a document whose description was lost', async () => {
    const { corpus, again } = await imported();
    const glosses = join(corpus, 'documents/lighthouse/gloss.en.yaml');
    await writeFile(glosses, GLOSSES);
    await rm(join(corpus, 'documents/lighthouse/document.yaml'));
    await again();
    expect(await readFile(glosses, 'utf8')).toBe(GLOSSES);
  });

  it('puts a document on the shelf again that an import which was killed left beside it', async () => {
    const { corpus, again } = await imported();
    const shelf = 'title: { zh: 对读, en: Duidu } # ours\n';
    await writeFile(join(corpus, 'corpus.yaml'), shelf);
    await writeFile(join(corpus, `documents/lighthouse/.text.md.${randomUUID()}.tmp`), 'half');
    await again();
    expect((await pairs(corpus)).length).toBe(4);
    expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).toContain(shelf);
    expect(
      (await readdir(join(corpus, 'documents/lighthouse'))).filter((name) => name.startsWith('.')),
    ).toEqual([]);
  });

  it.each([
    '{broken: [',
    '- a list\n',
    'collections: []\n',
    'title: { zh: 一, en: One }\ntitle: { zh: 二, en: Two }\n',
  ])('writes nothing beside a shelf that cannot be read: %j', async (shelf) => {
    const corpus = await folderWith({ 'corpus.yaml': shelf });
    const path = join(await folderWith({ 'a.md': TEXT }), 'a.md');
    const order = { path, id: parseDocumentId('a'), format: 'markdown', staysOutside: false } as const;
    await expect(importText(corpus, order, textReader)).rejects.toThrow('corpus.yaml has faults');
    expect(await readdir(corpus)).toEqual(['corpus.yaml']);
    expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).toBe(shelf);
  });

  it('loses nothing when several import at once, and takes over from one that was killed', async () => {
    const corpus = await folderWith({ '.lock': String(spawnSync(process.execPath, ['--version']).pid) });
    const path = join(await folderWith({ 'a.md': TEXT }), 'a.md');
    const ids = ['a', 'b', 'c', 'd', 'e'].map(parseDocumentId);
    await Promise.all(
      ids.map((id) => importText(corpus, { path, id, format: 'markdown', staysOutside: false }, textReader)),
    );
    const { library } = await loadCorpus(corpus, () => [], textReader);
    expect(library?.documents.map((document) => document.id).sort()).toEqual(ids);
    expect((await readdir(corpus)).sort()).toEqual(['corpus.yaml', 'documents']);
  });

  it('refuses what is no ordinary file, without reading it', async () => {
    const order = { id: parseDocumentId('a'), format: 'markdown', staysOutside: false } as const;
    for (const path of ['/dev/zero', '/']) {
      const refused = importText(await folderWith({}), { ...order, path }, textReader);
      await expect(refused).rejects.toThrow(DomainError);
    }
  });

  it('says in a line what the system refuses', async () => {
    const { corpus, again } = await imported();
    await rm(join(corpus, 'documents/lighthouse/text.md'));
    await mkdir(join(corpus, 'documents/lighthouse/text.md'));
    await expect(again()).rejects.toThrow(
      new DomainError('conflict', 'text.md cannot be written there (EISDIR)'),
    );
  });

  it('refuses to give an id again in a ledger where one stands twice', async () => {
    const { corpus, again } = await imported();
    const path = join(corpus, 'documents/lighthouse/segments.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"s2"', '"s1"'));
    await expect(again()).rejects.toThrow('the ledger has faults');
    await expect(openRevision(corpus, parseDocumentId('lighthouse'), [], textReader)).rejects.toThrow(
      'has faults',
    );
  });

  it('refuses to make another text of a document that is there', async () => {
    const { corpus, path } = await imported({ staysOutside: true });
    const order = {
      path,
      id: parseDocumentId('lighthouse'),
      format: 'markdown' as const,
      staysOutside: true,
    };
    const other = join(await folderWith({ 'harbour.md': '# 港\n' }), 'harbour.md');
    await expect(importText(corpus, { ...order, path: other }, textReader)).rejects.toThrow(
      'is read from lighthouse.md, and not from harbour.md',
    );
    await expect(importText(corpus, { ...order, format: 'plain' }, textReader)).rejects.toThrow(
      'is markdown, and not plain',
    );
    expect(await pairs(corpus, [join(path, '..')])).toHaveLength(4);
  });

  it('keeps what a person joined when the text is imported again, and when it has changed elsewhere', async () => {
    const { corpus, path, again } = await imported();
    const { ledger, source, save } = await openRevision(
      corpus,
      parseDocumentId('lighthouse'),
      [],
      textReader,
    );
    await save(joinSegments(ledger, source, 's2', '', digestOf));
    const file = join(corpus, 'documents/lighthouse/segments.json');
    const before = await readFile(file, 'utf8');
    await again();
    expect(await readFile(file, 'utf8')).toBe(before);
    await writeFile(path, TEXT.replace('# 灯塔', '# 夜航'));
    await again();
    expect((await pairs(corpus)).map((pair) => pair.split(' | ')[0])).toEqual([
      's6 夜航',
      's5 海上有灯。灯很亮。',
      's4 守灯人说：夜里不睡。',
    ]);
  });
});
