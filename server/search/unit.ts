import type { Document, DocumentSegment, Library } from '../core/document.ts';
import type { Event } from '../core/event.ts';

/** What is searched of one segment, as it is written. */
export interface Source {
  readonly zh: string;
  readonly en: string;
  /** The notes on it, in both languages. */
  readonly note: string;
  /** The title of the document, at the segment that opens it. */
  readonly title: string;
  /** What it says of events, in our words and in both languages: a question may use them instead of its own. */
  readonly told: string;
}

/** A segment that can be found. */
export interface Unit {
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly source: Source;
}

/** Every segment that is no debris, in the order of the shelf. */
export function unitsOf({ documents, chronicle }: Pick<Library, 'documents' | 'chronicle'>): Unit[] {
  const told = toldBy(chronicle.events);
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
        told: told.get(`${document.id}:${segment.id}`)?.join('\n') ?? '',
      };
      return { document, segment, source };
    });
  });
}

function toldBy(events: readonly Event[]): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const { title, claims } of events)
    for (const { document, segment, says } of claims) {
      const place = `${document}:${segment}`;
      told.set(place, [...(told.get(place) ?? []), title.zh, title.en, says.zh, says.en]);
    }
  return told;
}
