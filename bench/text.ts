import { join } from 'node:path';
import type { Format, Library } from '../server/core/document.ts';
import { findSource } from '../server/corpus/source.ts';
import { load } from '../server/loading.ts';
import { fromRoot, readSettings } from '../server/settings.ts';
import { textReader } from '../server/texts.ts';
import type { Figure } from './figure.ts';
import { atLeast, plain } from './figure.ts';

interface Text {
  readonly source: string;
  readonly format: Format;
}

const SECONDS = 2;
const MEGABYTE = 1_000_000;

/** Text → segments: the texts of the library as they are, and all of them as one long text, which shows whether time grows in step. */
export async function measureText(): Promise<Figure[]> {
  const texts = await textsOfLibrary();
  const markdown = texts.filter(({ format }) => format === 'markdown').map(({ source }) => source);
  const all = markdown.join('\n\n');
  const long = all.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(all)));
  return [
    atLeast(`text → segments, ${texts.length} texts of the library`, speedOf(texts), 1, 'MB/s'),
    plain('… as one Markdown text of 1 MB', speedOf([{ source: long, format: 'markdown' }]), 'MB/s'),
  ];
}

/** Megabytes of UTF-8 per second of one core: time that others on the machine used does not count. */
function speedOf(texts: readonly Text[]): number {
  const bytes = texts.reduce((sum, { source }) => sum + Buffer.byteLength(source), 0);
  const parseAll = (): void => {
    for (const { source, format } of texts) textReader.parse(source, format);
  };
  parseAll();
  let rounds = 0;
  const before = process.cpuUsage();
  while (secondsSince(before) < SECONDS) {
    parseAll();
    rounds += 1;
  }
  return (rounds * bytes) / MEGABYTE / secondsSince(before);
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function textsOfLibrary(): Promise<Text[]> {
  const settings = readSettings(process.env);
  const { library } = await load(settings);
  const outside = settings.sources ?? ['corpus/sources', '../shared/sources'].map(fromRoot);
  const texts = await Promise.all(
    documentsOf(library).map(async ({ id, file, sha256, format }): Promise<Text[]> => {
      const found = await findSource(file, sha256, [join(settings.corpus, 'documents', id), ...outside]);
      return found.kind === 'missing' ? [] : [{ source: new TextDecoder().decode(found.bytes), format }];
    }),
  );
  return texts.flat();
}

function documentsOf(library: Library | undefined): Library['documents'] {
  if (library === undefined) throw new Error('the corpus cannot be read');
  return library.documents;
}
