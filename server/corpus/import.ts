import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Description, Encoding, Format } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Matter, Opened, OpenedText } from '../core/opened.ts';
import { DomainError } from '../core/refusal.ts';
import { alike } from '../core/resemblance.ts';
import type { DocumentId } from '../core/segment.ts';
import { chapterIds } from './chapters.ts';
import { sha256Of } from './digest.ts';
import type { EnglishText } from './english.ts';
import { openTranslation } from './english.ts';
import { ignoreAbsence, readBytes } from './file.ts';
import type { TextReader } from './folder.ts';
import type { Imported, Standing } from './importing.ts';
import { filesOf, standingOf } from './importing.ts';
import { alone, finishInterrupted } from './lock.ts';
import { openShelfForImport } from './shelving.ts';
import type { TextOpener } from './text-opener.ts';
import { LONGEST_IMPORT } from './text-opener.ts';
import { writeTogether } from './transaction.ts';
import { sweep } from './write.ts';

export interface ImportOrder {
  readonly path: string;
  readonly id: DocumentId;
  /** Undefined: as the file's name says. */
  readonly format?: Format;
  /** Undefined: as its bytes show. */
  readonly encoding?: Encoding;
  readonly title?: string;
  readonly titleEn?: string;
  /** The text stays where it is and is found through `DUIDU_SOURCES`: it may not be redistributed. */
  readonly staysOutside: boolean;
  /** The English of the text, in a file of its own. */
  readonly translation?: string;
  /** The text may take the place of another that has not a sentence in common with it. */
  readonly replaces?: boolean;
}

/** What an import did. */
export interface Import {
  /** One, or the chapters of a book in order. */
  readonly documents: readonly Imported[];
  readonly encoding: Encoding;
  readonly remarks: readonly string[];
}

/**
 * Import a file, or import it again after it changed: segments that are still there keep their ids, what is gone is retired. A book becomes one document for each
 * chapter, in a collection of their own. A document's description, glosses and notes are left as they are, but for the digest of the text. All of it is written, or nothing.
 *
 * @throws DomainError `not-found` if there is no such file, `invalid` or `too-large` if it cannot be read or has no Chinese text, `conflict` if a document of that
 * id is made of another file or format, or somebody else changed it meanwhile.
 */
export async function importText(
  corpus: string,
  order: ImportOrder,
  reader: TextOpener,
  tell: (what: string) => void = () => undefined,
): Promise<Import> {
  const name = basename(order.path);
  await finishInterrupted(corpus);
  const before = await stateOf(corpus, order.id);
  const read = await readBytes(order.path, LONGEST_IMPORT);
  if (read.kind === 'missing') throw new DomainError('not-found', `there is no file ${name}`);
  if (read.kind === 'unreadable') throw new DomainError('invalid', `${name} is not imported: ${read.why}`);
  tell(`reading ${name}`);
  const opened = await open(read.bytes, order, reader);
  mustBeChinese(name, opened);
  const english =
    order.translation === undefined ? undefined : await openTranslation(order.translation, opened, reader);
  if (english !== undefined) tell('aligning');
  tell(`writing ${opened.texts.reduce((sum, { drafts }) => sum + drafts.length, 0)} segments`);
  return alone(corpus, async () => {
    if ((await stateOf(corpus, order.id)) !== before)
      throw new DomainError(
        'conflict',
        `${order.id} was changed by somebody else while ${name} was read, and nothing was written; import it again, or give it another id with --id`,
      );
    return bring(corpus, order, read.bytes, { opened, english }, reader);
  });
}

async function open(
  bytes: Uint8Array,
  { path, format, encoding }: ImportOrder,
  reader: TextOpener,
): Promise<Opened> {
  const name = basename(path);
  try {
    return await reader.open(bytes, { name, ...(format && { format }), ...(encoding && { encoding }) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, `${name} is not imported: ${error.message}`);
  }
}

function mustBeChinese(name: string, { texts }: Opened): void {
  const shown = (drafts: readonly DraftSegment[]): DraftSegment[] => drafts.filter((draft) => !draft.debris);
  if (texts.every(({ drafts }) => shown(drafts).length === 0))
    throw new DomainError('invalid', `${name} has no text`);
  if (!texts.some(({ drafts }) => shown(drafts).some(({ text }) => /\p{Script=Han}/u.test(text))))
    throw new DomainError(
      'invalid',
      `${name} has no Chinese in it; Duidu reads Chinese texts; their English is written into gloss.en.yaml`,
    );
}

/** What an import of `id` builds upon, in short: whoever finds it changed has to begin again. */
async function stateOf(corpus: string, id: DocumentId): Promise<string> {
  const all = (await readdir(join(corpus, 'documents')).catch(ignoreAbsence)) ?? [];
  const own = all.filter((name) => name === id || name.startsWith(`${id}-`)).sort();
  const states: string[] = [];
  for (const name of own) {
    for (const file of ['document.yaml', 'segments.json']) {
      const found = await readBytes(join(corpus, 'documents', name, file));
      states.push(`${name}/${file}:${found.kind === 'read' ? sha256Of(found.bytes) : found.kind}`);
    }
  }
  return states.join('\n');
}

async function bring(
  corpus: string,
  order: ImportOrder,
  bytes: Uint8Array,
  { opened, english }: { opened: Opened; english: EnglishText | undefined },
  reader: TextReader,
): Promise<Import> {
  const { texts, container } = opened;
  const shelf = await openShelfForImport(corpus);
  const isBook = container?.kind === 'epub';
  if (container !== undefined && order.staysOutside)
    throw new DomainError(
      'invalid',
      `${basename(order.path)} is taken apart, so it cannot stay outside; leave --outside away, or save it as .html or .txt and import that`,
    );
  const ids = isBook ? await chapterIds(corpus, order.id, texts) : [order.id];
  const original = container === undefined ? undefined : `${order.id}.${container.kind}`;
  const titleEn = order.titleEn ?? english?.title;
  const titled = { ...order, ...(titleEn !== undefined && { titleEn }) };
  const files = new Map<string, string | Uint8Array>();
  const documents: Imported[] = [];
  for (const [index, text] of texts.entries()) {
    const standing = await standingOf(corpus, ids[index] as DocumentId);
    mustFit(order, standing, text);
    const fresh = (): Description => describe(titled, text, container, original);
    const made = await filesOf(standing, text, fresh, reader, {
      title: isBook ? undefined : order.title,
      lay: english?.lay,
    });
    mustBeTheSame(order, made.imported);
    await sweep(standing.folder);
    for (const [file, content] of made.files) files.set(`documents/${standing.id}/${file}`, content);
    if (english !== undefined) files.set(`documents/${standing.id}/${english.name}`, english.bytes);
    documents.push(made.imported);
  }
  if (original !== undefined && !order.staysOutside) files.set(`originals/${original}`, bytes);
  const title = {
    zh: order.title ?? container?.title ?? order.id,
    en: order.titleEn ?? container?.title ?? order.id,
  };
  const about = { zh: `书“${title.zh}”的各章。`, en: `The chapters of the book “${title.en}.”` };
  const shelved = shelf.shelve(ids, isBook ? { id: collectionId(order.id), title, about } : undefined);
  if (shelved !== undefined) files.set('corpus.yaml', shelved);
  await sweep(corpus);
  await writeTogether(corpus, files);
  return { documents, encoding: texts[0]?.encoding ?? 'utf-8', remarks: opened.remarks };
}

// Ids of collections begin with a letter.
function collectionId(id: DocumentId): string {
  return /^[a-z]/.test(id) ? id : `book-${id}`;
}

/** @throws DomainError `conflict` if the order would make another text of a document that is there. */
function mustFit({ path }: ImportOrder, { id, description: before }: Standing, { format }: OpenedText): void {
  if (before === undefined) return;
  const name = basename(path);
  const { description } = before;
  const other = `give ${name} another id with --id`;
  if (description.format !== format)
    throw new DomainError(
      'conflict',
      `${id} is ${description.format}, and not ${format}; say --format ${description.format}, or ${other}`,
    );
  if (!description.provenance.redistributable && description.file !== name)
    throw new DomainError(
      'conflict',
      `${id} is read from ${description.file}, and not from ${name}; ${other}`,
    );
}

const FEW = 3;

/** @throws DomainError `conflict` if the text has no sentence in common with the document whose place it would take. */
function mustBeTheSame(
  { path, replaces }: ImportOrder,
  { id, isNew, kept, retired, changed, texts }: Imported,
): void {
  if (isNew || replaces || kept > 0 || retired < FEW) return;
  const isAlike = (before: string, now: string): boolean =>
    alike([texts.get(before) ?? ''], [texts.get(now) ?? '']).length > 0;
  if (changed.filter(({ before, now }) => isAlike(before, now)).length * 2 > retired) return;
  throw new DomainError(
    'conflict',
    `there is a document ${id} already, and no sentence of it is in ${basename(path)}; give that another id with --id, or say --replace if it is the same text written anew`,
  );
}

// A heading is the title if it is of the first level, or the first words of the text; any other is that of a section.
function headingOf(drafts: readonly DraftSegment[]): string | undefined {
  const first = drafts.findIndex((draft) => !draft.debris && draft.kind !== 'caption');
  return drafts.find(
    (draft, index) => !draft.debris && draft.kind === 'heading' && (draft.level === 1 || index === first),
  )?.text;
}

const LONGEST_TITLE = 300;

// What stands as a heading may be a whole text.
function bounded(title: string): string {
  const characters = [...title];
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : title;
}

const NAMES: Record<Exclude<Format, 'html'>, string> = { markdown: 'text.md', plain: 'text.txt' };

function describe(
  order: ImportOrder,
  text: OpenedText,
  container: Opened['container'],
  original: string | undefined,
): Description {
  const name = basename(order.path);
  const said: Matter = { ...(container && withoutTitle(container)), ...text };
  const isBook = container?.kind === 'epub';
  const heading = headingOf(text.drafts);
  const given = isBook ? undefined : order.title;
  const zh = bounded(
    given ??
      (container === undefined ? (said.title ?? heading) : (heading ?? said.title ?? container.title)) ??
      name.replace(/\.[^.]*$/, ''),
  );
  const en = bounded((isBook ? undefined : order.titleEn) ?? zh);
  return {
    title: { zh, en },
    ...(said.author !== undefined && { author: { zh: said.author, en: said.author } }),
    ...(said.date !== undefined && { date: said.date }),
    language: text.language,
    about: { zh: `由文件“${name}”导入。`, en: `Imported from the file “${name}”.` },
    provenance: {
      source: { zh: `文件“${name}”`, en: `The file “${name}”` },
      ...(said.url !== undefined && { url: said.url }),
      licence: 'none',
      redistributable: !order.staysOutside,
    },
    file: order.staysOutside ? name : text.format === 'html' ? 'text.html' : NAMES[text.format],
    sha256: '0'.repeat(64),
    format: text.format,
    ...(text.encoding !== 'utf-8' && { encoding: text.encoding }),
    ...(original !== undefined && { original }),
  };
}

function withoutTitle({ title: _, ...rest }: Matter): Matter {
  return rest;
}
