import { Cuts, corrector } from '../core/cut.ts';
import type { WordFixes } from '../core/word-fixes.ts';
import { atomsIn } from './atom.ts';
import type { Segmenter } from './segmenter.ts';

/**
 * A segmenter that keeps words of letters, versions, numbers with their units and addresses whole, and does as it is corrected. Joined,
 * the words are the text to the unit, whatever it is.
 */
export function cutterOver(segment: Segmenter, fixes: Pick<WordFixes, 'join' | 'split'>): Segmenter {
  const correct = corrector(fixes);
  return (text) => {
    // Half a surrogate pair comes back as another unit, so only lengths are taken of what the segmenter says.
    const cuts = new Cuts(
      segment(text).map(({ length }) => length),
      text.length,
    );
    for (const atom of atomsIn(text)) cuts.join(atom);
    correct(text, cuts);
    return cuts.wordsOf(text);
  };
}
