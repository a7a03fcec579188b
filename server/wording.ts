import type { Library } from './core/document.ts';
import type { DocumentId } from './core/segment.ts';
import type { Lexicon, WordTerm } from './core/word.ts';
import type { WordFixes } from './core/word-fixes.ts';
import { openDictionary } from './words/dictionary.ts';
import { lexiconOf, wholeWords } from './words/lexicon.ts';
import { buildSegmenter } from './words/segmenter.ts';

/** What somebody corrected of words, in the whole corpus and in its documents. */
export interface AllFixes {
  readonly corpus: WordFixes;
  readonly documents: ReadonlyMap<DocumentId, WordFixes>;
}

/** What is known of the words of a library: half a second, so it is done when somebody asks for the first time. */
export async function openLexicon(
  { authority }: Pick<Library, 'authority'>,
  terms: readonly WordTerm[],
  { corpus, documents }: AllFixes,
): Promise<Lexicon> {
  const dictionary = await openDictionary();
  const segment = buildSegmenter(wholeWords(authority.entities.values(), terms));
  return lexiconOf({ segment, dictionary, authority, terms, fixes: corpus, fixesBy: documents });
}
