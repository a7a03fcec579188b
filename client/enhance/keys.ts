// Without it every page works by links alone; with it one key does what a link does. No key acts in a field or with a modifier.
import { isInWindow, rows, topRow } from '../place.ts';

export function enhance(element: HTMLElement): void {
  if (element instanceof HTMLButtonElement) element.addEventListener('click', showKeys);
  else element.addEventListener('keydown', press);
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  v: nextView,
  g: () => follow('[data-choose="reveal"]'),
  n: () => follow('[data-choose="notes"]'),
  c: () => follow(':root:has(.cards) [name="cards"]'),
  w: () => follow(':root:has(.cards) [name="help"]'),
  ',': () => follow('[data-step="previous"]'),
  '.': () => follow('[data-step="next"]'),
  '/': search,
  '?': showKeys,
};

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (event.key === 'Escape' && target.matches('[data-search-box]')) leaveSearch(target);
  if (target.closest('input, textarea, select, [contenteditable], dialog') !== null) return;
  const action = ACTIONS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** Focus the next row or the one before; from nowhere, the first that is in the window. */
function step(by: 1 | -1): void {
  const all = rows();
  const active =
    document.activeElement?.closest<HTMLElement>('.row') ??
    document.querySelector<HTMLElement>('.row:target');
  const from = active !== null && isInWindow(active) ? all.indexOf(active) : -1;
  const row = from === -1 ? topRow() : all[from + by];
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function nextView(): void {
  const views = [...document.querySelectorAll<HTMLElement>('[data-choose="view"]')].filter(
    (view) => view.getClientRects().length > 0,
  );
  const current = views.findIndex((view) => view.hasAttribute('aria-current'));
  views[(current + 1) % views.length]?.click();
}

function follow(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

/** How far down the page was when the search box was asked for. */
let left: number | undefined;

function leaveSearch(box: HTMLElement): void {
  box.blur();
  if (left !== undefined) scrollTo({ top: left });
  left = undefined;
}

function search(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-box]');
  if (box === null || box.getClientRects().length === 0) {
    follow('.find-link');
    return;
  }
  left = scrollY;
  box.focus();
  box.select();
}

function showKeys(): void {
  const dialog = document.getElementById('keys_dialog');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}
