import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../corpus/folder.ts';
import { run as command } from './run.ts';

const SHELF = `title: { zh: 港, en: Port }
collections: []
`;
const ENTITIES = `entities:
  - id: tower
    type: organisation
    name: { zh: 北极塔台局, en: The Tower }
    description: { zh: 一座塔台。, en: A tower. }
`;
const WORDS = 'join: [红牌罚]\nreadings: [{ word: 还, pinyin: huán, before: [鱼] }]\n';

async function corpus(files: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({
    'corpus.yaml': SHELF,
    'entities/all.yaml': ENTITIES,
    'words.yaml': WORDS,
    ...files,
  });
  const data = await folderWith({});
  const run = (...argv: string[]) => command(argv, { DUIDU_CORPUS: folder, DUIDU_DATA: data });
  const file = async (text: string | Uint8Array) => join(await folderWith({ 'text.txt': text }), 'text.txt');
  return { run, file };
}

describe('duidu words --plain', () => {
  it('gives a line of words for each line, with names and corrections whole', async () => {
    const { run, file } = await corpus();
    const { code, out } = await run(
      'words',
      await file('\ufeff北极塔台局在Port 1.12版。\n\n红牌罚　2.5亿。\r\n末行'),
      '--plain',
    );
    expect([code, out]).toEqual([0, '北极塔台局 在 Port 1.12 版 。\n\n红牌罚 2.5亿 。\n末行\n']);
  });

  it('gives words that are, joined, the line without its spaces', async () => {
    const { run, file } = await corpus();
    const line = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('红牌罚', '𠮷', ' ', '　', '1.5 万', '👨‍👩‍👧'),
        ),
      )
      .map((all) => all.join('').replace(/[\r\n]/g, ''));
    const lines = fc.sample(line, 200).map((one) => (one.isWellFormed() ? one.replaceAll('\ufeff', '') : ''));
    const { out } = await run('words', await file(lines.join('\n')), '--plain');
    const words = out.split('\n').slice(0, -1);
    expect(words.map((one) => one.replaceAll(' ', ''))).toEqual(
      lines.map((one) => one.replace(/\s/g, '')).slice(0, words.length),
    );
    expect(words.filter((one) => / {2}|^ | $/.test(one))).toEqual([]);
  });
});

describe('duidu words', () => {
  it('tells each word with its pinyin and first sense, and parts of what nobody knows', async () => {
    const { run, file } = await corpus();
    const { out } = await run('words', await file('银行，红牌罚'));
    expect(out).toBe(
      '银行            yínháng             bank\n，\n红牌罚          hóngpáifá           (not known as a whole: 红牌 + 罚)\n\n',
    );
  });

  it('tells tones as they are spoken if asked', async () => {
    const { run, file } = await corpus();
    expect((await run('words', await file('不是'), '--spoken')).out).toContain('búshì');
  });

  it('shows what corrections change, line by line', async () => {
    const { run, file } = await corpus();
    const { out } = await run('words', await file('银行\n被红牌罚\n还鱼'), '--changes');
    expect(out).toBe('   2  - 被 红牌 罚\n   2  + 被 红牌罚\n   3  ~ 还: hái → huán\n');
  });

  it('follows the corrections of a document, and reads its text', async () => {
    const { run, file } = await corpus();
    expect(
      (await run('import', join(await folderWith({ 'harbour.md': '被红牌罚。\n' }), 'harbour.md'))).code,
    ).toBe(0);
    expect((await run('words', '--document', 'harbour', '--plain')).out).toBe('被 红牌罚 。\n');
    expect((await run('words', await file('还'), '--document', 'harbour', '--plain')).out).toBe('还\n');
  });

  it.each([
    [[], 2, 'which FILE'],
    [['x', 'y'], 2, 'it takes'],
    [['x', '--plain', '--changes'], 2, 'not both'],
    [['nowhere.txt'], 1, 'no file'],
    [['.'], 1, 'EISDIR'],
    [['--document', 'nowhere'], 1, 'no document'],
  ])('refuses %j', async (argv, code, why) => {
    const { run } = await corpus();
    const answer = await run('words', ...argv);
    expect([answer.code, answer.out]).toEqual([code, '']);
    expect(answer.err).toContain(why);
  });

  it('refuses what is no UTF-8', async () => {
    const { run, file } = await corpus();
    expect((await run('words', await file(Uint8Array.of(0xff, 0xfe)))).err).toContain('no UTF-8');
  });
});

describe('words.yaml of a document', () => {
  it('counts before that of the corpus, and its faults are told by duidu check', async () => {
    const { run, file } = await corpus({
      'documents/harbour/words.yaml': 'split: [[红牌, 罚]]\njoin: [一]\n',
    });
    await run('import', join(await folderWith({ 'harbour.md': '被红牌罚。\n' }), 'harbour.md'));
    expect((await run('words', await file('红牌罚'), '--document', 'harbour', '--plain')).out).toBe(
      '红牌 罚\n',
    );
    expect((await run('words', await file('红牌罚'), '--plain')).out).toBe('红牌罚\n');
    expect((await run('check')).out).toMatch(
      /documents\/harbour\/words\.yaml\n\s+2:8\s+error\s+no-correction/,
    );
  });
});
