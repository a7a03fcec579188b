import type { Bilingual } from '../core/bilingual.ts';
import type { Finding } from '../core/finding.ts';
import { nearest } from '../core/nearest.ts';
import type { DocumentId } from '../core/segment.ts';
import { isDocumentId, isSegmentId } from '../core/segment.ts';
import { Cursor } from './cursor.ts';
import { bilingual } from './description.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** What `corpus.yaml` says: the order of the documents, in collections. */
export interface Shelf {
  readonly title: Bilingual;
  /** Folders, relative to the project, in which texts that may not be redistributed are looked for. */
  readonly sources: readonly string[];
  /** Words in Latin letters that look like names and are nobody's: `CPU`. */
  readonly ordinary: readonly string[];
  readonly collections: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly about: Bilingual;
    readonly documents: readonly DocumentId[];
  }[];
}

/**
 * Read `corpus.yaml`. `folders` are the documents there are: one that stands on no shelf, or on the shelf and not in the folder,
 * is a finding.
 */
export function readShelf(file: string, text: string, folders: readonly string[]): Read<Shelf | undefined> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['title', 'sources', 'ordinary', 'collections']))
    return { layer: undefined, findings, locate: opened.locate };
  const title = bilingual(root.at('title'));
  const sources = root
    .at('sources')
    .items()
    .flatMap((item) => item.text() ?? []);
  const ordinary = root
    .at('ordinary')
    .items()
    .flatMap((item) => item.text() ?? []);
  const shelved = new Set<DocumentId>();
  const named = new Set<string>();
  const collections = root
    .at('collections')
    .items()
    .flatMap((item) => collectionAt(item, folders, shelved, named) ?? []);
  for (const folder of folders) {
    if (!isDocumentId(folder)) {
      const message = `documents/${folder} is not shown: a document id is small letters, digits and hyphens`;
      root.at('collections').report('bad-id', message, 'warning');
    } else if (!shelved.has(folder)) {
      root
        .at('collections')
        .report('unshelved', `documents/${folder} is in no collection, so it is not shown`, 'warning');
    }
  }
  const shelf = title === undefined ? undefined : { title, sources, ordinary, collections };
  return { layer: shelf, findings, locate: opened.locate };
}

function collectionAt(
  at: Cursor,
  folders: readonly string[],
  shelved: Set<DocumentId>,
  named: Set<string>,
): Shelf['collections'][number] | undefined {
  if (!at.isMap(['id', 'title', 'about', 'documents'])) return undefined;
  const id = at.at('id').text();
  const title = bilingual(at.at('title'));
  const about = bilingual(at.at('about'));
  const documents = at
    .at('documents')
    .items()
    .flatMap((item) => documentAt(item, folders, shelved) ?? []);
  if (id === undefined || title === undefined || about === undefined) return undefined;
  // Pages lead to it.
  if (!isSegmentId(id))
    return at.at('id').report('bad-id', 'an id is a small letter, then small letters, digits and hyphens');
  if (named.has(id)) return at.at('id').report('repeated-id', `another collection is called “${id}” too`);
  named.add(id);
  return { id, title, about, documents };
}

function documentAt(
  at: Cursor,
  folders: readonly string[],
  shelved: Set<DocumentId>,
): DocumentId | undefined {
  const id = at.text();
  if (id === undefined) return undefined;
  if (!isDocumentId(id)) return at.report('bad-id', 'a document id is small letters, digits and hyphens');
  if (shelved.has(id)) return at.report('repeated-id', `${id} stands on the shelf already`);
  if (!folders.includes(id)) {
    const near = nearest(id, folders);
    return at.report(
      'unknown-document',
      `no folder documents/${id}${near === undefined ? '' : `; did you mean “${near}”?`}`,
    );
  }
  shelved.add(id);
  return id;
}
