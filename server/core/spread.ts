import type { CueTable } from './cue-table.ts';
import type { Link } from './lattice.ts';

/** How the lengths of two texts go together. */
export interface Spread {
  /** Letters of English for each of Chinese. */
  readonly ratio: number;
  /** How far a bead may be off, squared, for each letter. */
  readonly variance: number;
}

const VARIANCE = 7;
/** So many beads of ours stand beside those of the text. */
const DOUBT = 20;
const SURE = 0.5;

/** How long a Chinese sentence is, in letters: a Han character counts as three. */
export function lengthOfChinese(text: string): number {
  let length = 1;
  for (const character of text)
    length += /\p{Script=Han}/u.test(character) ? 3 : /[\p{L}\p{N}]/u.test(character) ? 1 : 0.5;
  return length;
}

export function lengthOfEnglish(text: string): number {
  return text.length + 1;
}

/** The spread of two texts, from what is sure of their alignment. */
export function spreadOf(zh: CueTable, en: CueTable, links: readonly Link[]): Spread {
  const [ours, theirs] = [lengthOf(zh, 0, zh.lengths.length), lengthOf(en, 0, en.lengths.length)];
  const overall = (theirs + 1) / (ours + 1);
  const pairs = links
    .filter(({ chance, kind }) => chance >= SURE && kind.zh > 0 && kind.en > 0)
    .map((link) => [lengthOf(zh, link.zh, link.kind.zh), lengthOf(en, link.en, link.kind.en)] as const);
  let [a, b] = [DOUBT, DOUBT * overall];
  for (const [x, y] of pairs) [a, b] = [a + x, b + y];
  const ratio = b / a;
  const squares = pairs.reduce((sum, [x, y]) => sum + (y - ratio * x) ** 2 / ((y + ratio * x) / 2), 0);
  return { ratio, variance: (squares + DOUBT * VARIANCE) / (pairs.length + DOUBT) };
}

/** How unlikely the lengths of a bead are, in nats (Gale & Church 1993, with the mean of both lengths below the line). */
export function strainOf(length: number, other: number, { ratio, variance }: Spread): number {
  const expected = ratio * length;
  return (other - expected) ** 2 / ((expected + other) * variance);
}

/** The length of sentences `start` to before `start + count`. */
export function lengthOf({ lengths }: CueTable, start: number, count: number): number {
  let length = 0;
  for (let at = start; at < start + count; at += 1) length += lengths[at] ?? 0;
  return length;
}
