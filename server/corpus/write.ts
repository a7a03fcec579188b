import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DomainError } from '../core/refusal.ts';
import { ignoreAbsence } from './file.ts';

/**
 * Replace a file's content in one step: whoever reads it, and whatever is killed when, sees the old or the new content, whole.
 * Folders that lead to it are made.
 *
 * @throws DomainError `conflict` if the system refuses: something else has its name, the disk is full, it is read-only.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(ignoreAbsence);
    throw refusalOf(error, path);
  }
}

const DRAFT = /^\..+\.[0-9a-f-]{36}\.tmp$/;

/** Remove what a `writeWhole` that was killed left in `folder`. Nobody else may be writing there. */
export async function sweep(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(ignoreAbsence)) ?? [];
  for (const name of names) if (DRAFT.test(name)) await rm(join(folder, name), { force: true });
}

/** What the system refused, as a line for people; what is no refusal of the system stays what it is. */
export function refusalOf(error: unknown, path: string): unknown {
  if (error instanceof DomainError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return error;
  const advice =
    code === 'ENOSPC' || code === 'EDQUOT' ? ': the disk is full; make room, and do it again' : '';
  return new DomainError('conflict', `${basename(path)} cannot be written there (${code})${advice}`);
}
