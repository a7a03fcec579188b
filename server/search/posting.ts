import type { Found } from './found.ts';
import { NOTHING } from './found.ts';

/** lunr's index packed: of each token the units that have it, one behind the other. Arrays are in base64, little-endian. */
export interface Packed {
  readonly tokens: readonly string[];
  /** Where the units of each token begin, and where those of the last end. */
  readonly starts: string;
  readonly units: string;
  readonly places: string;
  /** lunr's weights (BM25), rounded as lunr rounds them. */
  readonly weights: string;
}

/** What lunr writes of an index, as far as it is read here. */
export interface Written {
  /** `zh/12` and, in pairs, the number of a token and its weight. */
  readonly fieldVectors: readonly (readonly [ref: string, elements: readonly number[]])[];
  readonly invertedIndex: readonly (readonly [token: string, posting: { readonly _index: number }])[];
}

/** How much a token counts in each field, and the bit that says that it is there. */
export interface Field {
  readonly bit: number;
  readonly boost: number;
}

/**
 * lunr's own index takes some 200 bytes for each pair of a unit and a token (5,000 segments, `lunr.Index.load`); packed it is nine, and what has
 * a token is read without asking. Of several fields the best counts: a text and its gloss say the same thing.
 */
export function pack(written: Written, fields: Readonly<Record<string, Field>>): Packed {
  const tokens: string[] = [];
  for (const [token, { _index }] of written.invertedIndex) tokens[_index] = token;
  const vectors = written.fieldVectors
    .map(([ref, elements]) => ({
      field: fields[ref.slice(0, ref.indexOf('/'))],
      unit: unitIn(ref),
      elements,
    }))
    .sort((a, b) => a.unit - b.unit);
  const last = new Int32Array(tokens.length).fill(-1);
  const starts = new Uint32Array(tokens.length + 1);
  for (const { unit, elements } of vectors)
    for (let at = 0; at < elements.length; at += 2) {
      const token = elements[at] as number;
      if (last[token] === unit) continue;
      last[token] = unit;
      starts[token + 1] = (starts[token + 1] as number) + 1;
    }
  for (let token = 1; token <= tokens.length; token += 1)
    starts[token] = (starts[token] as number) + (starts[token - 1] as number);
  const count = starts[tokens.length] ?? 0;
  const [units, places, weights] = [new Uint32Array(count), new Uint8Array(count), new Float32Array(count)];
  const next = starts.slice();
  last.fill(-1);
  for (const { field, unit, elements } of vectors)
    for (let at = 0; at < elements.length && field !== undefined; at += 2) {
      const [token, weight] = [elements[at] as number, elements[at + 1] as number];
      if (last[token] !== unit) next[token] = (next[token] as number) + 1;
      last[token] = unit;
      const place = (next[token] as number) - 1;
      units[place] = unit;
      places[place] = (places[place] as number) | field.bit;
      weights[place] = Math.max(weights[place] as number, field.boost * weight);
    }
  return {
    tokens,
    starts: written64(starts),
    units: written64(units),
    places: written64(places),
    weights: written64(weights),
  };
}

function unitIn(ref: string): number {
  return Number(ref.slice(ref.indexOf('/') + 1));
}

/** Which units have a token, how well, and in which places. */
export class Postings {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #starts: Uint32Array;
  readonly #units: Uint32Array;
  readonly #places: Uint8Array;
  readonly #weights: Float32Array;

  constructor({ tokens, starts, units, places, weights }: Packed) {
    this.#numbers = new Map(tokens.map((token, index) => [token, index]));
    this.#starts = new Uint32Array(read64(starts));
    this.#units = new Uint32Array(read64(units));
    this.#places = new Uint8Array(read64(places));
    this.#weights = new Float32Array(read64(weights));
  }

  /** How many units have it. */
  count(token: string): number {
    const [from, to] = this.#range(token);
    return to - from;
  }

  of(token: string): Found {
    const [from, to] = this.#range(token);
    if (from === to) return NOTHING;
    return {
      units: this.#units.subarray(from, to),
      scores: this.#weights.subarray(from, to),
      places: this.#places.subarray(from, to),
    };
  }

  #range(token: string): [number, number] {
    const number = this.#numbers.get(token);
    return number === undefined ? [0, 0] : [this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0];
  }
}

function written64({ buffer }: Uint32Array | Uint8Array | Float32Array): string {
  return Buffer.from(buffer).toString('base64');
}

function read64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
