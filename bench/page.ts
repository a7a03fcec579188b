import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { startDuidu } from '../test/duidu.ts';
import type { Figure } from './figure.ts';
import { atLeast, median, plain } from './figure.ts';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 32;
const HEADERS = { 'accept-encoding': 'br', 'accept-language': 'en' };

/**
 * Requests per second of one reader page from memory, and of bare node:http with the same bytes, turn by turn in one run. The load
 * generator is not what is measured as long as it gets several times as much out of a socket that does nothing.
 */
export async function measurePage(path: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'));
  const duidu = await startDuidu({ DUIDU_DATA: folder });
  const body = await bytesOf(`${duidu.url}${path}`);
  const file = join(folder, 'page.br');
  await writeFile(file, body);
  const http = await startReference('http', file);
  const socket = await startReference('socket');
  const [ours, theirs, ceiling]: [number[], number[], number[]] = [[], [], []];
  let share = 0;
  try {
    await Promise.all([`${duidu.url}${path}`, http.url].map((url) => load(url, 1)));
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await cpuSeconds(duidu.pid);
      const started = performance.now();
      ours.push(await load(`${duidu.url}${path}`));
      share = ((await cpuSeconds(duidu.pid)) - before) / ((performance.now() - started) / 1000);
      theirs.push(await load(http.url));
      ceiling.push(await load(socket.url));
    }
  } finally {
    await Promise.all([duidu.stop(), http.stop(), socket.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
  const percent = (100 * median(ours)) / median(theirs);
  return [
    atLeast('reader page from memory, of bare node:http', percent, 30, '%'),
    plain(`… ${path}, ${Math.round(body.length / 1000)} kB compressed`, median(ours), 'requests/s'),
    plain('… bare node:http, same bytes', median(theirs), 'requests/s'),
    plain('… the load generator against a socket that answers “ok”', median(ceiling), 'requests/s'),
    ...(share > 0 ? [plain('… of one core, used by Duidu meanwhile', 100 * share, '%')] : []),
  ];
}

// As they are sent: fetch() would decompress them.
async function bytesOf(url: string): Promise<Buffer> {
  const [answer] = await once(get(url, { headers: HEADERS, agent: false }), 'response');
  return Buffer.concat(await answer.toArray());
}

async function load(url: string, duration = SECONDS): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    headers: HEADERS,
  });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers other than 2xx`);
  return requests.average;
}

async function startReference(...args: string[]): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'reference.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = await once(createInterface(child.stdout), 'line');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      const end = once(child, 'exit');
      child.kill();
      return end;
    },
  };
}

// Linux tells the time a process used, in ticks of 10 ms; elsewhere the figure is left out.
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}
