import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedText } from '../core/opened.ts';
import type { DocumentId } from '../core/segment.ts';
import { parseDocumentId } from '../core/segment.ts';
import { digestOf } from './digest.ts';
import { ignoreAbsence, readText } from './file.ts';
import { readWholeLedger } from './ledger.ts';

/**
 * An id for each chapter of a book: that of the chapter with which it shares most sentences, where the book was imported before; else the next number
 * that nobody has.
 */
export async function chapterIds(
  corpus: string,
  book: DocumentId,
  texts: readonly OpenedText[],
): Promise<DocumentId[]> {
  const known = await knownChapters(corpus, book);
  const ids: (DocumentId | undefined)[] = texts.map(() => undefined);
  const shares = texts.flatMap(({ drafts }, index) => {
    const digests = new Set(drafts.map(({ text }) => digestOf(text)));
    return [...known].map(([id, own]) => ({
      index,
      id,
      share: own.filter((digest) => digests.has(digest)).length,
    }));
  });
  const taken = new Set<string>();
  for (const { index, id, share } of shares.sort((a, b) => b.share - a.share)) {
    if (share === 0 || taken.has(id) || ids[index] !== undefined) continue;
    ids[index] = id;
    taken.add(id);
  }
  const width = Math.max(2, String(texts.length).length);
  let number = 0;
  return ids.map((id) => {
    if (id !== undefined) return id;
    let name: string;
    do {
      number += 1;
      name = `${book}-${String(number).padStart(width, '0')}`;
    } while (known.has(name as DocumentId));
    return parseDocumentId(name);
  });
}

async function knownChapters(corpus: string, book: string): Promise<Map<DocumentId, readonly string[]>> {
  const names = (await readdir(join(corpus, 'documents')).catch(ignoreAbsence)) ?? [];
  const chapters = new Map<DocumentId, readonly string[]>();
  for (const name of names) {
    if (!name.startsWith(`${book}-`) || !/^\d+$/.test(name.slice(book.length + 1))) continue;
    const found = await readText(join(corpus, 'documents', name, 'segments.json'), 'segments.json');
    const ledger = found.kind === 'read' ? readWholeLedger('segments.json', found.text) : undefined;
    chapters.set(parseDocumentId(name), ledger?.segments.map(({ digest }) => digest) ?? []);
  }
  return chapters;
}
