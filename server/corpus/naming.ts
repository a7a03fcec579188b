import { checkNames } from '../core/check-names.ts';
import type { Document } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { LoadedDocument } from './folder.ts';

/** What the names in the documents leave open, with its place in their ledgers. */
export function checkNaming(
  documents: readonly Document[],
  loaded: readonly LoadedDocument[],
  ordinary: readonly string[],
): Finding[] {
  const words = new Set(ordinary.map((word) => word.toLowerCase()));
  const locates = new Map(loaded.map(({ layers, locate }) => [layers?.id, locate]));
  return documents.flatMap((document) =>
    checkNames(document, `documents/${document.id}/segments.json`, words).map((finding) => ({
      ...finding,
      place: locates.get(document.id)?.(finding.place) ?? finding.place,
    })),
  );
}
