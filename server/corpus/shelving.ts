import { join } from 'node:path';
import type { Document } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readText } from './file.ts';
import { readShelf } from './shelf.ts';
import { writeWhole } from './write.ts';

const FILE = 'corpus.yaml';

/** `corpus.yaml`, to be changed with its comments and order kept; a new one where there is none. */
export interface OpenShelf {
  /** Put a document into the collection `imported`, which is made if there is none, unless it stands on the shelf. */
  readonly shelve: (id: DocumentId) => Promise<void>;
}

/** @throws DomainError `invalid` if there is a `corpus.yaml` that cannot be read. */
export async function openShelfForImport(corpus: string): Promise<OpenShelf> {
  const path = join(corpus, FILE);
  const found = await readText(path, FILE);
  const shelf = parseDocument(found.kind === 'read' ? found.text : 'title: { zh: 对读, en: Duidu }\n', {
    schema: 'failsafe',
  });
  const isReadable = found.kind === 'missing' || (found.kind === 'read' && isSound(found.text, shelf));
  if (!isReadable) throw new DomainError('invalid', `${FILE} has faults; run duidu check and mend it first`);
  return {
    shelve: async (id) => {
      if (add(shelf, id)) await writeWhole(path, shelf.toString({ lineWidth: 0 }));
    },
  };
}

function isSound(text: string, { errors, contents }: Document.Parsed): boolean {
  return errors.length === 0 && isMap(contents) && readShelf(FILE, text, []).layer !== undefined;
}

/** Whether it had to be added. */
function add(shelf: Document, id: DocumentId): boolean {
  const { collections } = shelf.toJS() as { collections?: { id?: string; documents?: string[] }[] };
  const all = Array.isArray(collections) ? collections : [];
  if (all.some((collection) => collection?.documents?.includes(id))) return false;
  if (!isSeq(shelf.get('collections'))) shelf.set('collections', shelf.createNode([]));
  const index = all.findIndex((collection) => collection?.id === 'imported');
  if (index !== -1 && isSeq(shelf.getIn(['collections', index, 'documents']))) {
    shelf.addIn(['collections', index, 'documents'], id);
    return true;
  }
  const about = { zh: '自己导入的文章。', en: 'Articles of your own.' };
  const title = { zh: '导入', en: 'Imported' };
  shelf.addIn(['collections'], shelf.createNode({ id: 'imported', title, about, documents: [id] }));
  return true;
}
