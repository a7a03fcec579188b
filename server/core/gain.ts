import type { Band } from './band.ts';
import type { Correspondence } from './correspondence.ts';
import type { CueTable } from './cue-table.ts';

/** The share of words that chance explains, not the other text; translation is free. */
const CHANCE = 0.7;
/** No single word says more than this, in nats: it may stand there for another reason. */
const MOST = 4;

/**
 * How much better the sentences of one text explain those of the other than chance does, in nats (IBM model 1, as in Moore 2002): for each
 * sentence that is explained, and runs of 1 to `runs` explaining sentences from each place on. `band` has a row for each explaining
 * sentence. Memory and time grow with the cells of the band.
 */
export class Gains {
  readonly #sums: readonly (readonly Float64Array[])[];
  readonly #low: Int32Array;

  constructor(explaining: CueTable, explained: CueTable, there: Correspondence, band: Band, runs: number) {
    this.#low = band.low;
    this.#sums = new Explainer(explaining, explained, there).sums(band, runs);
  }

  /** Of the explained sentences `from` to before `to`, by the `length` sentences from `start` on. */
  of(start: number, length: number, from: number, to: number): number {
    const sums = this.#sums[start]?.[length - 1];
    if (sums === undefined) return 0;
    const low = this.#low[start] ?? 0;
    return (sums[to - low] ?? 0) - (sums[from - low] ?? 0);
  }
}

class Explainer {
  readonly #explaining: CueTable;
  readonly #explained: CueTable;
  readonly #there: Correspondence;
  /** Of each sentence, what it would be to have nothing of it explained: of cues that could be. */
  readonly #nothing: Float64Array;
  /** How much of each cue the run says, and which it says at all. */
  readonly #said: Float64Array;
  readonly #touched: number[] = [];

  constructor(explaining: CueTable, explained: CueTable, there: Correspondence) {
    [this.#explaining, this.#explained, this.#there] = [explaining, explained, there];
    this.#said = new Float64Array(explained.keys.length);
    const isKnown = new Uint8Array(explained.keys.length);
    for (const ids of there.ids) for (const id of ids) isKnown[id] = 1;
    this.#nothing = Float64Array.from(explained.cues, (cues, column) => {
      let sum = 0;
      for (const [at, id] of cues.entries())
        if (isKnown[id] === 1) sum += (explained.weights[column]?.[at] ?? 0) * Math.log(CHANCE);
      return sum;
    });
  }

  sums({ low, high }: Band, runs: number): Float64Array[][] {
    const rows = this.#explaining.cues.length;
    return Array.from({ length: rows }, (_, start) => {
      const [from, to] = [low[start] ?? 0, high[start] ?? 0];
      const byRun: Float64Array[] = [];
      let size = 0;
      for (let row = start; row < Math.min(rows, start + runs); row += 1) {
        size += this.#explaining.sizes[row] ?? 0;
        this.#say(row);
        byRun.push(this.#running(from, to, size));
      }
      for (const id of this.#touched) this.#said[id] = 0;
      this.#touched.length = 0;
      return byRun;
    });
  }

  #say(row: number): void {
    const cues = this.#explaining.cues[row] ?? NONE;
    const weights = this.#explaining.weights[row] ?? NO_WEIGHTS;
    for (let at = 0; at < cues.length; at += 1) {
      const ids = this.#there.ids[cues[at] ?? 0] ?? NONE;
      const chances = this.#there.chances[cues[at] ?? 0] ?? NO_WEIGHTS;
      for (let k = 0; k < ids.length; k += 1) {
        const id = ids[k] ?? 0;
        if (this.#said[id] === 0) this.#touched.push(id);
        this.#said[id] = (this.#said[id] ?? 0) + (weights[at] ?? 0) * (chances[k] ?? 0);
      }
    }
  }

  /** Gains of the columns, summed from the first on. Only cues that are said are looked at, where they stand. */
  #running(from: number, to: number, size: number): Float64Array {
    const sums = new Float64Array(to - from + 1);
    for (let column = from; column < to; column += 1) sums[column - from + 1] = this.#nothing[column] ?? 0;
    for (const id of this.#touched) {
      const ratio = (this.#said[id] ?? 0) / (size * (this.#explained.shares[id] ?? 1));
      const gain = Math.min(MOST, Math.log(CHANCE + (1 - CHANCE) * ratio)) - Math.log(CHANCE);
      const { columns, weights } = this.#explained.places[id] ?? NOWHERE;
      for (let at = firstFrom(columns, from); at < columns.length; at += 1) {
        const column = columns[at] ?? 0;
        if (column >= to) break;
        sums[column - from + 1] = (sums[column - from + 1] ?? 0) + (weights[at] ?? 0) * gain;
      }
    }
    for (let at = 1; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
    return sums;
  }
}

/** The index of the first of rising numbers that is not below `least`. */
function firstFrom(numbers: Int32Array, least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NONE = new Int32Array(0);
const NO_WEIGHTS = new Float64Array(0);
const NOWHERE = { columns: NONE, weights: NO_WEIGHTS };
