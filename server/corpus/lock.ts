import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../core/refusal.ts';
import { ignoreAbsence, readText } from './file.ts';
import { isUnsettled, settle } from './transaction.ts';
import { refusalOf } from './write.ts';

const FILE = '.lock';
const POLL_MS = 50;
const PATIENCE_MS = 60_000;
// Its owner writes its number at once; a lock without one is older than this only if the owner was killed in between.
const NAMELESS_MS = 2_000;
/** Locks that this process holds. */
const mine = new Set<string>();

/**
 * Do `work` while no other process writes to the corpus. The lock of a process that was killed is taken over, and what it had decided is
 * finished first.
 * @throws DomainError `conflict` if another holds it for a minute, or it cannot be written.
 */
export async function alone<Result>(corpus: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(corpus, FILE);
  await take(corpus, path);
  try {
    await settle(corpus);
    return await work();
  } finally {
    mine.delete(path);
    await rm(path, { force: true });
  }
}

/** Finish what a process that was killed had decided to write, before the corpus is read. @throws DomainError as `alone` does. */
export async function finishInterrupted(corpus: string): Promise<void> {
  if (await isUnsettled(corpus)) await alone(corpus, async () => undefined);
}

async function take(corpus: string, path: string): Promise<void> {
  for (let waited = 0; !(await tryToTake(corpus, path)); waited += POLL_MS) {
    if (waited >= PATIENCE_MS) {
      throw new DomainError(
        'conflict',
        `another import is writing to the corpus; if none is, delete its file ${FILE}`,
      );
    }
    if (await isAbandoned(path)) await remove(path);
    else await setTimeout(POLL_MS);
  }
}

async function tryToTake(corpus: string, path: string): Promise<boolean> {
  try {
    await mkdir(corpus, { recursive: true });
    const file = await open(path, 'wx');
    mine.add(path);
    try {
      await file.writeFile(String(process.pid));
    } catch (error) {
      mine.delete(path);
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw refusalOf(error, path);
  }
}

// Put aside first: two that find it abandoned must not remove the lock that one of them has taken meanwhile.
async function remove(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(ignoreAbsence);
  if (!(await isAbandoned(aside))) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await readText(path, FILE);
  if (found.kind !== 'read') return false;
  const owner = Number(found.text);
  if (found.text !== '' && Number.isSafeInteger(owner) && owner > 0)
    // A process of our number that was not us: numbers come again, above all in containers.
    return owner === process.pid ? mine.size === 0 : !isRunning(owner);
  const written = await stat(path).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs > NAMELESS_MS;
}

// Signal 0 is only asked about; a process of another user may not be, but is there.
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
