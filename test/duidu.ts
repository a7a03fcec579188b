import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The real program, serving. */
export interface Duidu {
  /** As its first line says: `http://127.0.0.1:40123`. */
  readonly url: string;
  /** From the moment it was spawned until it said where it listens. */
  readonly startMs: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Run `duidu serve` as a user would, on a free port. @throws Error with what it wrote if it does not serve. */
export async function startDuidu(
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Duidu> {
  const started = performance.now();
  const child = spawn(process.execPath, ['bin/duidu.js', 'serve', ...flags], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints = (complaints + chunk).slice(-4000);
  });
  const first = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    once(child, 'close').then(() => ''),
  ]);
  const startMs = performance.now() - started;
  const url = /^Duidu at (http:\/\/\S+)$/.exec(first)?.[1];
  if (url === undefined || child.pid === undefined) {
    child.kill();
    throw new Error(`duidu serve does not serve: ${first}${complaints}`);
  }
  child.stdout.resume();
  return { url, startMs, pid: child.pid, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = once(child, 'exit');
  child.kill('SIGTERM');
  await end;
}
