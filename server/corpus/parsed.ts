import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readText } from './file.ts';
import { writeWhole } from './write.ts';

const FILE = 'parsed.json';

/**
 * The values of YAML files that were parsed without a fault, by the digest of their text: parsing takes most of a start. They are
 * those of the whole process, because what a text means depends on nothing else.
 */
const values = new Map<string, unknown>();
/** What was asked for since the last time that something was kept: all else is of files that are gone. */
const used = new Set<string>();
let isChanged = false;

/** The value of a text that was parsed before; undefined if it was not. Nobody may change it. */
export function parsedValue(text: string): unknown {
  const digest = digestOf(text);
  used.add(digest);
  return values.get(digest);
}

export function keepValue(text: string, value: unknown): void {
  values.set(digestOf(text), value);
  isChanged = true;
}

/** Bring back what an earlier process kept in `data`; what is damaged is not trusted. */
export async function recallParsed(data: string): Promise<void> {
  const found = await readText(join(data, FILE), FILE);
  if (found.kind !== 'read') return;
  const end = found.text.indexOf('\n');
  const body = found.text.slice(end + 1);
  if (found.text.slice(0, Math.max(0, end)) !== digestOf(body)) return;
  for (const [digest, value] of Object.entries(JSON.parse(body) as Record<string, unknown>))
    if (!values.has(digest)) values.set(digest, value);
}

/** Keep what was parsed, for the next process; that it cannot be kept only costs the time again. */
export async function keepParsed(data: string): Promise<void> {
  if (!isChanged) return;
  isChanged = false;
  for (const digest of values.keys()) if (!used.has(digest)) values.delete(digest);
  used.clear();
  const body = JSON.stringify(Object.fromEntries(values));
  await writeWhole(join(data, FILE), `${digestOf(body)}\n${body}`).catch(() => undefined);
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
