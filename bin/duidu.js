#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for Duidu can still read this and say so, or start the one that `npm ci` installed.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const ORPHAN_CHECK_MS = 500;

// npm starts scripts through a shell, and Debian's keeps SIGTERM to itself: without this, stopping npm would leave us behind.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    // Once: a second signal would mean “at once”.
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, ORPHAN_CHECK_MS).unref();
}

if (major(process.versions.node) >= NEEDED) {
  const { main } = await import('../server/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  const node = installedNode();
  if (node) restart(node);
  else refuse('and none is installed for this platform: see https://nodejs.org');
}

function major(version) {
  return Number.parseInt(version, 10);
}

// The packages `node-<platform>-<arch>` hold nothing but a Node; npm installs the one that fits.
function installedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const file = createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`);
    const { version } = createRequire(import.meta.url)(file);
    // An older one would restart itself for ever.
    if (major(version) < NEEDED) return undefined;
    return join(dirname(file), 'bin', platform === 'win' ? 'node.exe' : 'node');
  } catch {
    return undefined;
  }
}

function restart(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const forwards = ['SIGTERM', 'SIGHUP', 'SIGINT'].map((signal) => {
    // Ctrl-C reaches both of us already; a second one would mean “at once”.
    const forward = () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, forward);
    return { signal, forward };
  });
  child.on('error', (error) =>
    refuse(`and the installed one does not start (${error.code || error.message})`),
  );
  child.on('exit', (code, signal) => {
    for (const entry of forwards) process.off(entry.signal, entry.forward);
    // Whoever started us sees how the child ended.
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

function refuse(why) {
  console.error(`Duidu needs Node ${NEEDED} or newer; this is ${process.version}, ${why}`);
  process.exitCode = 1;
}
