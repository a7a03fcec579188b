import { posix } from 'node:path';
import type { Module } from './module.ts';
import type { Tree } from './tree.ts';
import type { Violation } from './violation.ts';

const WRITTEN = /\.(?:ts|js|mjs|css|ejs)$/;
const LIMIT = 300;
const TEMPLATE_LIMIT = 60;

/** Code, styles and templates that are longer than anybody reads at once. */
export function overlong(tree: Tree): Violation[] {
  return [...tree].flatMap(([path, text]) => {
    if (!WRITTEN.test(path)) return [];
    const limit = path.endsWith('.ejs') ? TEMPLATE_LIMIT : LIMIT;
    const lines = text.trimEnd().split('\n').length;
    return lines > limit ? [{ path, rule: 'length', what: `${lines} lines; at most ${limit}` }] : [];
  });
}

// Words that would fit anything, and so say nothing.
const NO_NAMES = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'manager',
  'process',
  'data',
  'misc',
]);

/** Files, folders and exports whose name holds a word that is no name. */
export function namelessness(tree: Tree, modules: readonly Module[]): Violation[] {
  const paths = [...tree.keys()].filter((path) => WRITTEN.test(path));
  return [
    ...paths.flatMap((path) =>
      emptyWords(path).map((word) => ({ path, rule: 'name', what: `“${word}” is no name` })),
    ),
    ...modules.flatMap(({ path, exports }) =>
      exports
        .filter((name) => emptyWords(name).length > 0)
        .map((name) => ({ path, rule: 'name', what: `exports ${name}, which is no name` })),
    ),
  ];
}

function emptyWords(name: string): string[] {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z0-9]+/).filter((word) => NO_NAMES.has(word));
}

/** Default exports, which every importer would name anew. A tool may ask for one in its configuration. */
export function defaultExports(modules: readonly Module[]): Violation[] {
  return modules
    .filter(({ path, exports }) => exports.includes('default') && !path.endsWith('.config.ts'))
    .map(({ path }) => ({ path, rule: 'export', what: 'exports a default' }));
}

/** Templates that print what is not escaped, and pages whose template or view model is not there. */
export function looseTemplates(tree: Tree): Violation[] {
  const templates = [...tree.keys()].filter((path) => path.endsWith('.ejs'));
  const pages = templates.filter((path) => posix.dirname(path) === 'views/pages');
  return [
    ...templates.flatMap((path) => {
      const raw = [...(tree.get(path) ?? '').matchAll(/<%-(?!\s*include\()[^%]*/g)].map((match) => match[0]);
      return raw.map((tag) => ({ path, rule: 'template', what: `prints without escaping: ${tag.trim()}` }));
    }),
    ...pages
      .map((path) => ({ path, model: `server/web/pages/${posix.basename(path, '.ejs')}.ts` }))
      .filter(({ model }) => !tree.has(model))
      .map(({ path, model }) => ({ path, rule: 'template', what: `has no view model ${model}` })),
  ];
}

// Folders of one machine: a home, a root's home, a place of work.
const MACHINE = /(?<![\w.:/~-])\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]+|\b[A-Z]:\\Users\\/g;

/** Paths that exist on somebody's machine only, and lock files that name where somebody's packages came from. */
export function machinePaths(tree: Tree): Violation[] {
  return [...tree].flatMap(([path, text]) => {
    const found = new Set([...text.matchAll(MACHINE)].map((match) => match[0]));
    const hosts = path.endsWith('package-lock.json') ? [...text.matchAll(/"resolved": "([^"]+)"/g)] : [];
    // `.npmrc` keeps them out: npm asks whichever registry it is set to, and the lock holds what must arrive.
    const foreign = hosts.map((match) => match[1] ?? '').filter((url) => /^https?:/.test(url));
    return [...found, ...foreign].map((place) => ({ path, rule: 'place', what: `names ${place}` }));
  });
}
