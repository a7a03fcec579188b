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
import type { Conversion, Script } from './core/script.ts';
import type { DocumentId } from './core/segment.ts';
import type { Lexicon } from './core/word.ts';
import { checkCoverages } from './corpus/coverage.ts';
import { addDecision } from './corpus/decide.ts';
import { digestOf } from './corpus/digest.ts';
import { readLinks, writeLinks } from './corpus/links.ts';
import type { Loaded } from './corpus/load.ts';
import { openShelf } from './corpus/load.ts';
import { checkNaming } from './corpus/naming.ts';
import { proofreadCorpus } from './corpus/proofread.ts';
import { checkRenderings } from './corpus/renderings.ts';
import type { Resegmented, Resegmenting } from './corpus/resegment.ts';
import { resegment } from './corpus/resegment.ts';
import type { Revision } from './corpus/revision.ts';
import { openRevision } from './corpus/revision.ts';
import type { Edition } from './edition.ts';
import { onFirstUse } from './first-use.ts';
import { bringIn, prepareImports } from './importing.ts';
import { load } from './loading.ts';
import { realignerIn } from './realigning.ts';
import type { Settings } from './settings.ts';
import { fromRoot } from './settings.ts';
import { sentences, textReader } from './texts.ts';
import type { Workshop } from './web/house.ts';
import type { Messages } from './web/locale.ts';
import type { Log } from './web/log.ts';
import type { Serving } from './web/serve.ts';

export type { Resegmenting } from './corpus/resegment.ts';

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
}

/** @throws DomainError `invalid` if there is no library to serve, with a line that says what to do. */
export async function compose(
  settings: Settings,
  log?: Log,
  { isWritable = false }: { readonly isWritable?: boolean } = {},
): Promise<Composed> {
  // Imported here, and not above: a check needs no server.
  const [{ buildAssets, endBundling }, { serve }, { editionOf, successionOf }, { watchFolders }] =
    await Promise.all([
      import('./web/assets.ts'),
      import('./web/serve.ts'),
      import('./edition.ts'),
      import('./watch.ts'),
    ]);
  if (isWritable) await prepareImports(settings);
  const [loaded, assets, locales] = await Promise.all([
    load(settings),
    buildAssets(fromRoot('client')),
    readMessages(),
  ]);
  await endBundling();
  const shared = { assets, locales, conversion, sentences, data: settings.data, ...(log && { log }) };
  const editionFrom = (anew: Loaded): Edition => {
    const library = libraryIn(anew);
    const lexicon = onFirstUse(() => lexiconFor(library, anew));
    return editionOf({ ...shared, library, lexicon, ...(isWritable && { workshop }) });
  };
  // What was written is written; that it cannot be served yet is another matter.
  const tryTo = (serveAnew: () => Promise<void>): Promise<void> =>
    serveAnew().catch((error) => log?.error({ err: error }, 'the corpus has changed but cannot be served'));
  const workshop: Workshop = {
    host: settings.host,
    bringIn: async (upload) => {
      const brought = await bringIn(settings, upload);
      await tryTo(renew);
      return brought;
    },
    realigner: realignerIn(
      settings,
      () => sourcesOf(settings),
      () => tryTo(renewAtOnce),
    ),
  };
  const make = async (): Promise<Edition> => {
    const next = editionFrom(await load(settings));
    log?.info({ documents: next.documents }, 'the corpus has changed and is served anew');
    return next;
  };
  const { current, renew, renewAtOnce } = successionOf(editionFrom(loaded), make, (error) =>
    log?.error({ err: error }, 'search'),
  );
  const listen = async (): Promise<Serving> => {
    const serving = await serve(
      (request, response, next) => current().app(request, response, next),
      settings,
    );
    // Pages are served meanwhile; a search waits for it. Who searches is told of a failure; who does not need not be.
    current()
      .openSearch()
      .catch((error) => log?.error({ err: error }, 'search'));
    const watching = watchFolders(
      [settings.corpus, ...(settings.sources ?? [])],
      // What is being written, or is wrong, is served when it is whole again.
      () => tryTo(renew),
      (error) => log?.error({ err: error }, 'changes are not noticed'),
    );
    return {
      url: serving.url,
      stop: async () => {
        watching.stop();
        await serving.stop();
      },
    };
  };
  return { findings: loaded.findings, listen };
}

const conversions = {
  hans: onFirstUse(async () => (await import('./words/conversion.ts')).openConversion('hans')),
  hant: onFirstUse(async () => (await import('./words/conversion.ts')).openConversion('hant')),
};

/** Chinese in other characters; opened when it is first asked for. */
export function conversion(to: Script): Promise<Conversion> {
  return conversions[to]();
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

async function readMessages(): Promise<Messages> {
  const read = async (tag: string) => JSON.parse(await readFile(fromRoot(`locales/${tag}.json`), 'utf8'));
  return { en: await read('en'), 'zh-Hans': await read('zh-Hans') };
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
