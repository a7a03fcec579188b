import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { constants, open } from 'node:fs/promises';
import type { Finding } from '../core/finding.ts';

/** The longest file that is read, in bytes: some thousand times an article, and no more than memory bears. */
export const LONGEST = 64 * 1024 * 1024;

/** A file as it was found; `why` is for people and names no path. */
export type Bytes =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Read a whole file. Never waits for a pipe, follows a device without end, or throws for what it finds at `path`. */
export async function readBytes(path: string, longest = LONGEST): Promise<Bytes> {
  let file: FileHandle | undefined;
  try {
    // Without NONBLOCK, opening a pipe waits until somebody writes to it; Windows has neither.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await file.stat();
    if (found.isDirectory()) return { kind: 'unreadable', why: 'it is a folder' };
    if (!found.isFile()) return { kind: 'unreadable', why: 'it is no ordinary file' };
    if (found.size > longest) {
      const most = longest === LONGEST ? LONGEST / 1024 / 1024 : longest / 1e6;
      return { kind: 'unreadable', why: `it is longer than ${most} MB; cut it into several files` };
    }
    return { kind: 'read', bytes: await file.readFile() };
  } catch (error) {
    const code = codeOf(error);
    return isAbsence(code) ? { kind: 'missing' } : { kind: 'unreadable', why: `it cannot be read (${code})` };
  } finally {
    await file?.close();
  }
}

/** A file of ours as text, without a byte order mark; or the finding that says why it is none. */
export type Text =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly finding: Finding };

/** Read a file of ours, which findings call `name`. */
export async function readText(path: string, name: string): Promise<Text> {
  const found = await readBytes(path);
  if (found.kind === 'missing') return found;
  if (found.kind === 'unreadable') {
    const place = { file: name, path: [], line: 1, column: 1 };
    return { kind: 'broken', finding: { rule: 'unreadable', severity: 'error', place, message: found.why } };
  }
  if (isUtf8(found.bytes)) return { kind: 'read', text: found.bytes.toString('utf8').replace(/^\ufeff/, '') };
  const place = { file: name, path: [], ...firstFault(found.bytes) };
  return {
    kind: 'broken',
    finding: { rule: 'not-utf8', severity: 'error', place, message: 'the file is no UTF-8 from here on' },
  };
}

/** For `catch`: a folder that is not there, or is none, or may not be read, is absent; anything else is thrown. */
export function ignoreAbsence(error: unknown): undefined {
  const code = codeOf(error);
  if (isAbsence(code) || code === 'EACCES' || code === 'ELOOP') return undefined;
  throw error;
}

function isAbsence(code: string): boolean {
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** The system's name for what went wrong. @throws `error` itself if the system did not say it. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

// Decoding puts U+FFFD where bytes are none; one that the file itself holds is three bytes that are right.
function firstFault(bytes: Buffer): { line: number; column: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const inLine = bytes.subarray(start, end === -1 ? undefined : end);
    if (!isUtf8(inLine)) return { line, column: inLine.toString('utf8').indexOf('\ufffd') + 1 };
    if (end === -1) return { line, column: 1 };
    start = end + 1;
  }
}
