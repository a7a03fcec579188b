import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authority } from '../core/authority.ts';
import { checkDecided } from '../core/check-authority.ts';
import type { Collection, Document, Library } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import { inOrder } from '../core/finding.ts';
import { documentOf, TRADITIONAL } from '../core/layers.ts';
import type { DocumentId } from '../core/segment.ts';
import type { WordFixes } from '../core/word-fixes.ts';
import { NO_FIXES } from '../core/word-fixes.ts';
import type { AcrossDocuments } from './across.ts';
import { loadAcross } from './across.ts';
import { ignoreAbsence, readText } from './file.ts';
import type { LoadedDocument, TextReader } from './folder.ts';
import { loadFolder } from './folder.ts';
import { finishInterrupted } from './lock.ts';
import type { Shelf } from './shelf.ts';
import { readShelf } from './shelf.ts';
import { readWordFixes } from './words.ts';

export interface Loaded {
  /** Undefined if `corpus.yaml` cannot be read. */
  readonly library: Library | undefined;
  /** Words that look like names and are nobody's. */
  readonly ordinary: readonly string[];
  /** What is corrected of the words of all documents; those of one stand with it. */
  readonly wordFixes: WordFixes;
  readonly findings: readonly Finding[];
  /** What an editor should look at besides: looked for when it is asked for. */
  readonly review: () => readonly Finding[];
  /** As they were read, layer by layer. */
  readonly documents: readonly LoadedDocument[];
  /** How many files of the corpus were read. */
  readonly files: number;
}

/** Read a whole corpus. What is broken is left out and reported; the rest is served. */
export async function loadCorpus(
  corpus: string,
  sourcesOf: (shelf: Shelf) => readonly string[],
  reader: TextReader,
): Promise<Loaded> {
  await finishInterrupted(corpus);
  const { layer: shelf, findings } = await openShelf(corpus);
  if (shelf === undefined)
    return {
      library: undefined,
      ordinary: [],
      review: () => [],
      wordFixes: NO_FIXES,
      documents: [],
      findings: inOrder(findings),
      files: 1,
    };

  const sources = sourcesOf(shelf);
  const ids = shelf.collections.flatMap((collection) => collection.documents);
  const [across, words, ...loaded] = await Promise.all([
    loadAcross(corpus),
    loadWordFixes(corpus),
    ...ids.map((id) => loadFolder(corpus, id, sources, reader)),
  ]);
  const hasTraditional = loaded.some(({ layers }) => layers?.description.language === TRADITIONAL);
  const simplify = hasTraditional ? await reader.simplifier?.() : undefined;
  const documents = new Map<DocumentId, Document>();
  for (const { layers } of loaded)
    if (layers !== undefined) documents.set(layers.id, documentOf(layers, across.authority, simplify));
  const library = libraryOf(shelf, documents, across);
  return {
    library,
    ordinary: shelf.ordinary,
    wordFixes: words.fixes,
    documents: loaded,
    findings: inOrder([
      ...findings,
      ...across.findings,
      ...words.findings,
      ...across.check(library.documents),
      ...loaded.flatMap((document) => [...document.findings, ...undecided(document, across.authority)]),
    ]),
    review: () => across.review(library.documents),
    files: 1 + across.files + words.files + (await countFiles(corpus, ids)),
  };
}

const WORDS = 'words.yaml';

/** Read `words.yaml` of the corpus, which need not be there. */
async function loadWordFixes(
  corpus: string,
): Promise<{ fixes: WordFixes; findings: readonly Finding[]; files: number }> {
  const found = await readText(join(corpus, WORDS), WORDS);
  if (found.kind === 'missing') return { fixes: NO_FIXES, findings: [], files: 0 };
  if (found.kind === 'broken') return { fixes: NO_FIXES, findings: [found.finding], files: 1 };
  const { layer, findings } = readWordFixes(WORDS, found.text);
  return { fixes: layer, findings, files: 1 };
}

function undecided({ layers, locate }: LoadedDocument, authority: Authority): Finding[] {
  if (layers === undefined) return [];
  const found = checkDecided(layers.decisions, `documents/${layers.id}/mentions.yaml`, authority);
  return found.map((finding) => ({ ...finding, place: locate(finding.place) }));
}

/** Read `corpus.yaml`; no shelf if it cannot be read, and a finding that says why. */
export async function openShelf(
  corpus: string,
): Promise<{ layer: Shelf | undefined; findings: readonly Finding[] }> {
  const found = await readText(join(corpus, 'corpus.yaml'), 'corpus.yaml');
  if (found.kind === 'read') return readShelf('corpus.yaml', found.text, await documentFolders(corpus));
  if (found.kind === 'broken') return { layer: undefined, findings: [found.finding] };
  const place = { file: 'corpus.yaml', path: [], line: 1, column: 1 };
  return {
    layer: undefined,
    findings: [{ rule: 'missing-file', severity: 'error', place, message: 'the file is missing' }],
  };
}

/** Names of the folders under `documents`, sorted; none if there is no such folder. */
async function documentFolders(corpus: string): Promise<string[]> {
  const entries =
    (await readdir(join(corpus, 'documents'), { withFileTypes: true }).catch(ignoreAbsence)) ?? [];
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function libraryOf(
  shelf: Shelf,
  documents: ReadonlyMap<DocumentId, Document>,
  { authority, chronicle, termbase }: AcrossDocuments,
): Library {
  const collections = shelf.collections.map((collection): Collection => {
    return { ...collection, documents: collection.documents.flatMap((id) => documents.get(id) ?? []) };
  });
  return {
    title: shelf.title,
    collections,
    documents: collections.flatMap((collection) => collection.documents),
    authority,
    chronicle,
    ...termbase,
  };
}

async function countFiles(corpus: string, ids: readonly DocumentId[]): Promise<number> {
  const counts = await Promise.all(
    ids.map(async (id) => ((await readdir(join(corpus, 'documents', id)).catch(ignoreAbsence)) ?? []).length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
