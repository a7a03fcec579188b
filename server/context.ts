import { readFile } from 'node:fs/promises';
import type { Anchor } from './core/anchor.ts';
import type { Library } from './core/document.ts';
import type { EntityId } from './core/entity.ts';
import type { Finding } from './core/finding.ts';
import { inOrder } from './core/finding.ts';
import type { LinkChanges, LinkRecord } from './core/linkage.ts';
import { compareLinks, linksIn } from './core/linkage.ts';
import type { Decision } from './core/mention.ts';
import { decisionOf } from './core/mention.ts';
import { DomainError } from './core/refusal.ts';
import type { Search } from './core/search.ts';
import type { DocumentId } from './core/segment.ts';
import type { Lexicon } from './core/word.ts';
import { checkCoverages } from './corpus/coverage.ts';
import { addDecision } from './corpus/decide.ts';
import { digestOf } from './corpus/digest.ts';
import type { Import, ImportOrder, TextOpener } from './corpus/import.ts';
import { importText } from './corpus/import.ts';
import { readLinks, writeLinks } from './corpus/links.ts';
import type { Loaded } from './corpus/load.ts';
import { loadCorpus, openShelf } from './corpus/load.ts';
import { checkNaming } from './corpus/naming.ts';
import { keepParsed, recallParsed } from './corpus/parsed.ts';
import { proofreadCorpus } from './corpus/proofread.ts';
import { checkRenderings } from './corpus/renderings.ts';
import type { Resegmented, Resegmenting } from './corpus/resegment.ts';
import { resegment } from './corpus/resegment.ts';
import type { Revision } from './corpus/revision.ts';
import { openRevision } from './corpus/revision.ts';
import type { Shelf } from './corpus/shelf.ts';
import { watchCorpus } from './corpus/watch.ts';
import { openInThread } from './opener.ts';
import type { Settings } from './settings.ts';
import { fromRoot } from './settings.ts';
import { decode } from './text/decode.ts';
import { parseText } from './text/parse.ts';
import type { Messages } from './web/locale.ts';
import type { Log } from './web/log.ts';
import type { Handler, Serving } from './web/serve.ts';

export type { Import } from './corpus/import.ts';
export type { Resegmenting } from './corpus/resegment.ts';

/** How texts are read: the adapter for texts, as the corpus wants it. */
export const textReader: TextOpener = {
  decode,
  parse: parseText,
  open: openInThread,
  simplifier: onFirstUse(async () => (await import('./wording.ts')).simplifier()),
};

/** Read the corpus that the settings name, with the texts in the folders that they, or else `corpus.yaml`, name. */
export async function load(settings: Settings): Promise<Loaded> {
  await recallParsed(settings.data);
  const sourcesOf = (shelf: Shelf): readonly string[] => settings.sources ?? shelf.sources.map(fromRoot);
  const loaded = await loadCorpus(settings.corpus, sourcesOf, textReader);
  await keepParsed(settings.data);
  return loaded;
}

/** Everything that is wrong in the corpus, in the order of its files, and what a proofreader would mark. */
export async function checkAll(settings: Settings): Promise<{ findings: readonly Finding[]; files: number }> {
  const { library, ordinary, documents, findings, review, files } = await load(settings);
  const more = [
    ...review(),
    ...checkCoverages(documents, textReader),
    ...proofreadCorpus(documents),
    ...checkNaming(library?.documents ?? [], documents, ordinary),
    ...checkRenderings(library, documents),
  ];
  return { findings: inOrder([...findings, ...more]), files };
}

/** The whole program, ready to listen. */
export interface Composed {
  readonly findings: readonly Finding[];
  readonly listen: () => Promise<Serving>;
  /** Read the corpus anew and serve it from now on; requests that are being answered are answered from the old one. @throws DomainError as `compose` does; then the old one stays. */
  readonly reload: () => Promise<readonly Finding[]>;
}

/** @throws DomainError `invalid` if there is no library to serve, with a line that says what to do. */
export async function compose(settings: Settings, log?: Log): Promise<Composed> {
  // Imported here, and not above: a check needs no server.
  const [{ createApp }, { buildAssets, endBundling }, { serve }, { openSearch }] = await Promise.all([
    import('./web/app.ts'),
    import('./web/assets.ts'),
    import('./web/serve.ts'),
    import('./searching.ts'),
  ]);
  const [first, assets, locales] = await Promise.all([
    load(settings),
    buildAssets(fromRoot('client')),
    readMessages(),
  ]);
  await endBundling();
  const appOf = (loaded: Loaded): { app: Handler; startSearch: () => void } => {
    const library = libraryIn(loaded);
    if (library.documents.length === 0)
      throw new DomainError('invalid', 'no document can be read; duidu check says why');
    const opening = Promise.withResolvers<Search>();
    const lexicon = onFirstUse(() => lexiconFor(library, loaded));
    const app = createApp({
      library,
      assets,
      locales,
      search: opening.promise,
      lexicon,
      ...(log && { log }),
    });
    const startSearch = (): void => {
      // Pages are served meanwhile; a search waits for it. Who searches is told of a failure; who does not need not be.
      opening.promise.catch((error) => log?.error({ err: error }, 'search'));
      const warn = (error: unknown) => log?.error({ err: error }, 'the index of search is not kept');
      openSearch(library, settings.data, warn).then(opening.resolve, opening.reject);
    };
    return { app, startSearch };
  };
  let current = appOf(first);
  const reload = async (): Promise<readonly Finding[]> => {
    const loaded = await load(settings);
    current = appOf(loaded);
    current.startSearch();
    return loaded.findings;
  };
  const listen = async (): Promise<Serving> => {
    const serving = await serve((request, response, next) => current.app(request, response, next), settings);
    current.startSearch();
    const unwatch = watchCorpus(
      settings.corpus,
      () => reload().then(() => log?.info({}, 'the corpus has changed and was read anew')),
      (error) =>
        log?.error({ err: error }, 'the corpus has changed and cannot be read; the old one is served'),
    );
    return {
      ...serving,
      stop: () => {
        unwatch();
        return serving.stop();
      },
    };
  };
  return { findings: first.findings, listen, reload };
}

/** What is known of the words of the corpus. @throws DomainError as `libraryIn` does. */
export async function openWords(settings: Settings): Promise<{ library: Library; lexicon: Lexicon }> {
  const loaded = await load(settings);
  const library = libraryIn(loaded);
  return { library, lexicon: await lexiconFor(library, loaded) };
}

async function lexiconFor(library: Library, { wordFixes, documents }: Loaded): Promise<Lexicon> {
  const { openLexicon } = await import('./wording.ts');
  const byDocument = documents.flatMap(({ layers, wordFixes: own }) =>
    layers === undefined ? [] : [[layers.id, own] as const],
  );
  return await openLexicon(library, library.terms, { corpus: wordFixes, documents: new Map(byDocument) });
}

/** Made once, when it is first wanted; what failed is tried again. */
function onFirstUse<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function readMessages(): Promise<Messages> {
  const read = async (tag: string) => JSON.parse(await readFile(fromRoot(`locales/${tag}.json`), 'utf8'));
  return { en: await read('en'), 'zh-Hans': await read('zh-Hans') };
}

/** The id that a file's name, without its ending, gives a document; '' if there is nothing in it that could be one. */
export async function idOf(name: string): Promise<string> {
  const latin = /\p{Script=Han}/u.test(name) ? (await import('./wording.ts')).romanized(name) : name;
  const id = latin
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return id.replace(/^-+/, '').slice(0, 80).replace(/-+$/, '');
}

/** Add a file to the corpus, or bring a changed one up to date. `tell` hears how far it is. */
export function importInto(
  settings: Settings,
  order: ImportOrder,
  tell?: (what: string) => void,
): Promise<Import> {
  return importText(settings.corpus, order, textReader, tell);
}

/** What a run of the linker found; no changes where it is the first one. */
export interface Relinked {
  readonly links: readonly LinkRecord[];
  readonly changes: LinkChanges | undefined;
  readonly ambiguous: number;
}

/** Find all names anew, and keep what was found for the next comparison. @throws DomainError as `libraryIn` does. */
export async function relink(settings: Settings): Promise<Relinked> {
  const { documents } = libraryIn(await load(settings));
  const before = await readLinks(settings.data);
  const links = linksIn(documents);
  await writeLinks(settings.data, links);
  return {
    links,
    changes: before === undefined ? undefined : compareLinks(before, links),
    ambiguous: documents
      .flatMap(({ segments }) => segments)
      .reduce((sum, { names }) => sum + names.zh.ambiguities.length + names.en.ambiguities.length, 0),
  };
}

/** A decision as a person tells it: where the words stand only once, nobody need say where. */
export interface Told extends Omit<Anchor, 'start'> {
  readonly kind: Decision['kind'];
  readonly start?: number;
  readonly entity?: EntityId;
}

/**
 * Put a decision down in a document's `mentions.yaml`.
 * @throws DomainError `not-found` if there is no such document, segment or entity, `invalid` if the words do not stand there or more than once.
 */
export async function decide(settings: Settings, id: DocumentId, told: Told): Promise<void> {
  const { documents, authority } = libraryIn(await load(settings));
  const segments = documents.find((document) => document.id === id)?.segments;
  const text = segments?.find((segment) => segment.id === told.segment)?.[told.language];
  if (segments === undefined) throw new DomainError('not-found', `no document ${id}`);
  if (text === undefined) throw new DomainError('not-found', `no segment ${told.segment} in ${id}`);
  if (told.entity !== undefined && !authority.entities.has(told.entity))
    throw new DomainError('not-found', `no entity ${told.entity}`);
  await addDecision(settings.corpus, id, decisionOf(told, text ?? ''));
}

/** Read a corpus's library. @throws DomainError `invalid` if there is none, with a line that says what to do. */
function libraryIn({ library }: Loaded): Library {
  if (library !== undefined) return library;
  throw new DomainError('invalid', 'corpus.yaml cannot be read; duidu check says why');
}

/** What changing a ledger by hand needs of the adapters. */
export interface Workbench extends Revision {
  readonly digestOf: typeof digestOf;
}

/** Open a document's ledger to change it by hand. */
export async function loadForRevision(settings: Settings, id: DocumentId): Promise<Workbench> {
  const revision = await openRevision(settings.corpus, id, await sourcesOf(settings), textReader);
  return { ...revision, digestOf };
}

/** Cut or join segments of a document, in all layers at once. @throws DomainError as `resegment` does. */
export async function resegmentIn(
  settings: Settings,
  id: DocumentId,
  order: Resegmenting,
): Promise<Resegmented> {
  return resegment(settings.corpus, id, order, await sourcesOf(settings), textReader);
}

async function sourcesOf(settings: Settings): Promise<readonly string[]> {
  return settings.sources ?? (await openShelf(settings.corpus)).layer?.sources.map(fromRoot) ?? [];
}
