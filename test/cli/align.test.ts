import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readGold } from '../align/beads.ts';
import { folderWith } from '../corpus/folder.ts';
import { run as command } from './run.ts';

const SHELF = 'title: { zh: 港, en: Port }\ncollections: []\n';
const FERRY = readGold('ferry');

async function align(files: Readonly<Record<string, string | Uint8Array>>, ...options: string[]) {
  const [zh = '', en = ''] = Object.keys(files);
  const folder = await folderWith(files);
  const [corpus, data] = [await folderWith({ 'corpus.yaml': SHELF }), await folderWith({})];
  const argv = ['align', join(folder, zh), join(folder, en), ...options];
  const told = await command(argv, { DUIDU_CORPUS: corpus, DUIDU_DATA: data });
  return { ...told, err: told.err.replaceAll(folder, '.') };
}

const lines = (sentences: readonly string[]): string => `${sentences.join('\n')}\n`;
const MARKDOWN_ZH = '# 渡口\n\n船来了。快看！\n\n- 走吧<i>"\'&，𠮷。\n- 停下。\n\n```sh\nls -l\n```\n';
const MARKDOWN_EN =
  '# The Ferry\n\nThe boat has come; look!\n\n- Let us go <i>"\'&.\n- Stop.\n\n```sh\nls -l\n```\n';

describe('duidu align --lines', () => {
  it('tells beads by the numbers of lines, each line of either text in exactly one', async () => {
    const zh = FERRY.zh.toSpliced(3, 0, '', '<i>"\'&\u200f𠮷');
    const files = { 'a.txt': lines(zh), 'b.txt': lines(FERRY.en).replaceAll('\n', '\r\n') };
    const { code, out, err } = await align(files, '--lines', '--format', 'json');
    const beads: { zh: number[]; en: number[]; score: number }[] = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    expect(beads.flatMap((bead) => bead.zh)).toEqual([...zh.keys()]);
    expect(beads.flatMap((bead) => bead.en)).toEqual([...FERRY.en.keys()]);
    expect(beads[0]).toEqual({ zh: [0], en: [0], score: expect.any(Number) });
  });

  it('counts empty lines, and a last line that is not ended', async () => {
    const { out } = await align(
      { a: '\n船来了。\n\n走吧。', b: '\nThe boat has come.\n\nLet us go.' },
      '--lines',
      '--format',
      'json',
    );
    expect(JSON.parse(out).map(({ zh, en }: { zh: number[]; en: number[] }) => `${zh}:${en}`)).toEqual([
      '0:0',
      '1:1',
      '2:2',
      '3:3',
    ]);
  });

  it('says once that a text is not the translation of the other, and shows what it found', async () => {
    const { code, out, err } = await align(
      { a: lines(FERRY.zh), b: lines(readGold('clinic').en) },
      '--lines',
    );
    expect(code).toBe(0);
    expect(err).toMatch(
      /^duidu: \.\/b hardly answers to \.\/a \(confidence 0\.\d\d of 1\): see that it is a translation/,
    );
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out.split('\n').length).toBeGreaterThan(50);
  });
});

describe('duidu align', () => {
  it('pairs the sentences of two Markdown texts, block by block', async () => {
    const { code, out, err } = await align({ 'a.md': MARKDOWN_ZH, 'b.md': MARKDOWN_EN });
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual([
      ['渡口', 'The Ferry'],
      ['船来了。快看！', 'The boat has come; look!'],
      // <i> is markup.
      ['走吧"\'&，𠮷。', 'Let us go "\'&.'],
      ['停下。', 'Stop.'],
      ['ls -l', 'ls -l'],
      [''],
    ]);
  });

  it('gives sentences in JSON, cut at semicolons if it is asked to', async () => {
    const { out } = await align(
      { 'a.md': MARKDOWN_ZH, 'b.md': MARKDOWN_EN },
      '--format',
      'json',
      '--semicolons',
    );
    const beads: { zh: string[]; en: string[] }[] = JSON.parse(out);
    expect(beads.slice(1, 3).map(({ zh, en }) => [zh, en])).toEqual([
      [['船来了。'], ['The boat has come;']],
      [['快看！'], ['look!']],
    ]);
  });

  it.each([
    ['an empty file', '', 'OK.', /a is empty; give a text/],
    [
      'a binary',
      new Uint8Array([0xe8, 0, 1]),
      'OK.',
      /bytes of \S*a do not show its encoding; save it as UTF-8/,
    ],
    [
      'another encoding',
      new Uint8Array([0xc4, 0xe3]),
      'OK.',
      /bytes of \S*a do not show its encoding; save it as UTF-8/,
    ],
    ['a text without Chinese', 'It is late.', 'OK.', /a has no Chinese; give the Chinese text first/],
    ['a translation without English', '晚了。', '晚了。', /b has no English; give the Chinese text first/],
    [
      'too many lines',
      '船。\n'.repeat(20_001),
      'OK.',
      /a has 20,001 sentences, and at most 20,000 .* in parts/,
    ],
    [
      'too large a file',
      new Uint8Array(50_000_000),
      'OK.',
      /a has 50 MB, and at most 10 MB are read; give it in parts/,
    ],
  ])('refuses %s with one line that says what to do', async (_, zh, en, message) => {
    const { code, out, err } = await align({ a: zh, b: en }, '--lines');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('reads GB18030, and says so', async () => {
    // 灯很亮，海很黑。我们都在这里看，不知道是什么人来了。
    const gbk = Buffer.from(
      'b5c6badcc1c1a3acbaa3badcbadaa1a3ced2c3c7b6bcd4dad5e2c0efbfb4a3acb2bbd6aab5c0cac7cab2c3b4c8cbc0b4c1cba1a3',
      'hex',
    );
    const { code, out, err } = await align({
      'a.txt': gbk,
      'b.txt': 'The lamp is bright and the sea is dark. We all watch here and do not know who has come.',
    });
    expect([code, err]).toEqual([0, 'duidu: ./a.txt is read as gb18030\n']);
    expect(out).toContain('灯很亮，海很黑。\tThe lamp is bright and the sea is dark.');
  });

  it('refuses what it does not know', async () => {
    expect((await align({ a: '晚了。', b: 'Late.' }, '--format', 'xml')).code).toBe(2);
    expect((await align({ a: '晚了。', b: 'Late.' }, '--lines', '--semicolons')).code).toBe(2);
    const { code, err } = await align({ 'no/a': '', b: '' }, '--turbo');
    expect([code, err !== '']).toEqual([2, true]);
  });

  it('takes a line of 100,000 characters', async () => {
    const files = {
      a: lines(['船来了，'.repeat(25_000), '走吧。']),
      b: lines(['The boat comes, '.repeat(6000), 'Let us go.']),
    };
    const { code, out } = await align(files, '--lines', '--format', 'json');
    const beads: { zh: number[]; en: number[] }[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(beads.flatMap(({ zh }) => zh)).toEqual([0, 1]);
  });

  it('runs from the command line', async () => {
    const folder = await folderWith({ a: lines(FERRY.zh), b: lines(FERRY.en) });
    const argv = ['bin/duidu.js', 'align', join(folder, 'a'), join(folder, 'b'), '--lines'];
    const { stdout } = await promisify(execFile)(process.execPath, argv);
    expect(stdout.split('\n')[0]).toMatch(/^渡口\tThe Ferry\t\d\.\d\d$/);
  });
});
