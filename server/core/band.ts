/** Which places of a second text are looked at for each place of a first one: `low` to before `high`; neither ever falls. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The same seen from the second text, which has `columns` places. */
export function transposed({ low, high }: Band, columns: number): Band {
  const from = new Int32Array(columns).fill(low.length);
  const to = new Int32Array(columns);
  for (const [row, start] of low.entries())
    for (let column = start; column < (high[row] ?? 0); column += 1) {
      if (row < (from[column] ?? 0)) from[column] = row;
      if (row + 1 > (to[column] ?? 0)) to[column] = row + 1;
    }
  return { low: from, high: to };
}

/**
 * A band of sentences from one of the places between them: a bead that begins within the band may reach out of it by as many sentences as
 * `reach`.
 */
export function reachedFrom({ low, high }: Band, columns: number, reach: number): Band {
  const rows = low.length - 1;
  return {
    low: Int32Array.from({ length: rows }, (_, row) => low[Math.max(0, row - reach)] ?? 0),
    high: Int32Array.from({ length: rows }, (_, row) =>
      Math.min(columns, high[Math.min(rows, row + reach)] ?? 0),
    ),
  };
}

/** What of a band lies no farther than `aside` from a way that visits `stops`, in order, the corners among them. */
export function beside(
  { low, high }: Band,
  stops: readonly (readonly [row: number, column: number])[],
  aside: number,
): Band {
  const first = new Int32Array(low.length).fill(-1);
  const last = new Int32Array(low.length);
  for (const [row, column] of stops) {
    if (first[row] === -1) first[row] = column;
    last[row] = column;
  }
  for (let row = 1; row < low.length; row += 1)
    if (first[row] === -1) first[row] = last[row] = last[row - 1] ?? 0;
  const end = low.length - 1;
  return {
    low: low.map((edge, row) => Math.max(edge, (first[Math.max(0, row - aside)] ?? 0) - aside)),
    high: high.map((edge, row) => Math.min(edge, (last[Math.min(end, row + aside)] ?? 0) + aside + 1)),
  };
}
