import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startDuidu } from '../test/duidu.ts';
import type { Figure } from './figure.ts';
import { atLeast, median, plain } from './figure.ts';
import type { Load } from './load.ts';
import { bytesOf, load } from './load.ts';

const ROUNDS = 5;
const SECONDS = 2;

/**
 * Requests per second of one reader page from memory, and of bare node:http with the same bytes, turn by turn in one run. A socket
 * that sends the same bytes without reading shows how much more could have been asked for.
 */
export async function measurePage(path: string, name = 'reader page'): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'));
  const duidu = await startDuidu({ DUIDU_DATA: folder });
  const body = await bytesOf(`${duidu.url}${path}`);
  const file = join(folder, 'page.br');
  await writeFile(file, body);
  const [http, socket] = await Promise.all([startReference('http', file), startReference('socket', file)]);
  const loads: { ours: Load; bare: Load; ceiling: Load }[] = [];
  const round = async () => ({
    ours: await load(`${duidu.url}${path}`, SECONDS),
    bare: await load(http.url, SECONDS),
    ceiling: await load(socket.url, SECONDS),
  });
  try {
    // The first round is for what compiles code while it runs.
    await round();
    for (let turn = 0; turn < ROUNDS; turn += 1) loads.push(await round());
  } finally {
    await Promise.all([duidu.stop(), http.stop(), socket.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
  const rate = (of: 'ours' | 'bare' | 'ceiling'): number => median(loads.map((one) => one[of].perSecond));
  const percent = median(loads.map(({ ours, bare }) => (100 * ours.perSecond) / bare.perSecond));
  const share = median(loads.map(({ ours }) => ours.share));
  return [
    atLeast(`${name} from memory, of bare node:http`, percent, 30, '%'),
    plain(`… ${path}, ${Math.round(body.length / 1000)} kB compressed`, rate('ours'), 'requests/s'),
    plain('… bare node:http, same bytes', rate('bare'), 'requests/s'),
    plain('… a socket that sends the same bytes unread', rate('ceiling'), 'requests/s'),
    plain('… what asking Duidu took of one core', 100 * share, '%'),
  ];
}

async function startReference(
  kind: string,
  file: string,
): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'reference.ts'), kind, file], {
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
