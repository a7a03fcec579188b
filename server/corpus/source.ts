import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './digest.ts';

/** A text's bytes as they were found, or that they were not. */
export type Found =
  | { readonly kind: 'found'; readonly path: string; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'missing' };

/**
 * Look for the named file in each folder in turn. One whose digest is right wins over one that comes first and is not; of several that
 * are not right the first counts.
 */
export async function findSource(file: string, sha256: string, folders: readonly string[]): Promise<Found> {
  let first: Found = { kind: 'missing' };
  for (const folder of folders) {
    const path = join(folder, file);
    const bytes = await readFile(path).catch(ignoreAbsence);
    if (bytes === undefined) continue;
    const found: Found = { kind: 'found', path, bytes, sha256: sha256Of(bytes) };
    if (found.sha256 === sha256) return found;
    if (first.kind === 'missing') first = found;
  }
  return first;
}

/** For `catch`: a file that is not there, or is a folder, or may not be read, is absent; anything else is thrown. */
export function ignoreAbsence(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR' || code === 'EACCES') return undefined;
  throw error;
}
