import { checkRendered } from '../core/check-terms.ts';
import type { Library } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import { termUsesIn } from '../core/term-use.ts';
import type { LoadedDocument } from './folder.ts';

/** Glosses that render a term otherwise than the termbase says, with their places. */
export function checkRenderings(library: Library | undefined, loaded: readonly LoadedDocument[]): Finding[] {
  if (library === undefined) return [];
  const uses = Map.groupBy([...termUsesIn(library).values()].flat(), ({ document }) => document);
  const locates = new Map(loaded.map(({ layers, locate }) => [layers?.id, locate]));
  return [...uses].flatMap(([{ id }, own]) =>
    checkRendered(`documents/${id}/gloss.en.yaml`, own).map((finding) => ({
      ...finding,
      place: locates.get(id)?.(finding.place) ?? finding.place,
    })),
  );
}
