import { join } from 'node:path';
import type { Ledger } from '../core/ledger.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readText } from './file.ts';
import type { TextReader } from './folder.ts';
import { loadFolder } from './folder.ts';
import { readWholeLedger, writeLedger } from './ledger.ts';
import { writeWhole } from './write.ts';

/** A ledger with its text, to be changed by hand. */
export interface Revision {
  readonly ledger: Ledger;
  readonly source: string;
  readonly save: (ledger: Ledger) => Promise<void>;
}

/** @throws DomainError `not-found` if there is no such document, `invalid` if it has faults, `conflict` if its text is not there as it was imported. */
export async function openRevision(
  corpus: string,
  id: DocumentId,
  sources: readonly string[],
  reader: TextReader,
): Promise<Revision> {
  const path = join(corpus, 'documents', id, 'segments.json');
  const text = await readText(path, 'segments.json');
  const { layers } = await loadFolder(corpus, id, sources, reader);
  if (text.kind === 'missing') throw new DomainError('not-found', `no document ${id}`);
  if (text.kind === 'broken' || layers === undefined)
    throw new DomainError('invalid', `${id} cannot be read; run duidu check`);
  if (layers.presence !== 'present' || layers.source === null) {
    throw new DomainError(
      'conflict',
      `the text of ${id} is not there as it was imported; a ledger is changed only beside it`,
    );
  }
  const ledger = readWholeLedger('segments.json', text.text);
  if (ledger === undefined)
    throw new DomainError('invalid', `the ledger of ${id} has faults; run duidu check`);
  return { ledger, source: layers.source, save: (revised) => writeWhole(path, writeLedger(revised)) };
}
