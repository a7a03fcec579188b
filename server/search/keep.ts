import { createHash } from 'node:crypto';
import type { Snapshot } from './snapshot.ts';
import type { Source } from './unit.ts';

/** What an index is of: the texts, the words that are kept whole, and the code that makes it. */
export function keyOf(sources: readonly Source[], words: readonly string[], version: string): string {
  const hash = createHash('sha256').update(version);
  for (const { zh, en, note, title, told } of sources)
    hash.update(`\0${zh}\0${en}\0${note}\0${title}\0${told}`);
  for (const word of words) hash.update(`\0${word}`);
  return hash.digest('hex');
}

/** A snapshot as it is kept: a line with its key and its own digest, and behind it the snapshot. */
export function encode(snapshot: Snapshot, key: string): string {
  const body = JSON.stringify(snapshot);
  return `${key} ${digestOf(body)}\n${body}`;
}

/** The snapshot, if it is the one of `key` and whole; a damaged or old one is not trusted. */
export function decode(text: string, key: string): Snapshot | undefined {
  const end = text.indexOf('\n');
  const [kept, digest] = text.slice(0, Math.max(0, end)).split(' ');
  const body = text.slice(end + 1);
  if (kept !== key || digest !== digestOf(body)) return undefined;
  return JSON.parse(body) as Snapshot;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
