import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a project by path from its root, with `/` between folders. Only those that hold text. */
export type Tree = ReadonlyMap<string, string>;

const OUTSIDE = new Set(['.git', 'node_modules', '.duidu', 'coverage', 'corpus/sources']);

/** The project as it would be published: what is tracked, and what is new and not ignored. */
export function projectTree(root = '.'): Tree {
  const texts = new Map<string, string>();
  for (const path of pathsIn(root).sort()) {
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes('\0')) texts.set(path, text);
  }
  return texts;
}

function pathsIn(root: string): string[] {
  // An unpacked archive has no history; then the folder itself says what belongs to the project.
  if (!existsSync(join(root, '.git'))) return walk(root, '');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = new Set(listed.split('\0').filter((path) => path !== ''));
  return [...paths].filter((path) => statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (OUTSIDE.has(path)) return [];
    return entry.isDirectory() ? walk(root, path) : entry.isFile() ? [path] : [];
  });
}
