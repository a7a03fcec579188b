import { Cuts, corrector } from '../core/cut.ts';
import type { WordFixes } from '../core/word-fixes.ts';
import { functionWordIn } from './apart.ts';
import { findAtoms } from './atom.ts';
import type { Segmenter } from './segmenter.ts';

/**
 * A segmenter that keeps words of letters, versions, numbers with their units and addresses whole, and does as it is corrected. Joined,
 * the words are the text to the unit, whatever it is.
 */
export function cutterOver(
  segment: Segmenter,
  isKnown: (word: string) => boolean,
  fixes: Pick<WordFixes, 'join' | 'split'>,
): Segmenter {
  const correct = corrector(fixes);
  const cuts = new Cuts();
  const join = (start: number, end: number): void => cuts.join(start, end);
  return (text) => {
    cuts.begin(text.length);
    let end = 0;
    const said = segment(text);
    for (const word of said) {
      const apart = functionWordIn(word, isKnown);
      if (apart !== undefined) cuts.at(end + apart);
      end += word.length;
      cuts.at(end);
    }
    findAtoms(text, join);
    correct(text, cuts);
    // Half a surrogate pair comes back as another unit: then only the lengths are right.
    return cuts.wordsOf(text, text.isWellFormed() ? said : [text]);
  };
}
