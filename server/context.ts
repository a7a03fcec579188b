import { readFile } from 'node:fs/promises';
import type { Format } from './core/document.ts';
import type { Finding } from './core/finding.ts';
import { inOrder } from './core/finding.ts';
import { DomainError } from './core/refusal.ts';
import type { DocumentId } from './core/segment.ts';
import { checkCoverages } from './corpus/coverage.ts';
import { digestOf } from './corpus/digest.ts';
import type { TextReader } from './corpus/folder.ts';
import type { Imported, ImportOrder } from './corpus/import.ts';
import { importText } from './corpus/import.ts';
import type { Loaded } from './corpus/load.ts';
import { loadCorpus, openShelf } from './corpus/load.ts';
import { proofreadCorpus } from './corpus/proofread.ts';
import type { Revision } from './corpus/revision.ts';
import { openRevision } from './corpus/revision.ts';
import type { Settings } from './settings.ts';
import { fromRoot } from './settings.ts';
import { decode } from './text/decode.ts';
import { titleOf } from './text/dialect.ts';
import type { ParsableFormat } from './text/parse.ts';
import { PARSERS, parseText } from './text/parse.ts';
import type { Messages } from './web/locale.ts';
import type { Log } from './web/log.ts';
import type { Serving } from './web/serve.ts';

/** How texts are read: the adapter for texts, as the corpus wants it. */
export const textReader: TextReader = {
  decode,
  parse: (source, format) => (isParsable(format) ? parseText(source, format) : undefined),
  title: (source, format) => (format === 'markdown' ? titleOf(source) : undefined),
};

/** Read the corpus that the settings name, with the texts in the folders that they, or else `corpus.yaml`, name. */
export function load(settings: Settings): Promise<Loaded> {
  return loadCorpus(settings.corpus, (shelf) => settings.sources ?? shelf.sources.map(fromRoot), textReader);
}

/** Everything that is wrong in the corpus, in the order of its files, and what a proofreader would mark. */
export async function checkAll(settings: Settings): Promise<{ findings: readonly Finding[]; files: number }> {
  const { documents, findings, files } = await load(settings);
  const more = [...checkCoverages(documents, textReader), ...proofreadCorpus(documents)];
  return { findings: inOrder([...findings, ...more]), files };
}

function isParsable(format: Format): format is ParsableFormat {
  return Object.hasOwn(PARSERS, format);
}

/** The whole program, ready to listen. */
export interface Composed {
  readonly findings: readonly Finding[];
  readonly listen: () => Promise<Serving>;
}

/** @throws DomainError `invalid` if there is no library to serve, with a line that says what to do. */
export async function compose(settings: Settings, log?: Log): Promise<Composed> {
  // Imported here, and not above: a check needs no server.
  const [{ createApp }, { buildAssets, endBundling }, { serve }] = await Promise.all([
    import('./web/app.ts'),
    import('./web/assets.ts'),
    import('./web/serve.ts'),
  ]);
  const [{ library, findings }, assets, locales] = await Promise.all([
    load(settings),
    buildAssets(fromRoot('client')),
    readMessages(),
  ]);
  await endBundling();
  if (library === undefined)
    throw new DomainError('invalid', 'corpus.yaml cannot be read; duidu check says why');
  if (library.documents.length === 0)
    throw new DomainError('invalid', 'no document can be read; duidu check says why');
  const app = createApp({ library, assets, locales, ...(log && { log }) });
  return { findings, listen: () => serve(app, settings) };
}

async function readMessages(): Promise<Messages> {
  const read = async (tag: string) => JSON.parse(await readFile(fromRoot(`locales/${tag}.json`), 'utf8'));
  return { en: await read('en'), 'zh-Hans': await read('zh-Hans') };
}

/** Add a text to the corpus, or bring a changed one up to date. */
export function importInto(settings: Settings, order: ImportOrder): Promise<Imported> {
  return importText(settings.corpus, order, textReader);
}

/** What changing a ledger by hand needs of the adapters. */
export interface Workbench extends Revision {
  readonly digestOf: typeof digestOf;
}

/** Open a document's ledger to change it by hand. */
export async function loadForRevision(settings: Settings, id: DocumentId): Promise<Workbench> {
  const sources = settings.sources ?? (await openShelf(settings.corpus)).layer?.sources.map(fromRoot) ?? [];
  const revision = await openRevision(settings.corpus, id, sources, textReader);
  return { ...revision, digestOf };
}
