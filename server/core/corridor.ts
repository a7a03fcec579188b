import type { Band } from './band.ts';
import type { Anchor } from './chain.ts';
import { heaviestChain } from './chain.ts';
import type { Correspondence } from './correspondence.ts';
import type { CueTable } from './cue-table.ts';

/** Candidates that a sentence has, and what one must weigh. */
const BEST = 4;
const LEAST = 1.5;
/** A cue in more sentences than this tells no place. */
const RARE = 20;
/** Sentences on either side of the way that are looked at everywhere. */
const WIDTH = 24;
/** Cells of all bands together are no more than this, unless the texts are so long that it would leave too little of either side. */
const BUDGET = 1_000_000;

/**
 * The places between sentences that are worth looking at: around the heaviest chain of sentence pairs that share rare words, in order on both
 * sides. Where no pair is sure, the band widens.
 */
export function corridorOf(zh: CueTable, en: CueTable, there: Correspondence): Band {
  const [rows, columns] = [zh.cues.length, en.cues.length];
  const chain = heaviestChain(
    zh.cues.flatMap((_, row) => candidatesFor(row, zh, en, there)),
    columns,
  );
  const most = Math.max(WIDTH, Math.floor(BUDGET / (rows + 1) / 2));
  const stops = [
    { row: 0, column: 0 },
    ...chain.filter(({ row, column }) => row > 0 && column > 0),
    { row: rows, column: columns },
  ];
  const low = new Int32Array(rows + 1);
  const high = new Int32Array(rows + 1);
  for (const [at, from] of stops.entries()) {
    const to = stops[at + 1] ?? from;
    const height = to.row - from.row;
    const slope = (to.column - from.column) / Math.max(1, height);
    const width = Math.min(most, WIDTH + Math.max(height, to.column - from.column) / 3) + slope;
    for (let row = from.row; row <= to.row; row += 1) {
      const center = from.column + (row - from.row) * slope;
      low[row] = Math.max(0, Math.floor(center - width));
      high[row] = Math.min(columns, Math.ceil(center + width)) + 1;
    }
  }
  low[0] = 0;
  high[rows] = columns + 1;
  // Neither edge ever goes back.
  for (let row = rows - 1; row >= 0; row -= 1) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
  for (let row = 1; row <= rows; row += 1) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
  return { low, high };
}

function candidatesFor(row: number, zh: CueTable, en: CueTable, there: Correspondence): Anchor[] {
  const weights = new Map<number, number>();
  for (const [at, cue] of (zh.cues[row] ?? []).entries())
    for (const [k, id] of (there.ids[cue] ?? []).entries()) {
      const places = en.places[id]?.columns ?? [];
      const chance = there.chances[cue]?.[k] ?? 0;
      spread(places, (zh.weights[row]?.[at] ?? 0) * Math.sqrt(chance), en.cues.length, weights);
    }
  return Array.from(weights, ([column, weight]) => {
    // A long sentence shares words with many.
    return { row, column, weight: weight / Math.sqrt(SHORT + (en.sizes[column] ?? 0)) };
  })
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, BEST)
    .map((anchor) => ({ ...anchor, weight: anchor.weight ** 2 }));
}

const SHORT = 4;

/** Give a cue's weight to the sentences that it stands in, the more the fewer they are. */
function spread(
  places: Iterable<number> & ArrayLike<number>,
  weight: number,
  columns: number,
  weights: Map<number, number>,
): void {
  if (places.length > Math.max(SHORT, Math.min(RARE, columns / 40))) return;
  const rarity = weight * Math.log(columns / places.length);
  for (const column of places) weights.set(column, (weights.get(column) ?? 0) + rarity);
}
