import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../core/refusal.ts';
import { ignoreAbsence } from './file.ts';
import { refusalOf } from './write.ts';

// What is prepared stands in a folder of the first name, and no reader looks there. Its one renaming decides; from then on whoever comes next
// puts into place what is left in it.
const PREPARED = /^\.prepared\.[0-9a-f-]{36}$/;
const DECIDED = '.decided';

/**
 * Write files of the corpus together: all of them, or none, whatever is killed when. Names are relative to the corpus; `corpus.yaml` comes last, so
 * that a document is shown when it is whole. Nobody else may be writing: it is called within `alone`.
 *
 * @throws DomainError `conflict` if the system refuses, as when the disk is full; nothing is changed then.
 */
export async function writeTogether(
  corpus: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const prepared = join(corpus, `.prepared.${randomUUID()}`);
  let current = corpus;
  try {
    for (const [name, content] of files) {
      current = join(corpus, name);
      await mustBeWritable(corpus, name);
      await writeSynced(join(prepared, name), content);
    }
    await rename(prepared, join(corpus, DECIDED));
  } catch (error) {
    await rm(prepared, { recursive: true, force: true }).catch(ignoreAbsence);
    throw refusalOf(error, current);
  }
  await syncFolder(corpus);
  await settle(corpus);
}

/** Put into place what was decided, and remove what was only prepared, by processes that are gone. Nobody else may be writing. */
export async function settle(corpus: string): Promise<void> {
  const names = (await readdir(corpus).catch(ignoreAbsence)) ?? [];
  try {
    if (names.includes(DECIDED)) {
      await layInto(join(corpus, DECIDED), corpus);
      await rm(join(corpus, DECIDED), { recursive: true, force: true });
    }
    for (const name of names)
      if (PREPARED.test(name)) await rm(join(corpus, name), { recursive: true, force: true });
  } catch (error) {
    throw refusalOf(error, join(corpus, DECIDED));
  }
}

/** Whether something was decided that does not stand in its place yet. */
export async function isUnsettled(corpus: string): Promise<boolean> {
  return (await lstat(join(corpus, DECIDED)).catch(ignoreAbsence)) !== undefined;
}

/** Move what is in one folder into another: folders that are not there at once, with all that is in them; single files last. */
async function layInto(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true });
  entries.sort((a, b) => Number(b.isDirectory()) - Number(a.isDirectory()) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const target = join(to, entry.name);
    const there = await lstat(target).catch(ignoreAbsence);
    if (entry.isDirectory() && there !== undefined) await layInto(join(from, entry.name), target);
    else await rename(join(from, entry.name), target);
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

// Not every system lets a folder be synced; then it is as safe as that system is.
async function syncFolder(folder: string): Promise<void> {
  const file = await open(folder, 'r').catch(() => undefined);
  await file?.sync().catch(() => undefined);
  await file?.close();
}

/** What could not be put into place later must not be decided. */
async function mustBeWritable(corpus: string, name: string): Promise<void> {
  const steps = name.split('/');
  for (const [index, step] of steps.entries()) {
    const found = await lstat(join(corpus, ...steps.slice(0, index + 1))).catch(ignoreAbsence);
    if (found === undefined) return;
    const isLast = index === steps.length - 1;
    if (found.isSymbolicLink())
      throw new DomainError(
        'conflict',
        `${steps.slice(0, index + 1).join('/')} is a link to somewhere else; put the ${isLast ? 'file' : 'folder'} itself there, or remove the link`,
      );
    if (isLast ? found.isDirectory() : !found.isDirectory())
      throw new DomainError('conflict', `${step} cannot be written there (${isLast ? 'EISDIR' : 'ENOTDIR'})`);
  }
}
