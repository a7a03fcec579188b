/** The rows that are shown, in the order of the text. */
export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.row')].filter((row) => row.getClientRects().length > 0);
}

/** The first row that is not hidden behind the toolbar or above the window. */
export function topRow(): HTMLElement | undefined {
  const edge = topEdge();
  return rows().find((row) => row.getBoundingClientRect().bottom > edge + 4);
}

/** The first row whose beginning is in the window; failing that, the one that fills it. */
function firstWhole(): HTMLElement | undefined {
  const edge = topEdge();
  const row = rows().find((one) => one.getBoundingClientRect().top >= edge);
  return row !== undefined && isInWindow(row) ? row : topRow();
}

/** Where the text begins beneath what covers the top of the window. */
export function topEdge(): number {
  const bar = document.querySelector('.toolbar')?.getBoundingClientRect();
  return bar !== undefined && bar.top <= 0 ? bar.bottom : 0;
}

/** Change how the page is laid out while the row under the reader's eyes stays where it is. */
export function keepPlace(change: () => void): void {
  const active = document.activeElement?.closest<HTMLElement>('.row');
  const row = active !== null && active !== undefined && isInWindow(active) ? active : firstWhole();
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  if (row === undefined || scrollY === 0) return;
  scrollBy({ top: row.getBoundingClientRect().top - before });
}

export function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > topEdge() && top < innerHeight;
}
