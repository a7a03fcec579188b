// Without it the bar leads to the first match and the last, and each of their rows leads on; with it the bar goes from where one is.
import { isInWindow, topRow } from '../place.ts';

export function enhance(bar: HTMLElement): void {
  const matches = [...document.querySelectorAll<HTMLElement>('.row:has(> .steps)')];
  const count = bar.querySelector('.count');
  if (matches.length === 0 || count === null) return;
  const summary = count.textContent;

  const tell = (): void => {
    const index = matches.findIndex((row) => row.matches(':target'));
    const place = (index + 1).toLocaleString(document.documentElement.lang);
    count.textContent = index === -1 ? summary : (bar.dataset.place ?? '').replace('%', place);
  };
  bar.addEventListener('click', (event) => {
    const { step } = (event.target as Element).closest<HTMLElement>('[data-step]')?.dataset ?? {};
    if (step === undefined || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const row = step === 'next' ? following(matches) : preceding(matches);
    if (row === undefined) return;
    // Not a page more to go back through for each match.
    location.replace(`#${row.id}`);
    tell();
  });
  addEventListener('hashchange', tell);
  tell();
}

/** The match behind where one is; behind the last, the first. */
function following(matches: readonly HTMLElement[]): HTMLElement | undefined {
  const { row, isReached } = here();
  return matches.find((match) => isBehind(match, row) || (match === row && !isReached)) ?? matches[0];
}

function preceding(matches: readonly HTMLElement[]): HTMLElement | undefined {
  const { row } = here();
  return matches.findLast((match) => isBehind(row, match)) ?? matches.at(-1);
}

function isBehind(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false;
  return (b.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The row that one is at; `isReached` where somebody went there, and did not only scroll. */
function here(): { readonly row: HTMLElement | undefined; readonly isReached: boolean } {
  const focused = document.activeElement?.closest<HTMLElement>('.row');
  const target = document.querySelector<HTMLElement>('.row:target');
  for (const row of [focused, target])
    if (row !== null && row !== undefined && isInWindow(row)) return { row, isReached: true };
  return { row: topRow(), isReached: false };
}
