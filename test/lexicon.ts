import type { Library } from '../server/core/document.ts';
import type { Lexicon, WordTerm } from '../server/core/word.ts';
import type { WordFixes } from '../server/core/word-fixes.ts';
import { NO_FIXES } from '../server/core/word-fixes.ts';
import { openLexicon } from '../server/wording.ts';

/** What is known of the words of a library of a test; opened once, when it is first asked for. */
export function lexiconOver(
  library: Pick<Library, 'authority'>,
  terms: readonly WordTerm[] = [],
  fixes: Partial<WordFixes> = {},
): () => Promise<Lexicon> {
  let opened: Promise<Lexicon> | undefined;
  return () => {
    opened ??= openLexicon(library, terms, { corpus: { ...NO_FIXES, ...fixes }, documents: new Map() });
    return opened;
  };
}
