import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { Tree } from './tree.ts';

/** A file of code: what it asks for, and what it offers. */
export interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Names of what it exports; `default` and `*` stand for themselves. */
  readonly exports: readonly string[];
}

/** What is named between the quotes, as a file of the tree, a package without its subpath, or a module of Node. */
export type Import =
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string };

const CODE = /\.(?:ts|js|mjs)$/;

// Dynamic imports, and types that are named in place; the parser does not tell what these ask for.
const INLINE = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every file of code in a tree. @throws Error if one cannot be parsed: no rule could say anything of it. */
export function modulesIn(tree: Tree): Module[] {
  return [...tree].filter(([path]) => CODE.test(path)).map(([path, text]) => moduleOf(path, text));
}

function moduleOf(path: string, text: string): Module {
  const { module, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`);
  const entries = module.staticExports.flatMap((statement) => statement.entries);
  const specifiers = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...entries.flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value])),
    ...[...text.matchAll(INLINE)].map((match) => match[1] ?? ''),
  ];
  return {
    path,
    imports: [...new Set(specifiers)].map((specifier) => importOf(path, specifier)),
    exports: entries.map(({ exportName }) =>
      exportName.kind === 'Default' ? 'default' : (exportName.name ?? '*'),
    ),
  };
}

function importOf(from: string, specifier: string): Import {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  if (specifier.startsWith('.')) {
    return { kind: 'file', name: posix.normalize(posix.join(posix.dirname(from), specifier)) };
  }
  const depth = specifier.startsWith('@') ? 2 : 1;
  return { kind: 'package', name: specifier.split('/').slice(0, depth).join('/') };
}
