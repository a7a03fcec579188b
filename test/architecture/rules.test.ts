import { describe, expect, it } from 'vitest';
import type { Area } from './area.ts';
import { foreignImports, idleAllowances } from './area.ts';
import { cycles } from './cycle.ts';
import { defaultExports, looseTemplates, machinePaths, namelessness, overlong } from './file.ts';
import { modulesIn } from './module.ts';
import { disorder, readingOrder } from './order.ts';
import { show } from './violation.ts';

// Each rule is broken on purpose once, in a tree made up for it.
describe('a rule of the house', () => {
  const treeOf = (files: Record<string, string>) => new Map(Object.entries(files));
  const modulesOf = (files: Record<string, string>) => modulesIn(treeOf(files));

  it('sees an import however it is written', () => {
    const text = `
      import type { A } from './a.ts';
      import b, { type C } from 'yaml/sub';
      export { d } from '../d.ts';
      export * from '@scope/e/f';
      const g = await import('node:fs');
      type H = import('./h.ts').H;`;
    expect(
      modulesOf({ 'server/x/y.ts': text })[0]?.imports.map(({ kind, name }) => `${kind} ${name}`),
    ).toEqual([
      'file server/x/a.ts',
      'package yaml',
      'file server/d.ts',
      'package @scope/e',
      'node node:fs',
      'file server/x/h.ts',
    ]);
  });

  it('refuses a file it cannot parse', () => {
    expect(() => modulesOf({ 'server/x.ts': 'import from;' })).toThrow('server/x.ts');
  });

  it('finds what an area may not import, and a file in no area', () => {
    const files = {
      'server/core/a.ts': `import 'node:fs'; import 'yaml'; import '../web/b.ts'; import './c.ts';`,
      'server/web/b.ts': `import '../core/a.ts'; import 'express/lib/x'; import 'node:http'; import '../context.ts'; import '../text/t.ts';`,
      'server/context.ts': `import './web/b.ts'; import '@scope/express';`,
      'server/tools/d.ts': '',
    };
    const areas: Area[] = [
      { path: 'server/core', areas: [], packages: [], node: [] },
      { path: 'server/web', areas: ['server/core'], packages: ['express'], node: ['http'] },
      { path: 'server/text', areas: ['server/core'], packages: [], node: [] },
      { path: 'server/context.ts', areas: ['server/web'], packages: [], node: [] },
    ];
    expect(foreignImports(modulesOf(files), areas).map(show)).toEqual([
      'server/core/a.ts: import: server/core may not import node:fs',
      'server/core/a.ts: import: server/core may not import yaml',
      'server/core/a.ts: import: server/core may not import server/web/b.ts',
      'server/web/b.ts: import: server/web may not import server/context.ts',
      'server/web/b.ts: import: server/web may not import server/text/t.ts',
      'server/context.ts: import: server/context.ts may not import @scope/express',
      'server/tools/d.ts: area: stands in no area of the table',
    ]);
  });

  it('finds what the table allows and nobody uses', () => {
    const areas = [{ path: 'server/core', areas: ['server/web'], packages: ['yaml', 'ejs'], node: ['fs'] }];
    const files = { 'server/core/a.ts': `import 'yaml';` };
    expect(idleAllowances(modulesOf(files), areas).map(show)).toEqual([
      'server/core: import: no file imports server/web',
      'server/core: import: no file imports ejs',
      'server/core: import: no file imports node:fs',
    ]);
  });

  it('finds what is read too early, and what the reading order misses or makes up', () => {
    const order = readingOrder(
      'The order:\n\n1. `span` – a range\n2. `run` – a stretch\n3. `ghost` – nothing\n',
    );
    const files = {
      'server/core/span.ts': `import type { Run } from './run.ts';`,
      'server/core/run.ts': `import { a } from './span.ts';`,
      'server/core/stray.ts': '',
    };
    expect(disorder(modulesOf(files), 'server/core', order).map(show)).toEqual([
      'server/core/ghost.ts: order: is in the reading order, but not in the folder',
      'server/core/stray.ts: order: is not in the reading order of ARCHITECTURE.md',
      'server/core/span.ts: order: imports server/core/run.ts, which is read after it',
    ]);
  });

  it('finds a circle once, and no circle in a diamond', () => {
    const files = {
      'a.ts': `import './b.ts'; import './d.ts';`,
      'b.ts': `import './c.ts';`,
      'c.ts': `import './a.ts';`,
      'd.ts': `import './e.ts'; import './f.ts';`,
      'e.ts': `import './f.ts';`,
      'f.ts': '',
    };
    expect(cycles(modulesOf(files)).map(show)).toEqual(['a.ts: cycle: a.ts → b.ts → c.ts → a.ts']);
  });

  it('counts lines of code, styles and templates, and of nothing else', () => {
    const lines = (count: number) => 'x\n'.repeat(count);
    const files = { 'a.ts': lines(300), 'b.css': lines(301), 'c.ejs': lines(61), 'd.json': lines(999) };
    expect(overlong(treeOf(files)).map(show)).toEqual([
      'b.css: length: 301 lines; at most 300',
      'c.ejs: length: 61 lines; at most 60',
    ]);
  });

  it('finds words that are no names in paths and exports', () => {
    const files = {
      'server/utils/a.ts': '',
      'server/text-helpers.ts': '',
      'server/metadata.ts': 'export const pageData = 1; export function databaseOf() {}',
      'corpus/data.yaml': '',
    };
    expect(namelessness(treeOf(files), modulesOf(files)).map(show)).toEqual([
      'server/utils/a.ts: name: “utils” is no name',
      'server/text-helpers.ts: name: “helpers” is no name',
      'server/metadata.ts: name: exports pageData, which is no name',
    ]);
  });

  it('finds a default export', () => {
    const files = {
      'a.ts': 'export default 1;',
      'b.ts': 'const b = 1; export { b as default };',
      'c.config.ts': 'export default {};',
      'd.ts': '// export default\nexport const d = 1;',
    };
    expect(defaultExports(modulesOf(files)).map(({ path }) => path)).toEqual(['a.ts', 'b.ts']);
  });

  it('finds a template that does not escape, and a page without a view model', () => {
    const files = {
      'views/pages/a.ejs': `<%- include('../parts/x', { a }) %><%- page.html %>`,
      'views/parts/x.ejs': '<%= a %>',
      'server/web/pages/b.ts': '',
    };
    expect(looseTemplates(treeOf(files)).map(show)).toEqual([
      'views/pages/a.ejs: template: prints without escaping: <%- page.html',
      'views/pages/a.ejs: template: has no view model server/web/pages/a.ts',
    ]);
  });

  it('finds places of one machine', () => {
    const home = ['', 'home', 'anna', 'texts'].join('/');
    const files = {
      'docs/a.md': `Look into ${home}/b.txt, /usr/bin and https://example.org${home}`,
      'package-lock.json': '{ "resolved": "https://mirror.example/x.tgz" }',
    };
    expect(machinePaths(treeOf(files)).map(show)).toEqual([
      `docs/a.md: place: names ${home}`,
      'package-lock.json: place: names https://mirror.example/x.tgz',
    ]);
  });
});
