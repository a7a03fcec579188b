import type { Bead } from '../server/core/bead.ts';

// Gale & Church 1993: how usual beads of each kind are, and how lengths spread.
const KINDS = [
  [1, 1, 0.89],
  [1, 0, 0.0099 / 2],
  [0, 1, 0.0099 / 2],
  [2, 1, 0.089 / 2],
  [1, 2, 0.089 / 2],
  [2, 2, 0.011],
] as const;
const VARIANCE = 6.8;

/** Sentences aligned by their lengths alone, as Gale & Church did, over the whole square: the floor. */
export function galeChurch(zh: readonly string[], en: readonly string[]): Omit<Bead, 'score'>[] {
  const [ours, theirs] = [sumsOf(zh), sumsOf(en)];
  const ratio = (theirs.at(-1) ?? 1) / Math.max(1, ours.at(-1) ?? 1);
  const square = new Square(
    ours.map((length) => length * ratio),
    theirs,
  );
  for (let row = 0; row <= zh.length; row += 1)
    for (let column = 0; column <= en.length; column += 1) square.visit(row, column);
  return square.way(zh.length, en.length);
}

function sumsOf(texts: readonly string[]): number[] {
  let total = 0;
  const sums = [0];
  for (const { length } of texts) {
    total += length;
    sums.push(total);
  }
  return sums;
}

class Square {
  readonly #ours: readonly number[];
  readonly #theirs: readonly number[];
  readonly #costs: Float64Array;
  readonly #chosen: Uint8Array;

  constructor(ours: readonly number[], theirs: readonly number[]) {
    [this.#ours, this.#theirs] = [ours, theirs];
    this.#costs = new Float64Array(ours.length * theirs.length).fill(Number.POSITIVE_INFINITY);
    this.#chosen = new Uint8Array(this.#costs.length);
    this.#costs[0] = 0;
  }

  visit(row: number, column: number): void {
    const cell = row * this.#theirs.length + column;
    for (const [k, [zh, en, share]] of KINDS.entries()) {
      if (row < zh || column < en) continue;
      const x = (this.#ours[row] ?? 0) - (this.#ours[row - zh] ?? 0);
      const y = (this.#theirs[column] ?? 0) - (this.#theirs[column - en] ?? 0);
      const before = this.#costs[cell - zh * this.#theirs.length - en] ?? 0;
      const cost = before - Math.log(share) + strain(x, y);
      if (cost < (this.#costs[cell] ?? 0)) [this.#costs[cell], this.#chosen[cell]] = [cost, k];
    }
  }

  way(rows: number, columns: number): Omit<Bead, 'score'>[] {
    const beads: Omit<Bead, 'score'>[] = [];
    for (let [row, column] = [rows, columns]; row > 0 || column > 0; ) {
      const [zh, en] = KINDS[this.#chosen[row * this.#theirs.length + column] ?? 0] ?? [1, 1];
      [row, column] = [row - zh, column - en];
      const [ours, theirs] = [row, column];
      beads.push({
        zh: Array.from({ length: zh }, (_, at) => ours + at),
        en: Array.from({ length: en }, (_, at) => theirs + at),
      });
    }
    return beads.reverse();
  }
}

/** Minus the logarithm of the chance that lengths differ as much or more. */
function strain(x: number, y: number): number {
  const mean = (x + y) / 2;
  if (mean === 0) return 0;
  const z = Math.abs(y - x) / Math.sqrt(mean * VARIANCE);
  return Math.min(50, -Math.log(Math.max(1e-22, tail(z))));
}

/** Twice the upper tail of the normal distribution (Abramowitz & Stegun 26.2.17). */
function tail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * poly * Math.exp((-z * z) / 2) * 0.3989422804;
}
