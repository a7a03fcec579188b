import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { sha256Of } from './digest.ts';
import { ignoreAbsence, readBytes } from './file.ts';
import { isUnsettled, writeTogether } from './transaction.ts';
import { writeWhole } from './write.ts';

/** How many changes of a document can be taken back; older ones are forgotten. */
export const MOST_STEPS = 100;

/** One change, as it is kept to be taken back. */
interface Step {
  /** Where it was made. */
  readonly place: string;
  readonly files: readonly {
    /** In the corpus. */
    readonly name: string;
    /** All that stood in it, in Base64: it comes back byte for byte. */
    readonly before: string;
    /** SHA-256 of what the change made of it. */
    readonly after: string;
  }[];
}

const FILE = /^\d{8}\.json$/;

/** What names the last change of a document; undefined where there is none to take back. */
export async function lastStep(data: string, id: DocumentId): Promise<string | undefined> {
  return (await stepsIn(folderOf(data, id))).at(-1)?.slice(0, -'.json'.length);
}

/**
 * Write files of the corpus, and keep what they replace. Nobody else may be writing.
 * @throws DomainError `conflict` if one of them is not there, or the system refuses; nothing is changed then.
 */
export async function writeStep(
  corpus: string,
  data: string,
  id: DocumentId,
  { place, files }: { readonly place: string; readonly files: ReadonlyMap<string, string> },
): Promise<void> {
  const folder = folderOf(data, id);
  const kept: Step['files'] = await Promise.all(
    [...files].map(async ([name, content]) => ({
      name,
      before: (await bytesOf(corpus, name)).toString('base64'),
      after: sha256Of(Buffer.from(content)),
    })),
  );
  const steps = await stepsIn(folder);
  const number = Number(steps.at(-1)?.slice(0, 8) ?? 0) + 1;
  const path = join(folder, `${String(number).padStart(8, '0')}.json`);
  // Kept before anything changes: a change that is killed in between can be told from one that was made.
  await writeWhole(path, JSON.stringify({ place, files: kept } satisfies Step));
  try {
    await writeTogether(corpus, files);
  } catch (error) {
    // What was decided is finished by whoever comes next, and can be undone.
    if (!(await isUnsettled(corpus))) await rm(path, { force: true });
    throw error;
  }
  for (const old of steps.slice(0, Math.max(0, steps.length + 1 - MOST_STEPS)))
    await rm(join(folder, old), { force: true });
}

/**
 * Take the last change of a document back, if it is the one that `seen` names: its files are what they were, byte for byte. Returns where it was made.
 * Nobody else may be writing.
 *
 * @throws DomainError `conflict` if there is none, another one came after it, or somebody else has changed one of its files since.
 */
export async function takeBack(corpus: string, data: string, id: DocumentId, seen: string): Promise<string> {
  const folder = folderOf(data, id);
  for (let expected: string | undefined = seen; ; expected = undefined) {
    const last = await lastStep(data, id);
    if (last === undefined) throw new DomainError('conflict', 'there is no change left to undo');
    if (expected !== undefined && last !== expected)
      throw new DomainError(
        'conflict',
        'the last change is another one than this page knows; look at it again here, and undo then',
      );
    const path = join(folder, `${last}.json`);
    const step = await readStep(path);
    const now = await Promise.all(step.files.map(({ name }) => bytesOf(corpus, name)));
    const isAs = (wanted: (file: Step['files'][number]) => string): boolean =>
      step.files.every((file, at) => sha256Of(now[at] ?? Buffer.alloc(0)) === wanted(file));
    const wasNeverMade = isAs(({ before }) => sha256Of(Buffer.from(before, 'base64')));
    const other = step.files.find(({ after }, at) => sha256Of(now[at] ?? Buffer.alloc(0)) !== after);
    if (!wasNeverMade && other !== undefined)
      throw new DomainError(
        'conflict',
        `${other.name} was changed by somebody else since; undoing would lose that, so the last change stays. Mend it by hand, or take that change out first`,
      );
    const before = step.files.map((file) => [file.name, Buffer.from(file.before, 'base64')] as const);
    if (!wasNeverMade) await writeTogether(corpus, new Map(before));
    await rm(path, { force: true });
    if (!wasNeverMade) return step.place;
  }
}

async function readStep(path: string): Promise<Step> {
  const found = await readBytes(path);
  try {
    if (found.kind === 'read') return JSON.parse(found.bytes.toString('utf8')) as Step;
  } catch {
    // Below.
  }
  throw new DomainError(
    'conflict',
    'what was kept of the last change cannot be read, so it cannot be undone',
  );
}

async function bytesOf(corpus: string, name: string): Promise<Buffer> {
  const found = await readBytes(join(corpus, name));
  if (found.kind === 'read') return found.bytes;
  throw new DomainError('conflict', `${name} is not there or cannot be read; duidu check says why`);
}

function folderOf(data: string, id: DocumentId): string {
  return join(data, 'undo', id);
}

async function stepsIn(folder: string): Promise<string[]> {
  return ((await readdir(folder).catch(ignoreAbsence)) ?? []).filter((name) => FILE.test(name)).sort();
}
