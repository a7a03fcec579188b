import type { Import, Module } from './module.ts';
import type { Violation } from './violation.ts';

/** A part of the house, by the beginning of its paths, and all that it may import besides itself. */
export interface Area {
  readonly path: string;
  /** Areas, by their paths. */
  readonly areas: readonly string[];
  readonly packages: readonly string[];
  /** Modules of Node without `node:`. */
  readonly node: readonly string[];
}

/** Imports that the table of areas does not allow, and files that stand in no area. */
export function foreignImports(modules: readonly Module[], areas: readonly Area[]): Violation[] {
  return modules.flatMap((module) => {
    const area = areaOf(module.path, areas);
    if (area === undefined)
      return [{ path: module.path, rule: 'area', what: 'stands in no area of the table' }];
    return module.imports
      .filter((wanted) => !isAllowed(wanted, area, areas))
      .map(({ name }) => ({
        path: module.path,
        rule: 'import',
        what: `${area.path} may not import ${name}`,
      }));
  });
}

/** What the table of areas allows, and no file of the area asks for. */
export function idleAllowances(modules: readonly Module[], areas: readonly Area[]): Violation[] {
  return areas.flatMap((area) => {
    const wanted = modules
      .filter(({ path }) => areaOf(path, areas) === area)
      .flatMap(({ imports }) => imports)
      .map(({ kind, name }) => (kind === 'file' ? areaOf(name, areas)?.path : name));
    const allowed = [...area.areas, ...area.packages, ...area.node.map((name) => `node:${name}`)];
    return allowed
      .filter((name) => !wanted.includes(name))
      .map((name) => ({ path: area.path, rule: 'import', what: `no file imports ${name}` }));
  });
}

// The longest path decides: `server/context.ts` stands in `server`, but is an area of its own.
function areaOf(path: string, areas: readonly Area[]): Area | undefined {
  return areas
    .filter((area) => path === area.path || path.startsWith(`${area.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

function isAllowed(wanted: Import, area: Area, areas: readonly Area[]): boolean {
  if (wanted.kind === 'package') return area.packages.includes(wanted.name);
  if (wanted.kind === 'node') return area.node.includes(wanted.name.slice('node:'.length));
  const target = areaOf(wanted.name, areas);
  return target === area || (target !== undefined && area.areas.includes(target.path));
}
