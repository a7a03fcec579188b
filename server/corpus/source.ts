import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { sha256Of } from './digest.ts';
import { readBytes } from './file.ts';

/** A text's bytes as they were found, or that they were not; `why` if something of its name is there and cannot be read. */
export type Found =
  | { readonly kind: 'found'; readonly path: string; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'missing'; readonly why?: string };

/**
 * Look for the named file in each folder in turn. One whose digest is right wins over one that comes first and is not; of several that
 * are not right the first counts.
 */
export async function findSource(file: string, sha256: string, folders: readonly string[]): Promise<Found> {
  let first: Found = { kind: 'missing' };
  for (const folder of folders) {
    const path = join(folder, file);
    const read = await readBytes(path);
    if (read.kind === 'unreadable' && first.kind === 'missing')
      first = { kind: 'missing', why: first.why ?? read.why };
    if (read.kind !== 'read') continue;
    const { bytes } = read;
    const found: Found = { kind: 'found', path, bytes, sha256: sha256Of(bytes) };
    if (found.sha256 === sha256) return found;
    if (first.kind === 'missing') first = found;
  }
  return first;
}

/** Whether a file of a document's folder is a link to something outside of that folder. */
export async function leadsOut(folder: string, file: string): Promise<boolean> {
  const [home, target] = await Promise.all(
    [folder, join(folder, file)].map((path) => realpath(path).catch(() => undefined)),
  );
  return home !== undefined && target !== undefined && !target.startsWith(home + sep);
}
