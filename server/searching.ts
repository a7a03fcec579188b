import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Library } from './core/document.ts';
import { formsOf } from './core/entity.ts';
import type { Search } from './core/search.ts';
import { datesTold } from './core/told.ts';
import { readText } from './corpus/file.ts';
import { writeWhole } from './corpus/write.ts';
import type { IndexOrder } from './indexing.ts';
import { searchOver } from './search/engine.ts';
import { decode, encode, keyOf } from './search/keep.ts';
import { openIndex } from './search/open-index.ts';
import type { Snapshot } from './search/snapshot.ts';
import type { Unit } from './search/unit.ts';
import { unitsOf } from './search/unit.ts';

const FILE = 'search.json';

/**
 * Search over a library: from the snapshot of the last start, if it is of the same texts and the same code, or else from an index built in
 * a thread of its own. A snapshot that cannot be kept only costs the time again.
 */
export async function openSearch(
  library: Library,
  data: string,
  warn: (error: unknown) => void,
): Promise<Search> {
  const { authority } = library;
  const units = unitsOf(library);
  const order = orderOf(library, units);
  const key = keyOf(order.sources, order.words, await codeVersion());
  const snapshot = (await kept(data, key)) ?? (await built(order, data, key, warn));
  return searchOver(
    openIndex(snapshot, units, authority.gazetteer),
    library,
    datesTold(library.chronicle.events),
  );
}

/** What is to be indexed of a library, and the words that stay whole: every Chinese name and term. */
export function orderOf(
  { authority, terms }: Pick<Library, 'authority' | 'terms'>,
  units: readonly Unit[],
): IndexOrder {
  return {
    sources: units.map(({ source }) => source),
    words: [
      ...[...authority.entities.values()].flatMap(formsOf).map(({ text }) => text),
      ...terms.map(({ zh }) => zh),
    ].filter((text) => /\p{Script=Han}/u.test(text)),
  };
}

async function kept(data: string, key: string): Promise<Snapshot | undefined> {
  const found = await readText(join(data, FILE), FILE);
  return found.kind === 'read' ? decode(found.text, key) : undefined;
}

async function built(
  order: IndexOrder,
  data: string,
  key: string,
  warn: (error: unknown) => void,
): Promise<Snapshot> {
  const snapshot = await inThread(order);
  await writeWhole(join(data, FILE), encode(snapshot, key)).catch(warn);
  return snapshot;
}

function inThread(order: IndexOrder): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    // Young objects are cleared away early: of 10,000 segments that saves 140 MB of 870.
    const worker = new Worker(new URL('./indexing.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: 6 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
  });
}

/** A digest of the code that makes and reads the index, and of the packages it stands on: whatever changes there makes the snapshot old. */
async function codeVersion(): Promise<string> {
  const hash = createHash('sha256');
  const folders = ['search', 'words'].map((name) => join(import.meta.dirname, name));
  for (const folder of folders)
    for (const name of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, name)));
  const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8'));
  return hash.update(JSON.stringify(dependencies)).digest('hex');
}
