import type { Document, DocumentSegment } from '../../core/document.ts';
import type { Span } from '../../core/span.ts';
import type { WordUse } from './word-index.ts';
import type { Wordbook } from './wordbook.ts';

/** Where else in the library a word stands, and what renders it in the gloss there. */
export interface Elsewhere {
  readonly total: number;
  readonly documents: number;
  /** A few of them: of each document one before a second of any. */
  readonly uses: readonly (WordUse & { readonly rendered: readonly Span[] })[];
}

// What a card has room for.
const SHOWN = 3;

export async function elsewhereOf(
  word: string,
  wordbook: Wordbook,
  except?: { readonly document: Document; readonly segment: DocumentSegment },
): Promise<Elsewhere> {
  const all = await wordbook.usesOf(word, except);
  const documents = new Set(all.map(({ document }) => document));
  const firsts = [...documents].flatMap((document) => all.find((use) => use.document === document) ?? []);
  const shown = [...new Set([...firsts, ...all])]
    .filter(({ segment }) => segment.en !== null)
    .slice(0, SHOWN);
  const rendered = wordbook.renderedIn(shown);
  return {
    total: all.length,
    documents: documents.size,
    uses: shown.map((use, index) => ({ ...use, rendered: rendered[index] ?? [] })),
  };
}
