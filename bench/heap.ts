import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Library } from '../server/core/document.ts';
import { load } from '../server/loading.ts';
import { readSettings } from '../server/settings.ts';
import type { Figure } from './figure.ts';
import { atMost, plain } from './figure.ts';

interface Heap {
  readonly bytes: number;
  readonly segments: number;
}

/** What the library holds on to once it is loaded, measured after collection in a process that has nothing else. */
export function measureHeap(): Figure[] {
  const file = fileURLToPath(import.meta.url);
  const { bytes, segments }: Heap = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', file], { encoding: 'utf8' }),
  );
  return [
    atMost('heap per 1,000 segments', bytes / 1e6 / (segments / 1000), 6, 'MB'),
    plain('… segments loaded', segments, ''),
  ];
}

const COPIES = 10;

async function heapOfLibrary(): Promise<Heap> {
  const settings = readSettings(process.env);
  // Once before, so that what is compiled and kept for good does not count; then several times, for the noise of what else is kept.
  await load(settings);
  const before = collected();
  const copies: Library[] = [];
  for (let copy = 0; copy < COPIES; copy += 1) {
    const { library } = await load(settings);
    if (library !== undefined) copies.push(library);
  }
  const bytes = collected() - before;
  const documents = copies.flatMap((library) => library.documents);
  const segments = documents.reduce((sum, document) => sum + document.segments.length, 0);
  return { bytes: bytes / COPIES, segments: segments / COPIES };
}

function collected(): number {
  for (let time = 0; time < 3; time += 1) global.gc?.();
  return process.memoryUsage().heapUsed;
}

if (import.meta.main) console.log(JSON.stringify(await heapOfLibrary()));
