/** A group of Chinese and English sentences that say the same; one side is empty where the other has no counterpart (Gale & Church 1993). */
export interface Bead {
  /** Sentences by number, from 0, in order and without gaps. */
  readonly zh: readonly number[];
  readonly en: readonly number[];
  /** How sure it is that the bead is exactly right: 0 to 1. */
  readonly score: number;
}

/** Of a whole alignment: a text and what is no translation of it stay below this; translations, free ones too, are far above. */
export const UNRELATED = 0.3;

/** Sentences of a side that are aligned at once, a long novel: more would take minutes. */
export const MOST_ALIGNED = 20_000;

/** How sure an alignment is as a whole: the mean of its scores, weighed by their sentences; 0 if there are none. */
export function confidenceOf(beads: readonly Bead[]): number {
  let [sum, all] = [0, 0];
  for (const { zh, en, score } of beads) {
    const count = zh.length + en.length;
    // What is dropped is not aligned, however sure that is.
    if (zh.length > 0 && en.length > 0) sum += score * count;
    all += count;
  }
  return all === 0 ? 0 : sum / all;
}

/** How many sentences a bead has of either side. */
export interface BeadKind {
  readonly zh: number;
  readonly en: number;
  /** How usual such a bead is: the natural logarithm of its share. */
  readonly prior: number;
}

// Between an essay and a novel: English tends to have the shorter sentences.
const SHARES: Readonly<Record<string, number>> = {
  ...{ '1:1': 0.74, '1:2': 0.11, '2:1': 0.06, '1:3': 0.03, '3:1': 0.008, '2:2': 0.01, '2:3': 0.006 },
  ...{
    '1:4': 0.008,
    '1:5': 0.003,
    '1:0': 0.01,
    '0:1': 0.01,
    '2:0': 0.003,
    '0:2': 0.003,
    '5:0': 0.001,
    '0:5': 0.001,
  },
};
const RARE = 0.001;
const MOST = 7;

/** How many sentences of one text a bead has at most. */
export const MOST_OF_A_SIDE = MOST - 1;

/** All kinds of beads up to seven sentences. */
export const BEAD_KINDS: readonly BeadKind[] = kinds();

function kinds(): BeadKind[] {
  const all = [1, 2, 5].flatMap((count) => [kindOf(count, 0), kindOf(0, count)]);
  for (let zh = 1; zh < MOST; zh += 1) for (let en = 1; zh + en <= MOST; en += 1) all.push(kindOf(zh, en));
  return all;
}

function kindOf(zh: number, en: number): BeadKind {
  return { zh, en, prior: Math.log(SHARES[`${zh}:${en}`] ?? RARE / 2 ** Math.max(0, zh + en - 5)) };
}
