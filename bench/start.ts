import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDuidu } from '../test/duidu.ts';
import type { Figure } from './figure.ts';
import { atMost, median, plain } from './figure.ts';

const TIMES = 5;

/** From spawning the program until it listens: with nothing of its own on disk, and as it starts every other time. */
export async function measureStart(): Promise<Figure[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  const bare: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'));
    cold.push(await start(folder));
    warm.push(await start(folder));
    bare.push(startNode());
    await rm(folder, { recursive: true, force: true });
  }
  return [
    atMost('start to listening, caches warm', median(warm) / 1000, 0.5, 's'),
    atMost('start to listening, caches cold', median(cold) / 1000, 3, 's'),
    plain('… Node itself, to start and end with nothing to do', median(bare) / 1000, 's'),
  ];
}

function startNode(): number {
  const started = performance.now();
  execFileSync(process.execPath, ['--eval', '0']);
  return performance.now() - started;
}

async function start(dataFolder: string): Promise<number> {
  const duidu = await startDuidu({ DUIDU_DATA: dataFolder });
  await duidu.stop();
  return duidu.startMs;
}
