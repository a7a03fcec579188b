import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Loaded } from '../../server/corpus/load.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

const TEXT = '# 灯\n\n海上有灯。灯很亮。\n';
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
const digest = (text: string): string => sha256(text).slice(0, 16);
const segment = (id: string, block: string, kind: string, start: number, text: string): string =>
  `{"id": "${id}", "block": "${block}", "kind": "${kind}", "level": ${kind === 'heading' ? 1 : 0}, "debris": false, "parts": [{"start": ${start}, "end": ${start + text.length}}], "marks": [], "length": ${text.length}, "digest": "${digest(text)}"}`;

const SEGMENTS = `{
  "segments": [
    ${segment('s1', 'b1', 'heading', 2, '灯')},
    ${segment('s2', 'b2', 'paragraph', 5, '海上有灯。')},
    ${segment('s3', 'b2', 'paragraph', 10, '灯很亮。')}
  ],
  "retired": {}
}
`;
const DOCUMENT = `title: {zh: 灯, en: The lamp}
date: 2014-12
about: {zh: 讲灯。, en: On a lamp.}
provenance:
  source: {zh: 无, en: none}
  licence: CC0-1.0
  redistributable: true
source:
  file: text.md
  sha256: ${sha256(TEXT)}
  format: markdown
`;
const FILES = {
  'corpus.yaml': `title: {zh: 对读, en: Duidu}
collections:
  - id: all
    title: {zh: 全部, en: All}
    about: {zh: 全部, en: All}
    documents: [lamp]
`,
  'documents/lamp/document.yaml': DOCUMENT,
  'documents/lamp/segments.json': SEGMENTS,
  'documents/lamp/text.md': TEXT,
  'documents/lamp/gloss.en.yaml':
    'language: en\nglosses:\n  s1: The lamp\n  s2: There is a lamp at sea.\n  s3: It is bright.\n',
  'documents/lamp/notes.yaml':
    'notes:\n  - {id: n1, kind: context, segment: s2, start: 0, quote: 海上, zh: 注, en: note}\n',
};

async function loadWith(
  changes: Readonly<Record<string, string | Uint8Array>> = {},
  sources: readonly string[] = [],
): Promise<Loaded> {
  return loadCorpus(await folderWith({ ...FILES, ...changes }), () => sources, textReader);
}

/** `file:line:column severity rule`, and whether the document is served. */
async function findingsWith(changes: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const { findings } = await loadWith(changes);
  return findings.map(
    ({ place, severity, rule }) =>
      `${place.file.replace('documents/lamp/', '')}:${place.line}:${place.column} ${severity} ${rule}`,
  );
}

const edited = (file: keyof typeof FILES, from: string, to: string): Record<string, string> => {
  if (!FILES[file].includes(from)) throw new Error(`${file} has no “${from}”`);
  return { [file]: FILES[file].replace(from, to) };
};

describe('a corpus', () => {
  it('is read without a finding when nothing is wrong', async () => {
    const { library, findings, files } = await loadWith();
    expect(findings).toEqual([]);
    expect(files).toBe(6);
    expect(library?.documents[0]?.segments.map(({ zh, en }) => [zh, en])).toEqual([
      ['灯', 'The lamp'],
      ['海上有灯。', 'There is a lamp at sea.'],
      ['灯很亮。', 'It is bright.'],
    ]);
  });

  it.each([
    [
      'an unknown key',
      edited('documents/lamp/document.yaml', 'date:', 'datum:'),
      ['document.yaml:2:1 error unknown-key'],
    ],
    [
      'a bad date',
      edited('documents/lamp/document.yaml', '2014-12', '2014-13'),
      ['document.yaml:2:1 error bad-date'],
    ],
    [
      'YAML that does not parse',
      edited('documents/lamp/gloss.en.yaml', 's2: There', 's2: "There'),
      ['gloss.en.yaml:6:1 error syntax'],
    ],
    [
      'two glosses for one segment',
      edited('documents/lamp/gloss.en.yaml', 's3:', 's2:'),
      ['gloss.en.yaml:5:3 error repeated-key', 'segments.json:5:5 info missing-gloss'],
    ],
    [
      'a gloss for no segment',
      edited('documents/lamp/gloss.en.yaml', 's3:', 's9:'),
      ['gloss.en.yaml:5:3 error gloss-without-segment', 'segments.json:5:5 info missing-gloss'],
    ],
    [
      'a ledger that does not parse',
      { 'documents/lamp/segments.json': SEGMENTS.replace('"debris": false', '"debris": ') },
      ['segments.json:3:74 error syntax'],
    ],
    [
      'a digest that does not match',
      { 'documents/lamp/segments.json': SEGMENTS.replace(digest('灯很亮。'), '0123456789abcdef') },
      ['segments.json:5:146 error digest-mismatch'],
    ],
    [
      'an id that repeats',
      { 'documents/lamp/segments.json': SEGMENTS.replace('"s3"', '"s2"') },
      ['gloss.en.yaml:5:3 error gloss-without-segment', 'segments.json:5:6 error repeated-id'],
    ],
    [
      'an id that vanished',
      { 'documents/lamp/segments.json': SEGMENTS.replace(/.*"s2".*\n/, '') },
      [
        'gloss.en.yaml:4:3 error gloss-without-segment',
        'notes.yaml:2:5 error orphaned',
        'segments.json:2:3 warning vanished-id',
      ],
    ],
    [
      'an anchor that moved',
      edited('documents/lamp/notes.yaml', 'start: 0', 'start: 3'),
      ['notes.yaml:2:42 warning moved'],
    ],
    [
      'an anchor that is orphaned',
      edited('documents/lamp/notes.yaml', '海上', '湖上'),
      ['notes.yaml:2:52 error orphaned'],
    ],
    [
      'an unknown kind of note',
      edited('documents/lamp/notes.yaml', 'context', 'opinion'),
      ['notes.yaml:2:14 error unknown-value'],
    ],
    [
      'a file name that leads out of the folder',
      edited('documents/lamp/document.yaml', 'text.md', '../../secret'),
      ['document.yaml:9:3 error bad-file'],
    ],
    [
      'an address that no page may link',
      {
        'documents/lamp/segments.json': SEGMENTS.replace(
          '"marks": []',
          '"marks": [{"kind": "link", "start": 0, "end": 1, "href": "javascript:x"}]',
        ),
      },
      ['segments.json:3:165 error bad-url'],
    ],
    [
      'a text that is no UTF-8',
      { 'documents/lamp/text.md': new Uint8Array([0xc4, 0xe3, 0xba]) },
      ['document.yaml:9:3 error not-utf8', 'segments.json:1:1 info unverified'],
    ],
    ['a document on no shelf', edited('corpus.yaml', '[lamp]', '[]'), ['corpus.yaml:2:1 warning unshelved']],
    [
      'a document that is not there',
      edited('corpus.yaml', '[lamp]', '[lamp, lampp]'),
      ['corpus.yaml:6:23 error unknown-document'],
    ],
  ])('finds %s, and says where', async (_, changes, expected) => {
    expect(await findingsWith(changes)).toEqual(expected);
  });

  it('reports every fault at once', async () => {
    const found = await findingsWith({
      'documents/lamp/document.yaml': DOCUMENT.replace(
        'date: 2014-12',
        'date: soon\ncolour: red\nlanguage: Chinese!',
      ),
      'documents/lamp/gloss.en.yaml': 'language: en\nglosses: {s1: "", s2: B, s3: C, s8: X}\nby: me\n',
    });
    expect(found.map((finding) => finding.split(' ').at(-1))).toEqual([
      'bad-date',
      'unknown-key',
      'bad-language',
      'empty-gloss',
      'gloss-without-segment',
      'unknown-key',
    ]);
  });

  it('leaves a document out that cannot be read, and serves the rest', async () => {
    const { library, findings } = await loadWith({
      'documents/dark/document.yaml': '[',
      ...edited('corpus.yaml', '[lamp]', '[dark, lamp]'),
    });
    expect(library?.documents.map((document) => document.id)).toEqual(['lamp']);
    expect(findings.map((finding) => finding.rule)).toContain('syntax');
  });

  it('has no library without corpus.yaml', async () => {
    const { library, findings } = await loadCorpus(await folderWith({}), () => [], textReader);
    expect(library).toBeUndefined();
    expect(findings.map((finding) => finding.rule)).toEqual(['missing-file']);
  });

  it('never repeats in a finding what a file holds outside our own keys', async () => {
    const { findings } = await loadWith({ 'documents/lamp/segments.json': '{"segments": [私人的话]}' });
    expect(JSON.stringify(findings)).not.toContain('私人');
  });
});

describe('a text that may not be redistributed', () => {
  const outside = edited('documents/lamp/document.yaml', 'redistributable: true', 'redistributable: false');

  async function corpusWithout(): Promise<string> {
    const corpus = await folderWith({ ...FILES, ...outside });
    await rm(join(corpus, 'documents/lamp/text.md'));
    return corpus;
  }

  it('is read from the folders named for it', async () => {
    const sources = await folderWith({ 'text.md': TEXT });
    const { library, findings } = await loadCorpus(
      await corpusWithout(),
      () => ['/nowhere', sources],
      textReader,
    );
    expect(findings).toEqual([]);
    expect(library?.documents[0]).toMatchObject({
      presence: 'present',
      segments: [{ zh: '灯' }, { zh: '海上有灯。' }, { zh: '灯很亮。' }],
    });
  });

  it('takes the file whose digest is right, wherever it lies', async () => {
    const [wrong, right] = [await folderWith({ 'text.md': '# 错\n' }), await folderWith({ 'text.md': TEXT })];
    const { library } = await loadCorpus(await corpusWithout(), () => [wrong, right], textReader);
    expect(library?.documents[0]?.presence).toBe('present');
  });

  it('leaves its English where it is missing; that is an info, and what could not be verified is counted', async () => {
    const { library, findings } = await loadCorpus(await corpusWithout(), () => [], textReader);
    expect(library?.documents[0]).toMatchObject({
      presence: 'missing',
      segments: [{ zh: null, en: 'The lamp', kind: 'heading' }, { zh: null }, { zh: null }],
    });
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'info text.md is not there; put it into a folder of DUIDU_SOURCES',
      'info 3 digests and 1 anchors could not be verified without the text',
    ]);
  });

  it('finds its segments again by digest when it changed, and leaves the rest unglossed', async () => {
    const changed = `前言。\n\n${TEXT.replace('灯很亮。', '灯不亮了。')}`;
    const sources = await folderWith({ 'text.md': changed });
    const { library, findings } = await loadCorpus(await corpusWithout(), () => [sources], textReader);
    expect(library?.documents[0]?.presence).toBe('changed');
    expect(library?.documents[0]?.segments.map(({ zh, en, status }) => `${zh} ${en} ${status}`)).toEqual([
      '前言。 null missing',
      '灯 The lamp glossed',
      '海上有灯。 There is a lamp at sea. glossed',
      '灯不亮了。 null missing',
    ]);
    expect(findings.map((finding) => finding.rule)).toEqual(['source-changed', 'unverified']);
  });

  it('is an error when it is our own and missing', async () => {
    const corpus = await folderWith(FILES);
    await rm(join(corpus, 'documents/lamp/text.md'));
    const { findings } = await loadCorpus(corpus, () => [], textReader);
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error missing-source',
      'info unverified',
    ]);
  });

  it('is read anew when the file is put back', async () => {
    const corpus = await corpusWithout();
    const sources = await folderWith({});
    await loadCorpus(corpus, () => [sources], textReader);
    await writeFile(join(sources, 'text.md'), TEXT);
    expect((await loadCorpus(corpus, () => [sources], textReader)).findings).toEqual([]);
  });
});
