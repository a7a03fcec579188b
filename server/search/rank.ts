import type { Answer } from './answer.ts';
import type { Index } from './open-index.ts';

/** Above this many hits only the best are put in order; the rest follow in the order of the text. */
const MOST_RANKED = 1000;
/** Of how many of the best the words are looked at, whether they stand together. */
const MOST_LOOKED_AT = 60;
/** What a hit gains that is what was typed, and nothing else: a heading, a term in a table. */
const WHOLE = 1;
/** What a hit gains in which all words of the query stand together as typed; in part, in part. */
const TOGETHER = 0.6;

/** The places in `found` of its units, the best first; those that are equal in the order of the text. */
export function ranked({ found, words, isLoose }: Answer, index: Index): number[] {
  // What fits a question was weighed with its paragraph already.
  const scores = isLoose
    ? found.scores
    : found.scores.map((score, at) => score * (index.worth[found.units[at] as number] ?? 1));
  const byScore = (a: number, b: number): number => (scores[b] as number) - (scores[a] as number) || a - b;
  const [best, rest] = split(scores);
  best.sort(byScore);
  if (isLoose) return [...best, ...rest];
  const gainOf = gains(words, index);
  const first = best.slice(0, MOST_LOOKED_AT);
  for (const at of first) scores[at] = (scores[at] as number) * (1 + gainOf(found.units[at] as number));
  best.splice(0, first.length, ...first.sort(byScore));
  return [...best, ...rest];
}

function split(scores: Float32Array): [best: number[], rest: number[]] {
  const all = [...scores.keys()];
  if (all.length <= MOST_RANKED) return [all, []];
  const threshold = scores.toSorted()[scores.length - MOST_RANKED] ?? 0;
  const [best, rest]: [number[], number[]] = [[], []];
  for (const at of all)
    (best.length < MOST_RANKED && (scores[at] as number) >= threshold ? best : rest).push(at);
  return [best, rest];
}

function gains(words: readonly string[], { normal, normals }: Index): (unit: number) => number {
  const typed = words.map(normal);
  const whole = bare(typed.join(' '));
  // A number and a few signs more; of nothing but signs nothing is the whole.
  const longest = whole === '' ? -1 : whole.length * 2 + 10;
  const pairs = typed.slice(1).map((word, at) => joined(typed[at] ?? '', word));
  return (unit) => {
    const { zh = '', en = '' } = normals[unit] ?? {};
    const together = pairs.filter((pair) => zh.includes(pair) || en.includes(pair)).length;
    const isWhole = [zh, en].some((text) => text.length <= longest && bare(text) === whole);
    return (isWhole ? WHOLE : 0) + (pairs.length === 0 ? 0 : (TOGETHER * together) / pairs.length);
  };
}

/** Two words as they would stand together in a text. */
function joined(left: string, right: string): string {
  return /[\x20-\x7e]$/.test(left) && /^[\x20-\x7e]/.test(right) ? `${left} ${right}` : left + right;
}

/** Without the number that a heading has, and without signs. */
function bare(normal: string): string {
  return normal.replace(/^[\d.]+\s+|[^\p{L}\p{N}]+/gu, '');
}
