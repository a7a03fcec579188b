import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Description, Format } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Ledger } from '../core/ledger.ts';
import { EMPTY_LEDGER } from '../core/ledger.ts';
import { reconcile } from '../core/reconcile.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readDescription, withDigest, writeDescription } from './description.ts';
import { digestOf, sha256Of } from './digest.ts';
import type { TextReader } from './folder.ts';
import { writeGlosses } from './glosses.ts';
import { readLedger, writeLedger } from './ledger.ts';
import { ignoreAbsence } from './source.ts';
import { writeWhole } from './write.ts';

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
 * @throws DomainError `not-found` if there is no such file, `invalid` if it is no UTF-8, has no text or cannot be parsed.
 */
export async function importText(corpus: string, order: ImportOrder, reader: TextReader): Promise<Imported> {
  const bytes = await readFile(order.path).catch(ignoreAbsence);
  if (bytes === undefined) throw new DomainError('not-found', `there is no file ${basename(order.path)}`);
  const decoded = reader.decode(bytes);
  if (decoded.kind === 'undecodable')
    throw new DomainError('invalid', `${basename(order.path)} is no UTF-8 from byte ${decoded.offset} on`);
  const drafts = reader.parse(decoded.source, order.format);
  if (drafts === undefined)
    throw new DomainError('invalid', `texts of the format ${order.format} cannot be imported yet`);
  if (!drafts.some((draft) => !draft.debris))
    throw new DomainError('invalid', `${basename(order.path)} has no text`);

  const folder = join(corpus, 'documents', order.id);
  const old = await readOldLedger(folder);
  const ledger = reconcile(old ?? EMPTY_LEDGER, drafts, digestOf);
  const before = await readFile(join(folder, 'document.yaml'), 'utf8').catch(ignoreAbsence);
  const sha256 = sha256Of(bytes);
  const described = before === undefined ? undefined : readDescription('document.yaml', before).layer;
  if (before !== undefined && described === undefined)
    throw new DomainError('invalid', `documents/${order.id}/document.yaml cannot be read; run duidu check`);

  // The text first and the description last: killed in between, the old description still names a digest, and says what to do.
  const isInside = described?.provenance.redistributable ?? !order.staysOutside;
  if (isInside) await writeWhole(join(folder, described?.file ?? 'text.md'), bytes);
  await writeWhole(join(folder, 'segments.json'), writeLedger(ledger));
  if (before === undefined) {
    await writeWhole(join(folder, 'gloss.en.yaml'), writeGlosses('en', new Map()));
    await writeWhole(
      join(folder, 'document.yaml'),
      writeDescription(
        describe(order, reader.title(decoded.source, order.format) ?? headingOf(drafts), sha256),
      ),
    );
    await shelve(corpus, order.id);
  } else await writeWhole(join(folder, 'document.yaml'), withDigest(before, sha256));

  const ids = new Set((old ?? EMPTY_LEDGER).segments.map((segment) => segment.id));
  return {
    isNew: old === undefined,
    segments: ledger.segments.length,
    kept: ledger.segments.filter((segment) => ids.has(segment.id)).length,
    retired: ledger.retired.size - (old ?? EMPTY_LEDGER).retired.size,
  };
}

async function readOldLedger(folder: string): Promise<Ledger | undefined> {
  const text = await readFile(join(folder, 'segments.json'), 'utf8').catch(ignoreAbsence);
  if (text === undefined) return undefined;
  const { layer: ledger, findings } = readLedger('segments.json', text);
  // A segment that was left out would look as if it had never been: its id could be given out again.
  if (ledger === undefined || findings.length > 0)
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

/** Put a document on the shelf: into the collection `imported`, which is made if there is none. */
async function shelve(corpus: string, id: DocumentId): Promise<void> {
  const path = join(corpus, 'corpus.yaml');
  const text = await readFile(path, 'utf8').catch(ignoreAbsence);
  const title = { zh: '对读', en: 'Duidu' };
  const shelf = parseDocument(text ?? '', { schema: 'failsafe' });
  if (text === undefined)
    shelf.contents = shelf.createNode({ title, collections: [] }) as typeof shelf.contents;
  const collections =
    (shelf.toJS() as { collections?: { id?: string; documents?: string[] }[] }).collections ?? [];
  if (collections.some((collection) => collection.documents?.includes(id))) return;
  const index = collections.findIndex((collection) => collection.id === 'imported');
  if (index === -1) {
    const about = { zh: '自己导入的文章。', en: 'Articles of your own.' };
    shelf.addIn(
      ['collections'],
      shelf.createNode({ id: 'imported', title: { zh: '导入', en: 'Imported' }, about, documents: [id] }),
    );
  } else shelf.addIn(['collections', index, 'documents'], id);
  await writeWhole(path, shelf.toString({ lineWidth: 0 }));
}
