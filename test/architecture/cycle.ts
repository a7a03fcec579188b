import type { Module } from './module.ts';
import type { Violation } from './violation.ts';

/** Files that import themselves by way of others, each circle once, from its first path on. */
export function cycles(modules: readonly Module[]): Violation[] {
  const wanted = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter(({ kind }) => kind === 'file').map(({ name }) => name),
    ]),
  );
  const found = new Map<string, Violation>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      const circle = fromFirst(trail.slice(at));
      const what = [...circle, circle[0]].join(' → ');
      found.set(what, { path: circle[0] ?? path, rule: 'cycle', what });
    } else if (!done.has(path)) {
      for (const next of wanted.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of [...wanted.keys()].sort()) visit(path, []);
  return [...found.values()];
}

function fromFirst(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
