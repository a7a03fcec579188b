import type { Band } from './band.ts';
import type { BeadKind } from './bead.ts';

/** A bead by where it begins, how long its sides are, and the chance that it is right. */
export interface Link {
  readonly zh: number;
  readonly en: number;
  readonly kind: BeadKind;
  readonly chance: number;
}

/** How good a bead of a kind is that begins at two places, in nats, beside how usual its kind is. */
export type Judge = (zh: number, en: number, kind: BeadKind) => number;

/**
 * The way through both texts on which most beads are likely to be right, as F1 counts them: every bead's chance over all ways first (forward and
 * backward), then the way with the greatest sum. `band` is of the places between sentences, 0 to `rows`; it holds the first and the last
 * corner. Time and memory grow with its cells.
 */
export function bestWay(
  rows: number,
  columns: number,
  band: Band,
  kinds: readonly BeadKind[],
  judge: Judge,
): Link[] {
  const lattice = new Lattice(rows, columns, band, kinds);
  lattice.goForward(judge);
  lattice.goBackward();
  return lattice.best();
}

const NEVER = Number.NEGATIVE_INFINITY;
/** What a bead costs: about half the F1 that is hoped for is what F1 asks; a little less, so that drops are found. */
const COST = 0.3;

class Lattice {
  readonly #rows: number;
  readonly #columns: number;
  readonly #band: Band;
  readonly #kinds: readonly BeadKind[];
  /** Where the cells of a row begin. */
  readonly #offsets: Int32Array;
  /** Of each cell and kind, the score of the bead that ends there. */
  readonly #scores: Float32Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;

  constructor(rows: number, columns: number, band: Band, kinds: readonly BeadKind[]) {
    [this.#rows, this.#columns, this.#band, this.#kinds] = [rows, columns, band, kinds];
    this.#offsets = new Int32Array(rows + 2);
    for (let row = 0; row <= rows; row += 1)
      this.#offsets[row + 1] = (this.#offsets[row] ?? 0) + (band.high[row] ?? 0) - (band.low[row] ?? 0);
    const cells = this.#offsets[rows + 1] ?? 0;
    this.#scores = new Float32Array(cells * kinds.length).fill(NEVER);
    this.#forward = new Float64Array(cells).fill(NEVER);
    this.#backward = new Float64Array(cells).fill(NEVER);
  }

  goForward(judge: Judge): void {
    this.#forward[0] = 0;
    this.#eachCell((cell, row, column) => {
      let sum = this.#forward[cell] ?? NEVER;
      for (const [k, kind] of this.#kinds.entries()) {
        const before = this.#cell(row - kind.zh, column - kind.en);
        const way = this.#forward[before] ?? NEVER;
        if (way === NEVER) continue;
        const score = kind.prior + judge(row - kind.zh, column - kind.en, kind);
        this.#scores[cell * this.#kinds.length + k] = score;
        sum = logSum(sum, way + score);
      }
      this.#forward[cell] = sum;
    });
  }

  goBackward(): void {
    this.#backward[this.#cell(this.#rows, this.#columns)] = 0;
    for (let row = this.#rows; row >= 0; row -= 1)
      for (let column = (this.#band.high[row] ?? 0) - 1; column >= (this.#band.low[row] ?? 0); column -= 1) {
        const cell = this.#cell(row, column);
        const rest = this.#backward[cell] ?? NEVER;
        if (rest === NEVER) continue;
        for (const [k, kind] of this.#kinds.entries()) {
          const score = this.#scores[cell * this.#kinds.length + k] ?? NEVER;
          if (score === NEVER) continue;
          const before = this.#cell(row - kind.zh, column - kind.en);
          this.#backward[before] = logSum(this.#backward[before] ?? NEVER, rest + score);
        }
      }
  }

  best(): Link[] {
    const sums = new Float64Array(this.#forward.length).fill(NEVER);
    const chosen = new Uint8Array(this.#forward.length);
    sums[0] = 0;
    this.#eachCell((cell, row, column) => {
      for (const [k, kind] of this.#kinds.entries()) {
        if (this.#scores[cell * this.#kinds.length + k] === NEVER) continue;
        const before = this.#cell(row - kind.zh, column - kind.en);
        const sum = (sums[before] ?? NEVER) + this.#chance(cell, before, k) - COST;
        if (sum > (sums[cell] ?? NEVER)) [sums[cell], chosen[cell]] = [sum, k];
      }
    });
    const links: Link[] = [];
    for (let [row, column] = [this.#rows, this.#columns]; row > 0 || column > 0; ) {
      const cell = this.#cell(row, column);
      const k = chosen[cell] ?? 0;
      const kind = this.#kinds[k];
      if (kind === undefined) break;
      [row, column] = [row - kind.zh, column - kind.en];
      links.push({ zh: row, en: column, kind, chance: this.#chance(cell, this.#cell(row, column), k) });
    }
    return links.reverse();
  }

  #chance(cell: number, before: number, k: number): number {
    const total = this.#forward[this.#forward.length - 1] ?? 0;
    const score = this.#scores[cell * this.#kinds.length + k] ?? NEVER;
    const way = (this.#forward[before] ?? NEVER) + score + (this.#backward[cell] ?? NEVER);
    return Math.min(1, Math.exp(way - total));
  }

  #eachCell(take: (cell: number, row: number, column: number) => void): void {
    let cell = 0;
    for (let row = 0; row <= this.#rows; row += 1)
      for (let column = this.#band.low[row] ?? 0; column < (this.#band.high[row] ?? 0); column += 1)
        take(cell++, row, column);
  }

  /** The number of a cell; -1 outside of the band. */
  #cell(row: number, column: number): number {
    if (row < 0 || column < (this.#band.low[row] ?? 0) || column >= (this.#band.high[row] ?? 0)) return -1;
    return (this.#offsets[row] ?? 0) + column - (this.#band.low[row] ?? 0);
  }
}

function logSum(a: number, b: number): number {
  if (a === NEVER) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
