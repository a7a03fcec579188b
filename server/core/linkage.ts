import type { Side } from './anchor.ts';
import type { Document } from './document.ts';

/** One mention as a run of the linker left it: plain values, so that two runs can be compared. */
export interface LinkRecord {
  readonly document: string;
  readonly segment: string;
  readonly language: Side;
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly quote: string;
}

/** What a run of the linker changed. */
export interface LinkChanges {
  readonly added: readonly LinkRecord[];
  readonly gone: readonly LinkRecord[];
  /** The same place, another entity; `from` is the former one. */
  readonly redirected: readonly (LinkRecord & { readonly from: string })[];
}

/** Every mention of the documents, in the order of the shelf. */
export function linksIn(documents: readonly Document[]): LinkRecord[] {
  return documents.flatMap((document) =>
    document.segments.flatMap((segment) =>
      (['zh', 'en'] as const).flatMap((language) =>
        segment.names[language].mentions.map(({ start, end, entity, quote }) => ({
          document: document.id,
          segment: segment.id,
          language,
          start,
          end,
          entity,
          quote,
        })),
      ),
    ),
  );
}

export function compareLinks(before: readonly LinkRecord[], after: readonly LinkRecord[]): LinkChanges {
  const known = new Map(before.map((link) => [placeOf(link), link]));
  const still = new Set(after.map(placeOf));
  return {
    added: after.filter((link) => !known.has(placeOf(link))),
    gone: before.filter((link) => !still.has(placeOf(link))),
    redirected: after.flatMap((link) => {
      const from = known.get(placeOf(link))?.entity;
      return from === undefined || from === link.entity ? [] : [{ ...link, from }];
    }),
  };
}

function placeOf({ document, segment, language, start, quote }: LinkRecord): string {
  return [document, segment, language, start, quote].join('\t');
}
