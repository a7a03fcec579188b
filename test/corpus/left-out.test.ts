import { describe, expect, it } from 'vitest';
import { digestOf, sha256Of } from '../../server/corpus/digest.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

const TEXT = '夜。\n\n灯。\n';
const segment = (id: string, kind: string, start: number, text: string): string =>
  `{"id":"${id}","block":"b-${id}","kind":"${kind}","level":0,"debris":false,"parts":[{"start":${start},"end":${start + 2}}],"marks":[],"length":2,"digest":"${digestOf(text)}"}`;
const ledger = (kind: string, digestedText: string): string =>
  `{"segments":[\n${segment('s1', kind, 0, '夜。')},\n${segment('s2', 'paragraph', 4, digestedText)}\n],"retired":{}}`;
const FILES = {
  'corpus.yaml':
    'title: {zh: 对读, en: Duidu}\ncollections:\n  - {id: all, title: {zh: 全部, en: All}, about: {zh: 全部, en: All}, documents: [lamp]}\n',
  'documents/lamp/document.yaml': `title: {zh: 灯, en: Lamp}\nabout: {zh: 讲灯。, en: On a lamp.}\nprovenance: {source: {zh: 无, en: none}, licence: CC0-1.0, redistributable: true}\nsource: {file: text.md, sha256: ${sha256Of(Buffer.from(TEXT))}, format: markdown}\n`,
  'documents/lamp/segments.json': ledger('paragraph', '灯。'),
  'documents/lamp/text.md': TEXT,
  'documents/lamp/gloss.en.yaml': 'language: en\nglosses: {s1: Night., s2: A lamp.}\n',
};

async function findingsWith(changes: Readonly<Record<string, string>>): Promise<string[]> {
  const corpus = await folderWith({ ...FILES, ...changes });
  const { findings } = await loadCorpus(corpus, () => [], textReader);
  return findings.map(
    ({ rule, place }) => `${place.file.replace('documents/lamp/', '')}:${place.line} ${rule}`,
  );
}

describe('what is left out of a layer', () => {
  it('is nothing where nothing is wrong', async () => {
    expect(await findingsWith({})).toEqual([]);
  });

  it('does not shift the place of a segment behind it', async () => {
    expect(await findingsWith({ 'documents/lamp/segments.json': ledger('poem', '月。') })).toEqual([
      'gloss.en.yaml:2 gloss-without-segment',
      'segments.json:1 vanished-id',
      'segments.json:2 unknown-value',
      'segments.json:3 digest-mismatch',
    ]);
  });

  it('does not shift the place of a note behind it', async () => {
    const notes = ['opinion', 'context'].map(
      (kind, at) => `  - {id: n${at}, kind: ${kind}, segment: s2, start: 0, quote: 船, zh: 注, en: note}\n`,
    );
    expect(await findingsWith({ 'documents/lamp/notes.yaml': `notes:\n${notes.join('')}` })).toEqual([
      'notes.yaml:2 unknown-value',
      'notes.yaml:3 orphaned',
    ]);
  });

  it('hides no fault of another file', async () => {
    expect(
      await findingsWith({
        'documents/lamp/document.yaml': 'title: [',
        'documents/lamp/gloss.en.yaml': 'language: fr\n',
        'documents/lamp/notes.yaml': 'remarks: []\n',
      }),
    ).toEqual(['document.yaml:1 syntax', 'gloss.en.yaml:1 language-mismatch', 'notes.yaml:1 unknown-key']);
  });

  it('is a collection that pages could not lead to', async () => {
    const shelf = FILES['corpus.yaml'];
    expect(await findingsWith({ 'corpus.yaml': shelf.replace('id: all', 'id: Our own') })).toEqual([
      'corpus.yaml:3 bad-id',
    ]);
    const twice = `${shelf}  - {id: all, title: {zh: 二, en: Two}, about: {zh: 二, en: Two}, documents: []}\n`;
    expect(await findingsWith({ 'corpus.yaml': twice })).toEqual(['corpus.yaml:4 repeated-id']);
  });
});
