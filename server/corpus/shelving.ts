import { join } from 'node:path';
import type { Document } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Bilingual } from '../core/bilingual.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readText } from './file.ts';
import { readShelf } from './shelf.ts';
import { writeWhole } from './write.ts';

const FILE = 'corpus.yaml';
const EMPTY = 'title: { zh: 对读, en: Duidu }\n';

export interface NewCollection {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
}

const IMPORTED: NewCollection = {
  id: 'imported',
  title: { zh: '导入', en: 'Imported' },
  about: { zh: '自己导入的文章。', en: 'Articles of your own.' },
};

/** `corpus.yaml`, to be changed with its comments and order kept; a new one where there is none. */
export interface OpenShelf {
  /**
   * The file with documents put into a collection that is made if there is none; undefined if all of them stand on the shelf. One that does
   * is left where it stands.
   */
  readonly shelve: (ids: readonly DocumentId[], collection?: NewCollection) => string | undefined;
}

/** @throws DomainError `invalid` if there is a `corpus.yaml` that cannot be read. */
export async function openShelfForImport(corpus: string): Promise<OpenShelf> {
  const path = join(corpus, FILE);
  const found = await readText(path, FILE);
  const shelf = parseDocument(found.kind === 'read' ? found.text : EMPTY, {
    schema: 'failsafe',
  });
  const isReadable = found.kind === 'missing' || (found.kind === 'read' && isSound(found.text, shelf));
  if (!isReadable) throw new DomainError('invalid', `${FILE} has faults; run duidu check and mend it first`);
  return {
    shelve: (ids, collection = IMPORTED) => {
      const added = ids.filter((id, index) => add(shelf, id, collection, ids[index - 1]));
      return added.length === 0 ? undefined : shelf.toString({ lineWidth: 0 });
    },
  };
}

/** Make the shelf of a library that has none yet. */
export async function ensureShelf(corpus: string): Promise<void> {
  const found = await readText(join(corpus, FILE), FILE);
  if (found.kind === 'missing') await writeWhole(join(corpus, FILE), `${EMPTY}collections: []\n`);
}

function isSound(text: string, { errors, contents }: Document.Parsed): boolean {
  return errors.length === 0 && isMap(contents) && readShelf(FILE, text, []).layer !== undefined;
}

/** Whether it had to be added; behind `before` if that stands in the same collection. */
function add(
  shelf: Document,
  id: DocumentId,
  { id: name, title, about }: NewCollection,
  before: DocumentId | undefined,
): boolean {
  const { collections } = shelf.toJS() as { collections?: { id?: string; documents?: string[] }[] };
  const all = Array.isArray(collections) ? collections : [];
  if (all.some((collection) => collection?.documents?.includes(id))) return false;
  if (!isSeq(shelf.get('collections'))) shelf.set('collections', shelf.createNode([]));
  const index = all.findIndex((collection) => collection?.id === name);
  const documents = index === -1 ? undefined : shelf.getIn(['collections', index, 'documents']);
  if (isSeq(documents)) {
    const at = before === undefined ? -1 : (all[index]?.documents?.indexOf(before) ?? -1);
    documents.items.splice(at === -1 ? documents.items.length : at + 1, 0, shelf.createNode(id));
    return true;
  }
  shelf.addIn(['collections'], shelf.createNode({ id: name, title, about, documents: [id] }));
  return true;
}
