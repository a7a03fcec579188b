import type { Module } from './module.ts';
import type { Violation } from './violation.ts';

/**
 * The reading order of `server/core` as ARCHITECTURE.md lists it, first to last, without `.ts`:
 * the lines of its numbered list that begin with a name in backticks.
 */
export function readingOrder(architecture: string): string[] {
  return [...architecture.matchAll(/^\d+\. `([a-z-]+)`/gm)].map((match) => match[1] ?? '');
}

/** Files of a folder that import what stands below them in the reading order, or that the order does not name, and the other way about. */
export function disorder(modules: readonly Module[], folder: string, order: readonly string[]): Violation[] {
  const placeOf = (path: string): number => order.indexOf(path.slice(folder.length + 1, -'.ts'.length));
  const inside = modules.filter((module) => module.path.startsWith(`${folder}/`));
  const paths = new Set(inside.map((module) => module.path));
  return [
    ...order
      .map((name) => `${folder}/${name}.ts`)
      .filter((path) => !paths.has(path))
      .map((path) => ({ path, rule: 'order', what: 'is in the reading order, but not in the folder' })),
    ...inside
      .filter(({ path }) => placeOf(path) === -1)
      .map(({ path }) => ({ path, rule: 'order', what: 'is not in the reading order of ARCHITECTURE.md' })),
    ...inside.flatMap(({ path, imports }) =>
      imports
        .filter(({ kind, name }) => kind === 'file' && paths.has(name) && placeOf(name) >= placeOf(path))
        .map(({ name }) => ({ path, rule: 'order', what: `imports ${name}, which is read after it` })),
    ),
  ];
}
