/** Takes a place of a pattern, and the offset behind its last unit; true if those are wanted too that end there and are shorter. */
export type Visit = (pattern: number, end: number) => boolean;

/**
 * All places of all of `patterns` in a text, found in one pass over it: time grows with the text and with what is found, not with the
 * number of patterns (Aho & Corasick 1975). Transitions are kept in one open-addressed table of numbers, because a hundred
 * thousand small maps would cost more than the search. An empty pattern is never found; of patterns that are the same, the last is.
 */
export class Automaton {
  readonly #unitOf: Uint16Array;
  readonly #parentOf: Int32Array;
  readonly #failOf: Int32Array;
  /** The pattern that ends at a node, or -1. */
  readonly #patternAt: Int32Array;
  /** The nearest node, along the failures, at which a pattern ends; 0 for none. */
  readonly #nextOf: Int32Array;
  readonly #table: Int32Array;
  readonly #mask: number;
  #nodes = 1;

  constructor(patterns: readonly string[]) {
    const units = patterns.reduce((sum, { length }) => sum + length, 1);
    let capacity = 16;
    while (capacity < units * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#table = new Int32Array(capacity);
    this.#unitOf = new Uint16Array(units);
    this.#parentOf = new Int32Array(units);
    this.#failOf = new Int32Array(units);
    this.#patternAt = new Int32Array(units).fill(-1);
    this.#nextOf = new Int32Array(units);
    const depthOf = new Uint32Array(units);
    for (const [index, pattern] of patterns.entries()) {
      let node = 0;
      for (let at = 0; at < pattern.length; at += 1) node = this.#grow(node, pattern.charCodeAt(at), depthOf);
      if (node !== 0) this.#patternAt[node] = index;
    }
    this.#linkFailures(depthOf);
  }

  /** Shows `visit` the places of all patterns, in the order of their ends; of those that end together, the longest first. */
  search(text: string, visit: Visit): void {
    let node = 0;
    for (let at = 0; at < text.length; at += 1) {
      node = this.#step(node, text.charCodeAt(at));
      for (
        let ending = this.#patternAt[node] === -1 ? (this.#nextOf[node] ?? 0) : node;
        ending !== 0 && visit(this.#patternAt[ending] ?? 0, at + 1);
        ending = this.#nextOf[ending] ?? 0
      );
    }
  }

  #step(from: number, unit: number): number {
    let node = from;
    for (;;) {
      const child = this.#child(node, unit);
      if (child !== 0) return child;
      if (node === 0) return 0;
      node = this.#failOf[node] ?? 0;
    }
  }

  #slot(parent: number, unit: number): number {
    let slot = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (let node = this.#table[slot] ?? 0; node !== 0; node = this.#table[slot] ?? 0) {
      if (this.#parentOf[node] === parent && this.#unitOf[node] === unit) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #child(parent: number, unit: number): number {
    return this.#table[this.#slot(parent, unit)] ?? 0;
  }

  #grow(parent: number, unit: number, depthOf: Uint32Array): number {
    const slot = this.#slot(parent, unit);
    const known = this.#table[slot] ?? 0;
    if (known !== 0) return known;
    const node = this.#nodes;
    this.#nodes += 1;
    this.#table[slot] = node;
    this.#parentOf[node] = parent;
    this.#unitOf[node] = unit;
    depthOf[node] = (depthOf[parent] ?? 0) + 1;
    return node;
  }

  // The failure of a node is reached from that of its parent; shallower nodes come first.
  #linkFailures(depthOf: Uint32Array): void {
    for (const node of this.#byDepth(depthOf)) {
      const parent = this.#parentOf[node] ?? 0;
      const fail = parent === 0 ? 0 : this.#step(this.#failOf[parent] ?? 0, this.#unitOf[node] ?? 0);
      this.#failOf[node] = fail;
      this.#nextOf[node] = this.#patternAt[fail] === -1 ? (this.#nextOf[fail] ?? 0) : fail;
    }
  }

  /** All nodes but the root, by counting how many there are of each depth. */
  #byDepth(depthOf: Uint32Array): Int32Array {
    const starts: number[] = [];
    for (let node = 1; node < this.#nodes; node += 1) {
      const depth = depthOf[node] ?? 0;
      starts[depth + 1] = (starts[depth + 1] ?? 0) + 1;
    }
    for (let depth = 1; depth < starts.length; depth += 1)
      starts[depth] = (starts[depth] ?? 0) + (starts[depth - 1] ?? 0);
    const order = new Int32Array(this.#nodes - 1);
    for (let node = 1; node < this.#nodes; node += 1) {
      const depth = depthOf[node] ?? 0;
      const at = starts[depth] ?? 0;
      order[at] = node;
      starts[depth] = at + 1;
    }
    return order;
  }
}
