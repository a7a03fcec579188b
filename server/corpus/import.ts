import { basename, join } from 'node:path';
import type { Description, Format } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Ledger } from '../core/ledger.ts';
import { EMPTY_LEDGER } from '../core/ledger.ts';
import { reconcile } from '../core/reconcile.ts';
import { recut } from '../core/recut.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readDescription, withDigest, writeDescription } from './description.ts';
import { digestOf, sha256Of } from './digest.ts';
import { readBytes, readText } from './file.ts';
import type { TextReader } from './folder.ts';
import { writeGlosses } from './glosses.ts';
import { readWholeLedger, writeLedger } from './ledger.ts';
import { alone } from './lock.ts';
import { openShelfForImport } from './shelving.ts';
import { sweep, writeWhole } from './write.ts';

export interface ImportOrder {
  readonly path: string;
  readonly id: DocumentId;
  readonly format: Exclude<Format, 'html'>;
  readonly titleEn?: string;
  /** The text stays where it is and is found through `DUIDU_SOURCES`: it may not be redistributed. */
  readonly staysOutside: boolean;
}

export interface Imported {
  readonly isNew: boolean;
  readonly segments: number;
  /** Segments whose text was there before; they keep their ids. */
  readonly kept: number;
  readonly retired: number;
}

/**
 * Import a text, or import it again after it changed: segments that are still there keep their ids, what is gone is retired.
 * The document's description, glosses and notes are left as they are, but for the digest of the text.
 *
 * @throws DomainError `not-found` if there is no such file, `invalid` if it is no UTF-8, has no text or cannot be parsed,
 * `conflict` if a document of that id is made of another file or format.
 */
export async function importText(corpus: string, order: ImportOrder, reader: TextReader): Promise<Imported> {
  const text = await readOrdered(order, reader);
  return alone(corpus, () => bring(corpus, order, text));
}

/** The text that is to be imported, read and parsed before anything is written. */
interface OrderedText {
  readonly bytes: Uint8Array;
  readonly drafts: readonly DraftSegment[];
  readonly title: string | undefined;
}

async function readOrdered({ path, format }: ImportOrder, reader: TextReader): Promise<OrderedText> {
  const name = basename(path);
  const read = await readBytes(path);
  if (read.kind === 'missing') throw new DomainError('not-found', `there is no file ${name}`);
  if (read.kind === 'unreadable') throw new DomainError('invalid', `${name} is not imported: ${read.why}`);
  const { bytes } = read;
  const decoded = reader.decode(bytes);
  if (decoded.kind === 'undecodable')
    throw new DomainError('invalid', `${name} is no UTF-8 from byte ${decoded.offset} on`);
  const drafts = reader.parse(decoded.source, format);
  if (drafts === undefined)
    throw new DomainError('invalid', `texts of the format ${format} cannot be imported yet`);
  if (!drafts.some((draft) => !draft.debris)) throw new DomainError('invalid', `${name} has no text`);
  return { bytes, drafts, title: reader.title(decoded.source, format) ?? headingOf(drafts) };
}

async function bring(
  corpus: string,
  order: ImportOrder,
  { bytes, drafts, title }: OrderedText,
): Promise<Imported> {
  const folder = join(corpus, 'documents', order.id);
  const shelf = await openShelfForImport(corpus);
  const old = await readOldLedger(folder);
  const before = await readOldDescription(folder, order.id);
  if (before !== undefined) mustFit(order, before.description);
  const cut = old === undefined ? drafts : recut(old, drafts, digestOf);
  const ledger = reconcile(old ?? EMPTY_LEDGER, cut, digestOf);
  const sha256 = sha256Of(bytes);

  await sweep(folder);
  await sweep(corpus);
  // The text first and the description last: killed in between, the old description still names a digest, and says what to do.
  const isInside = before?.description.provenance.redistributable ?? !order.staysOutside;
  if (isInside) await writeWhole(join(folder, before?.description.file ?? 'text.md'), bytes);
  await writeWhole(join(folder, 'segments.json'), writeLedger(ledger));
  // Somebody's work may stand there even where the description was lost.
  const glosses = await readText(join(folder, 'gloss.en.yaml'), 'gloss.en.yaml');
  if (glosses.kind === 'missing') {
    await writeWhole(join(folder, 'gloss.en.yaml'), writeGlosses('en', new Map()));
  }
  const description =
    before === undefined ? writeDescription(describe(order, title, sha256)) : withDigest(before.text, sha256);
  await writeWhole(join(folder, 'document.yaml'), description);
  await shelf.shelve(order.id);

  const ids = new Set((old ?? EMPTY_LEDGER).segments.map((segment) => segment.id));
  return {
    isNew: old === undefined,
    segments: ledger.segments.length,
    kept: ledger.segments.filter((segment) => ids.has(segment.id)).length,
    retired: ledger.retired.size - (old ?? EMPTY_LEDGER).retired.size,
  };
}

/** @throws DomainError `conflict` if the order would make another text of a document that is there. */
function mustFit({ id, path, format }: ImportOrder, description: Description): void {
  const name = basename(path);
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

async function readOldDescription(
  folder: string,
  id: DocumentId,
): Promise<{ text: string; description: Description } | undefined> {
  const found = await readText(join(folder, 'document.yaml'), 'document.yaml');
  if (found.kind === 'missing') return undefined;
  const { layer, findings } = readDescription('document.yaml', found.kind === 'read' ? found.text : '');
  // What a key that stands twice should be, only a person knows.
  if (found.kind !== 'read' || layer === undefined || findings.some(({ rule }) => rule === 'repeated-key'))
    throw new DomainError(
      'invalid',
      `documents/${id}/document.yaml has faults; run duidu check and mend it first`,
    );
  return { text: found.text, description: layer };
}

async function readOldLedger(folder: string): Promise<Ledger | undefined> {
  const found = await readText(join(folder, 'segments.json'), 'segments.json');
  if (found.kind === 'missing') return undefined;
  const ledger = found.kind === 'read' ? readWholeLedger('segments.json', found.text) : undefined;
  if (ledger === undefined)
    throw new DomainError('invalid', 'the ledger has faults; run duidu check and mend it first');
  return ledger;
}

// A heading is the title if it is of the first level, or the first words of the text; any other is that of a section.
function headingOf(drafts: readonly DraftSegment[]): string | undefined {
  const first = drafts.findIndex((draft) => !draft.debris && draft.kind !== 'caption');
  return drafts.find(
    (draft, index) => !draft.debris && draft.kind === 'heading' && (draft.level === 1 || index === first),
  )?.text;
}

function describe(order: ImportOrder, title: string | undefined, sha256: string): Description {
  const name = basename(order.path);
  const zh = title ?? name.replace(/\.[^.]*$/, '');
  return {
    title: { zh, en: order.titleEn ?? zh },
    language: 'zh-Hans',
    about: { zh: `由文件“${name}”导入。`, en: `Imported from the file “${name}”.` },
    provenance: {
      source: { zh: `文件“${name}”`, en: `The file “${name}”` },
      licence: 'none',
      redistributable: !order.staysOutside,
    },
    file: order.staysOutside ? name : 'text.md',
    sha256,
    format: order.format,
  };
}
