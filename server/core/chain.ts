/** Two sentences that probably belong together, and how much speaks for it. */
export interface Anchor {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

/** Of anchors in the order of their rows those with the greatest sum of which no two cross or share a sentence; in n log n. */
export function heaviestChain(anchors: readonly Anchor[], columns: number): Anchor[] {
  const chains = new Chains(columns);
  const links: Chain[] = [];
  let last: Chain | undefined;
  for (let from = 0; from < anchors.length; from = links.length) {
    // All of a row are told first: none goes before another of its own.
    const row = anchors[from]?.row;
    for (let at = from; anchors[at]?.row === row && at < anchors.length; at += 1) {
      const anchor = anchors[at];
      if (anchor === undefined) continue;
      const before = chains.before(anchor.column);
      links.push({ anchor, before, sum: anchor.weight + (before?.sum ?? 0) });
    }
    for (const chain of links.slice(from)) {
      chains.add(chain);
      last = heavier(last, chain);
    }
  }
  const found: Anchor[] = [];
  for (let chain = last; chain !== undefined; chain = chain.before) found.push(chain.anchor);
  return found.reverse();
}

interface Chain {
  readonly anchor: Anchor;
  readonly before: Chain | undefined;
  readonly sum: number;
}

/** The heaviest chain that ends before a column: a Fenwick tree of maxima. */
class Chains {
  readonly #nodes: (Chain | undefined)[];

  constructor(columns: number) {
    this.#nodes = new Array(columns + 1).fill(undefined);
  }

  before(column: number): Chain | undefined {
    let best: Chain | undefined;
    for (let node = column; node > 0; node -= node & -node) best = heavier(best, this.#nodes[node]);
    return best;
  }

  add(chain: Chain): void {
    for (let node = chain.anchor.column + 1; node < this.#nodes.length; node += node & -node)
      this.#nodes[node] = heavier(this.#nodes[node], chain);
  }
}

function heavier(a: Chain | undefined, b: Chain | undefined): Chain | undefined {
  return a === undefined || (b !== undefined && b.sum > a.sum) ? b : a;
}
