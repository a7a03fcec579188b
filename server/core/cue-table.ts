import type { Cue } from './cue.ts';

/** All sentences of one text as numbers: the cues of each, with their weights. */
export interface CueTable {
  readonly keys: readonly string[];
  readonly ids: ReadonlyMap<string, number>;
  readonly cues: readonly Int32Array[];
  readonly weights: readonly Float64Array[];
  /** Where each cue stands: sentences in order, and its weight there. */
  readonly places: readonly { readonly columns: Int32Array; readonly weights: Float64Array }[];
  /** The sum of each sentence's weights. */
  readonly sizes: Float64Array;
  /** Of all that the text says, the share of each cue. */
  readonly shares: Float64Array;
  /** How long each sentence is, in a measure of its language. */
  readonly lengths: Float64Array;
}

export function cueTableOf(sentences: readonly (readonly Cue[])[], lengths: readonly number[]): CueTable {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const places: { columns: number[]; weights: number[] }[] = [];
  const sizes = new Float64Array(sentences.length);
  const cues = sentences.map((sentence, column) =>
    Int32Array.from(sentence, ({ key, weight }) => {
      const id = ids.get(key) ?? keys.length;
      if (id === keys.length) {
        ids.set(key, id);
        keys.push(key);
        places.push({ columns: [], weights: [] });
      }
      places[id]?.columns.push(column);
      places[id]?.weights.push(weight);
      sizes[column] = (sizes[column] ?? 0) + weight;
      return id;
    }),
  );
  const total = Math.max(1, sum(sizes));
  return {
    keys,
    ids,
    cues,
    weights: sentences.map((sentence) => Float64Array.from(sentence, ({ weight }) => weight)),
    places: places.map((one) => ({
      columns: Int32Array.from(one.columns),
      weights: Float64Array.from(one.weights),
    })),
    sizes,
    shares: Float64Array.from(places, ({ weights }) => sum(weights) / total),
    lengths: Float64Array.from(lengths),
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
