import type { Document, DocumentSegment, Library } from '../core/document.ts';

/** What is searched of one segment, as it is written. */
export interface Source {
  readonly zh: string;
  readonly en: string;
  /** The notes on it, in both languages. */
  readonly note: string;
  /** The title of the document, at the segment that opens it. */
  readonly title: string;
}

/** A segment that can be found. */
export interface Unit {
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly source: Source;
}

/** Every segment that is no debris, in the order of the shelf. */
export function unitsOf({ documents }: Pick<Library, 'documents'>): Unit[] {
  return documents.flatMap((document) => {
    const shown = document.segments.filter(({ debris }) => !debris);
    return shown.map((segment, index): Unit => {
      const { zh, en, notes } = segment;
      const title = index === 0 ? `${document.title.zh}\n${document.title.en}` : '';
      const source = {
        zh: zh ?? '',
        en: en ?? '',
        note: notes.map((note) => `${note.zh}\n${note.en}`).join('\n'),
        title,
      };
      return { document, segment, source };
    });
  });
}
