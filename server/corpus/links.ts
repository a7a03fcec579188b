import { join } from 'node:path';
import type { LinkRecord } from '../core/linkage.ts';
import { readText } from './file.ts';
import { writeWhole } from './write.ts';

const FILE = 'links.tsv';

/** The mentions that the last run of the linker left in `data`; none if there was no run, or what it left cannot be read. */
export async function readLinks(data: string): Promise<LinkRecord[] | undefined> {
  const found = await readText(join(data, FILE), FILE);
  if (found.kind !== 'read') return undefined;
  return found.text.split('\n').flatMap((line) => {
    const [document, segment, language, start, end, entity, quote] = line.split('\t');
    if (document === undefined || segment === undefined || entity === undefined || quote === undefined)
      return [];
    if (language !== 'zh' && language !== 'en') return [];
    return [{ document, segment, language, start: Number(start), end: Number(end), entity, quote }];
  });
}

/** Keep what this run found, whole or not at all. @throws DomainError `conflict` if the system refuses. */
export async function writeLinks(data: string, links: readonly LinkRecord[]): Promise<void> {
  const lines = links.map(({ document, segment, language, start, end, entity, quote }) =>
    // A quote is one line; a tab in a name is a gap like any other.
    [document, segment, language, start, end, entity, quote.replace(/\s/g, ' ')].join('\t'),
  );
  await writeWhole(join(data, FILE), lines.map((line) => `${line}\n`).join(''));
}
