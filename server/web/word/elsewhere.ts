import type { DocumentSegment } from '../../core/document.ts';
import type { Span } from '../../core/span.ts';
import type { WordUse } from './word-index.ts';
import type { PlacedWord, Wordbook } from './wordbook.ts';

/** Where else in the library a word stands, and what renders it in the gloss there. */
export interface Elsewhere {
  readonly total: number;
  readonly documents: number;
  /** A few of them: of each document one before a second of any. */
  readonly uses: readonly (WordUse & { readonly rendered: readonly Span[] })[];
}

type UsesOf = Awaited<ReturnType<Wordbook['openUses']>>;

// What a card has room for.
const SHOWN = 3;

/** Of each Chinese word where else it stands; `except` is where it is asked for. What renders them is looked up for all of them together. */
export function elsewhereOf(
  words: readonly PlacedWord[],
  wordbook: Wordbook,
  usesOf: UsesOf,
  except?: { readonly segment: DocumentSegment },
): ReadonlyMap<string, Elsewhere> {
  const texts = [...new Set(words.flatMap(({ text, pinyin }) => (pinyin === null ? [] : [text])))];
  const found = texts.map((text) => {
    const all = usesOf(text, except);
    return { text, all, shown: fewOf(all) };
  });
  const rendered = wordbook.renderedIn(found.flatMap(({ shown }) => shown));
  let next = 0;
  return new Map(
    found.map(({ text, all, shown }) => {
      const uses = shown.map((use) => ({ ...use, rendered: rendered[next++] ?? [] }));
      const documents = new Set(all.map(({ document }) => document)).size;
      return [text, { total: all.length, documents, uses }];
    }),
  );
}

function fewOf(all: readonly WordUse[]): WordUse[] {
  const documents = new Set<WordUse['document']>();
  const firsts = all.filter(({ document }) => !documents.has(document) && documents.add(document));
  return [...new Set([...firsts, ...all])].filter(({ segment }) => segment.en !== null).slice(0, SHOWN);
}
