import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../core/refusal.ts';
import { readText } from './file.ts';
import { refusalOf } from './write.ts';

const FILE = '.lock';
const POLL_MS = 50;
const PATIENCE_MS = 60_000;
// Its owner writes its number at once; a lock without one is older than this only if the owner was killed in between.
const NAMELESS_MS = 2_000;

/**
 * Do `work` while no other process writes to the corpus. The lock of a process that was killed is taken over.
 * @throws DomainError `conflict` if another holds it for a minute, or it cannot be written.
 */
export async function alone<Result>(corpus: string, work: () => Promise<Result>): Promise<Result> {
  const path = join(corpus, FILE);
  await take(corpus, path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(corpus: string, path: string): Promise<void> {
  for (let waited = 0; !(await tryToTake(corpus, path)); waited += POLL_MS) {
    if (waited >= PATIENCE_MS) {
      throw new DomainError(
        'conflict',
        `another import is writing to the corpus; if none is, delete its file ${FILE}`,
      );
    }
    if (await isAbandoned(path)) await rm(path, { force: true });
    else await setTimeout(POLL_MS);
  }
}

async function tryToTake(corpus: string, path: string): Promise<boolean> {
  try {
    await mkdir(corpus, { recursive: true });
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid)).finally(() => file.close());
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw refusalOf(error, path);
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await readText(path, FILE);
  if (found.kind !== 'read') return false;
  const owner = Number(found.text);
  if (found.text !== '' && Number.isSafeInteger(owner) && owner > 0) return !isRunning(owner);
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
