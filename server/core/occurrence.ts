import type { Side } from './anchor.ts';
import type { Document, DocumentSegment } from './document.ts';
import type { EntityId } from './entity.ts';
import type { Mention } from './mention.ts';

/** A mention, together with where in the library it stands. */
export interface Occurrence {
  readonly mention: Mention;
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly language: Side;
}

/** Every mention of each entity, in the order of the shelf; of one segment, the Chinese before the English. */
export function occurrencesIn(documents: readonly Document[]): Map<EntityId, Occurrence[]> {
  const found = new Map<EntityId, Occurrence[]>();
  for (const document of documents) {
    for (const segment of document.segments) {
      for (const language of ['zh', 'en'] as const) {
        for (const mention of segment.names[language].mentions) {
          const known = found.get(mention.entity);
          const occurrence = { mention, document, segment, language };
          if (known === undefined) found.set(mention.entity, [occurrence]);
          else known.push(occurrence);
        }
      }
    }
  }
  return found;
}

/** How often an entity is named in one document: in its Chinese, or where that is not at hand in its English. */
export function timesNamed(occurrences: readonly Occurrence[]): number {
  return occurrences.filter(({ language, segment }) => language === (segment.zh === null ? 'en' : 'zh'))
    .length;
}
