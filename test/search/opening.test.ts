import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Library } from '../../server/core/document.ts';
import type { Search } from '../../server/core/search.ts';
import { openSearch } from '../../server/searching.ts';
import { harbour } from './harbour.ts';
import { ask, placesOf } from './search-in.ts';

let folder: string;
let warnings: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duidu-search-'));
  warnings = [];
});
afterEach(() => rm(folder, { recursive: true }));

const file = (): string => join(folder, 'search.json');
const open = (library: Library = harbour): Promise<Search> =>
  openSearch(library, folder, (error) => warnings.push(error));
const works = (search: Search): boolean => placesOf(ask(search, '旗杆')).join() === 'tower:s6';

describe('openSearch()', () => {
  it('builds an index, keeps it, and reads it the next time', async () => {
    expect(works(await open())).toBe(true);
    const { mtimeMs } = await stat(file());
    const again = await open();
    expect(works(again)).toBe(true);
    expect((await stat(file())).mtimeMs).toBe(mtimeMs);
    expect(placesOf(ask(again, '燈塔'))).toContain('tower:s2');
  });

  it('trusts no snapshot that is damaged, cut short, empty, foreign or a folder’s', async () => {
    await open();
    const whole = await readFile(file(), 'utf8');
    const bad = [whole.replace('"units":"', '"units":"AAAA'), whole.slice(0, 1000), '', '{}'];
    for (const text of bad) {
      await writeFile(file(), text);
      expect(works(await open())).toBe(true);
      expect(await readFile(file(), 'utf8')).toBe(whole);
    }
    expect(warnings).toEqual([]);
  });

  it('builds anew when a text, a gloss, a note or a name has changed', async () => {
    await open();
    const before = await readFile(file(), 'utf8');
    const [tower, ...rest] = harbour.documents;
    const segments =
      tower?.segments.map((one) => (one.id === 's6' ? { ...one, en: 'A mast fell.' } : one)) ?? [];
    const changed = { ...harbour, documents: tower === undefined ? rest : [{ ...tower, segments }, ...rest] };
    expect(placesOf(ask(await open(changed), 'mast'))).toEqual(['tower:s6']);
    expect(await readFile(file(), 'utf8')).not.toBe(before);
  });

  it('can be done by two at once', async () => {
    const both = await Promise.all([open(), open()]);
    expect(both.map(works)).toEqual([true, true]);
    expect(works(await open())).toBe(true);
    expect(await readdir(folder)).toEqual(['search.json']);
  });

  it('works where nothing can be kept, and says so', async () => {
    await writeFile(join(folder, 'file'), '');
    const search = await openSearch(harbour, join(folder, 'file', 'below'), (error) => warnings.push(error));
    expect(works(search)).toBe(true);
    expect(warnings).toHaveLength(1);
  });
});
