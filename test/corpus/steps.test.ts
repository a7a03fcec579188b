import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from '../../server/core/segment.ts';
import { lastStep, takeBack, writeStep } from '../../server/corpus/steps.ts';
import { folderWith } from './folder.ts';

const ID = parseDocumentId('a');
const FIRST = '\ufeffone \u{20bb7}\r\n<i>"\'&\u200f';

async function desk() {
  const [corpus, data] = [await folderWith({ 'a.yaml': FIRST, 'b.yaml': 'b' }), await folderWith({})];
  const read = () => readFile(join(corpus, 'a.yaml'), 'utf8');
  const write = (text: string) =>
    writeStep(corpus, data, ID, { place: 's1', files: new Map([['a.yaml', text]]) });
  const undo = async () => takeBack(corpus, data, ID, (await lastStep(data, ID)) ?? '00000000');
  return { corpus, data, read, write, undo };
}

describe('takeBack', () => {
  it('gives back, byte for byte, what every change replaced, the last one first', async () => {
    const { read, write, undo } = await desk();
    for (const text of ['two', 'three', '']) await write(text);
    for (const text of ['three', 'two', FIRST]) {
      expect(await undo()).toBe('s1');
      expect(await read()).toBe(text);
    }
    await expect(undo()).rejects.toThrow('no change left to undo');
  });

  it('passes over a change that was killed before it was made', async () => {
    const { corpus, read, write, undo } = await desk();
    await write('two');
    await write('three');
    await writeFile(join(corpus, 'a.yaml'), 'two');
    await undo();
    expect(await read()).toBe(FIRST);
  });

  it('refuses where another has changed a file since, or another change came last', async () => {
    const { corpus, data, read, write, undo } = await desk();
    await write('two');
    await write('three');
    await expect(takeBack(corpus, data, ID, '00000001')).rejects.toThrow('another one than this page knows');
    await writeFile(join(corpus, 'a.yaml'), 'by hand');
    await expect(undo()).rejects.toThrow('a.yaml was changed by somebody else since');
    expect(await read()).toBe('by hand');
  });

  it('says so where what was kept cannot be read', async () => {
    const { data, write, undo } = await desk();
    await write('two');
    await writeFile(join(data, 'undo/a/00000001.json'), '{"files":');
    await expect(undo()).rejects.toThrow('cannot be read, so it cannot be undone');
  });
});

describe('writeStep', () => {
  it('changes nothing and keeps nothing where a file is not there', async () => {
    const { corpus, data } = await desk();
    const files = new Map([
      ['b.yaml', 'c'],
      ['none.yaml', ''],
    ]);
    await expect(writeStep(corpus, data, ID, { place: 's1', files })).rejects.toThrow(
      'none.yaml is not there',
    );
    expect(await readFile(join(corpus, 'b.yaml'), 'utf8')).toBe('b');
    expect(await readdir(data)).toEqual([]);
  });
});
