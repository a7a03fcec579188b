import type { Found } from './found.ts';
import { better, scaled } from './found.ts';
import type { Index } from './open-index.ts';
import { isFunctionWord } from './question.ts';
import { bigramsOf, hanRuns, stemOf, toldToken, wordsIn } from './token.ts';

/** Something of a question that a passage may hold. */
export interface Clue {
  /** What is marked where it stands. */
  readonly text: string;
  readonly found: Found;
}

/** The longest word of the segmenter that is looked for in a question. */
const LONGEST_WORD = 6;
/** How many clues are followed: the rarest, so that a question costs no more than its telling words. */
const MOST_CLUES = 40;
// A word of Latin letters is one clue; a Chinese word of two characters is one pair, and one of four is three pairs and itself.
const WORD = 1.5;
const PAIR = 1.2;
/** For each character of a word of three or more that the index knows: no other way to cut it is likely. */
const LONG_WORD = 0.5;
/** A pair across the border of two words says something only if that border is wrong. */
const ACROSS = 0.25;

// No word has one of these, whatever a segmenter says.
const PARTICLE = /[的了着过吗呢吧么]/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The clues in `normal`: stems, words and pairs of characters that some text has, without those that all have. */
export function cluesIn(normal: string, { postings }: Index): Clue[] {
  const weights = new Map<string, { text: string; weight: number }>();
  for (const { token, text, weight } of [...hanCluesIn(normal), ...wordCluesIn(normal)]) {
    if (PARTICLE.test(token) || postings.count(token) + postings.count(toldToken(token)) === 0) continue;
    if (weight > (weights.get(token)?.weight ?? 0)) weights.set(token, { text, weight });
  }
  return [...weights]
    .sort(([a], [b]) => postings.count(a) - postings.count(b))
    .slice(0, MOST_CLUES)
    .map(([token, { text, weight }]) => ({
      text,
      found: scaled(better(postings.of(token), postings.of(toldToken(token))), weight),
    }));
}

interface Weighed {
  readonly token: string;
  readonly text: string;
  readonly weight: number;
}

function wordCluesIn(normal: string): Weighed[] {
  return wordsIn(normal)
    .filter(({ text }) => !isFunctionWord(text))
    .map(({ text }) => ({ token: stemOf(text), text, weight: WORD }));
}

function hanCluesIn(normal: string): Weighed[] {
  const clueOf = (text: string, weight: number): Weighed => ({ token: text, text, weight });
  return hanRuns(normal).flatMap(({ characters }) => {
    const run = characters.join('');
    const words = [...segmenter.segment(run)].filter(({ segment }) => !isFunctionWord(segment));
    return [
      ...longWordsIn(characters).map((word) => clueOf(word, LONG_WORD * word.length)),
      ...words.flatMap(({ segment }) => bigramsOf(segment)).map((pair) => clueOf(pair, PAIR)),
      ...bigramsOf(run).map((pair) => clueOf(pair, ACROSS)),
    ];
  });
}

/** However a question would be cut: the index knows which of them are words. */
function longWordsIn(characters: readonly string[]): string[] {
  return characters.flatMap((_, from) => {
    const most = Math.min(LONGEST_WORD, characters.length - from);
    const lengths = Array.from({ length: Math.max(0, most - 2) }, (_, index) => index + 3);
    return lengths.map((length) => characters.slice(from, from + length).join(''));
  });
}
