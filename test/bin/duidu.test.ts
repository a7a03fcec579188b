import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const PLATFORM = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

// What an older Node looks like from inside; what it starts is real again.
const OLD = `
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });
Object.defineProperty(process, 'version', { value: 'v20.19.0' });
process.execArgv = [];
`;

const MAIN = `
export async function main(argv: string[]): Promise<number> {
  const stopped = new Promise<number>((stop) => {
    if (argv[0] === 'serve') process.once('SIGTERM', () => { clearInterval(stay); console.log('stopped'); stop(0); });
  });
  const stay = argv[0] === 'serve' || argv[0] === 'hang' ? setInterval(() => {}, 1000) : undefined;
  console.log('on ' + process.versions.node, ...argv);
  return stay === undefined ? Number(argv[0]) : stopped;
}
`;

let house: string;
beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'duidu-bin-'));
  await mkdir(join(house, 'server/cli'), { recursive: true });
  await cp('bin', join(house, 'bin'), { recursive: true });
  await writeFile(join(house, 'package.json'), '{"type":"module"}');
  await writeFile(join(house, 'server/cli/main.ts'), MAIN);
  await writeFile(join(house, 'old.mjs'), OLD);
});
afterEach(() => rm(house, { recursive: true }));

/** Put a Node where npm would install one; this one says of itself that it is `version`. */
async function installNode(version: string): Promise<void> {
  const folder = join(house, 'node_modules', PLATFORM);
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ version }));
  await symlink(process.execPath, join(folder, 'bin/node'));
}

function start(as: 'new' | 'old', ...argv: string[]): ChildProcess {
  const preload = as === 'old' ? ['--import', join(house, 'old.mjs')] : [];
  return spawn(process.execPath, [...preload, join(house, 'bin/duidu.js'), ...argv], { stdio: 'pipe' });
}

async function endOf(child: ChildProcess) {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, stdout, stderr };
}

const here = `on ${process.versions.node}`;

describe('bin/duidu.js', () => {
  it('runs as it is on a Node that is new enough, and exits as the command does', async () => {
    expect(await endOf(start('new', '2'))).toEqual({
      code: 2,
      signal: null,
      stdout: `${here} 2\n`,
      stderr: '',
    });
  });

  it('restarts itself once with the installed Node, with the same arguments and the same exit code', async () => {
    await installNode('24.21.0');
    const end = await endOf(start('old', '2', '--strict', 'a b'));
    expect(end).toEqual({ code: 2, signal: null, stdout: `${here} 2 --strict a b\n`, stderr: '' });
  });

  it('hands a signal on, and waits until the command has stopped', async () => {
    await installNode('24.21.0');
    const child = start('old', 'serve');
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    expect(await endOf(child)).toEqual({
      code: 0,
      signal: null,
      stdout: `${here} serve\nstopped\n`,
      stderr: '',
    });
  });

  it('ends by the signal that ended the command', async () => {
    await installNode('24.21.0');
    const child = start('old', 'hang');
    child.stdout?.once('data', () => child.kill('SIGTERM'));
    expect(await endOf(child)).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' });
  });

  it('stops when the shell that npm started it through is gone', async () => {
    const shell = `
      const { spawn } = require('node:child_process');
      spawn(process.execPath, [${JSON.stringify(join(house, 'bin/duidu.js'))}, 'serve'], { stdio: 'inherit' });`;
    const env = { ...process.env, npm_lifecycle_event: 'start' };
    const child = spawn(process.execPath, ['-e', shell], { stdio: 'pipe', env });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    // The pipe closes once nobody holds it any more, the orphan included.
    expect(await endOf(child)).toMatchObject({
      signal: 'SIGKILL',
      stdout: `${here} serve\nstopped\n`,
      stderr: '',
    });
  });

  it('refuses in one line where no Node is installed that is new enough', async () => {
    const line = 'Duidu needs Node 24 or newer; this is v20.19.0, and none is installed for this platform';
    expect(await endOf(start('old', '0'))).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining(line),
    });
    await installNode('22.1.0');
    const end = await endOf(start('old', '0'));
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toMatch(new RegExp(`^${line}.*\n$`));
  });

  it('says in one line that the installed Node does not start', async () => {
    await installNode('24.21.0');
    await rm(join(house, 'node_modules', PLATFORM, 'bin/node'));
    const end = await endOf(start('old', '0'));
    expect(end).toMatchObject({ code: 1, stdout: '' });
    expect(end.stderr).toMatch(/^Duidu needs Node 24 .*does not start \(ENOENT\)\n$/);
  });
});
