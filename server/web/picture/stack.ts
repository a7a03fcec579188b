/** What takes its place in a row, from `left` to `right`. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The row of each, from 0, in the order given: the first in which it comes no closer than `gap` to any that is there. */
export function rowsOf(extents: readonly Extent[], gap: number): number[] {
  const rows: Extent[][] = [];
  return extents.map((extent) => {
    const found = rows.findIndex((row) =>
      row.every(({ left, right }) => extent.left >= right + gap || left >= extent.right + gap),
    );
    const place = found === -1 ? rows.length : found;
    rows[place] = [...(rows[place] ?? []), extent];
    return place;
  });
}
