import { describe, expect, it } from 'vitest';
import type { Area } from './architecture/area.ts';
import { foreignImports, idleAllowances } from './architecture/area.ts';
import { cycles } from './architecture/cycle.ts';
import { defaultExports, looseTemplates, machinePaths, namelessness, overlong } from './architecture/file.ts';
import { modulesIn } from './architecture/module.ts';
import { disorder, readingOrder } from './architecture/order.ts';
import { projectTree } from './architecture/tree.ts';
import { show } from './architecture/violation.ts';

const CORE = 'server/core';

// Who may import what. Each adapter is the only one that knows its technology; only `context.ts` knows them all.
const AREAS: readonly Area[] = [
  { path: CORE, areas: [], packages: [], node: [] },
  {
    path: 'server/text',
    areas: [CORE],
    packages: [
      'micromark',
      'micromark-extension-cjk-friendly',
      'micromark-extension-gfm-footnote',
      'micromark-extension-gfm-strikethrough',
      'micromark-extension-gfm-table',
      'micromark-util-decode-string',
      'micromark-util-edit-map',
      'micromark-util-normalize-identifier',
      'micromark-util-types',
      'fflate',
      'linkedom',
      'parse5',
      'saxes',
    ],
    node: ['module'],
  },
  {
    path: 'server/corpus',
    areas: [CORE],
    packages: ['jsonc-parser', 'yaml'],
    node: ['buffer', 'crypto', 'fs/promises', 'path', 'timers/promises'],
  },
  {
    path: 'server/web',
    areas: [CORE],
    packages: ['d3-force', 'ejs', 'esbuild', 'express', 'helmet', 'i18next', 'lru-cache'],
    node: ['crypto', 'events', 'fs', 'http', 'net', 'path', 'timers/promises', 'util', 'zlib'],
  },
  {
    path: 'server/words',
    areas: [CORE],
    packages: ['@node-rs/jieba', 'opencc-js', 'pinyin-pro'],
    node: ['fs/promises', 'module'],
  },
  // Words are put together when somebody first asks for them.
  { path: 'server/wording.ts', areas: [CORE, 'server/words'], packages: [], node: [] },
  { path: 'server/search', areas: [CORE], packages: ['lunr'], node: ['crypto'] },
  // The thread that builds the index of search is put together beside the program itself.
  {
    path: 'server/indexing.ts',
    areas: ['server/search', 'server/words'],
    packages: [],
    node: ['worker_threads'],
  },
  {
    path: 'server/searching.ts',
    areas: [CORE, 'server/corpus', 'server/search', 'server/indexing.ts'],
    packages: [],
    node: ['crypto', 'fs/promises', 'path', 'worker_threads'],
  },
  {
    path: 'server/edition.ts',
    areas: [CORE, 'server/web', 'server/searching.ts'],
    packages: ['express'],
    node: [],
  },
  { path: 'server/watch.ts', areas: [], packages: [], node: ['fs', 'path'] },
  { path: 'server/first-use.ts', areas: [], packages: [], node: [] },
  // So is the thread that takes a file apart.
  { path: 'server/opening.ts', areas: [CORE, 'server/text'], packages: [], node: ['worker_threads'] },
  {
    path: 'server/opener.ts',
    areas: [CORE, 'server/opening.ts'],
    packages: [],
    node: ['worker_threads'],
  },
  {
    path: 'server/texts.ts',
    areas: [
      CORE,
      'server/corpus',
      'server/text',
      'server/first-use.ts',
      'server/opener.ts',
      'server/wording.ts',
    ],
    packages: [],
    node: [],
  },
  {
    path: 'server/loading.ts',
    areas: ['server/corpus', 'server/settings.ts', 'server/texts.ts'],
    packages: [],
    node: [],
  },
  {
    path: 'server/importing.ts',
    areas: [
      CORE,
      'server/corpus',
      'server/aligning.ts',
      'server/settings.ts',
      'server/texts.ts',
      'server/web',
      'server/wording.ts',
    ],
    packages: [],
    node: ['fs/promises', 'path'],
  },
  {
    path: 'server/realigning.ts',
    areas: ['server/corpus', 'server/settings.ts', 'server/texts.ts', 'server/web'],
    packages: [],
    node: [],
  },
  { path: 'server/settings.ts', areas: [CORE], packages: [], node: ['path'] },
  {
    path: 'server/context.ts',
    areas: [
      CORE,
      'server/corpus',
      'server/words',
      'server/web',
      'server/edition.ts',
      'server/first-use.ts',
      'server/importing.ts',
      'server/loading.ts',
      'server/realigning.ts',
      'server/settings.ts',
      'server/texts.ts',
      'server/watch.ts',
      'server/wording.ts',
    ],
    packages: [],
    node: ['fs/promises'],
  },
  // Aligning is put together for the commands that ask for it.
  {
    path: 'server/aligning.ts',
    areas: [CORE, 'server/text', 'server/loading.ts', 'server/settings.ts', 'server/wording.ts'],
    packages: [],
    node: [],
  },
  {
    path: 'server/cli',
    areas: [
      CORE,
      'server/aligning.ts',
      'server/context.ts',
      'server/importing.ts',
      'server/loading.ts',
      'server/settings.ts',
    ],
    packages: ['pino'],
    node: ['events', 'fs/promises', 'module', 'path', 'util', 'v8'],
  },
  { path: 'client', areas: [], packages: [], node: [] },
];

const tree = projectTree();
const modules = modulesIn(tree);
const house = modules.filter(({ path }) => /^(?:server|client)\//.test(path));

describe('the house', () => {
  it('imports along the table of its areas', () => {
    expect(foreignImports(house, AREAS).map(show)).toEqual([]);
  });

  it('allows in that table only what somebody uses', () => {
    expect(idleAllowances(house, AREAS).map(show)).toEqual([]);
  });

  it('reads core from the first file to the last', () => {
    const order = readingOrder(tree.get('ARCHITECTURE.md') ?? '');
    expect(disorder(house, CORE, order).map(show)).toEqual([]);
  });

  it('has no circles', () => {
    expect(cycles(house).map(show)).toEqual([]);
  });

  it('has no file that is too long', () => {
    expect(overlong(tree).map(show)).toEqual([]);
  });

  it('calls things by their names', () => {
    expect(namelessness(tree, modules).map(show)).toEqual([]);
  });

  it('exports by name', () => {
    expect(defaultExports(modules).map(show)).toEqual([]);
  });

  it('escapes what its templates print, and gives every page a view model', () => {
    expect(looseTemplates(tree).map(show)).toEqual([]);
  });

  it('names no place of one machine', () => {
    expect(machinePaths(tree).map(show)).toEqual([]);
  });
});
