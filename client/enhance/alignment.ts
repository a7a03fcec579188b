// Without it every change is a button of its row, and the page comes back at that row; with it keys press the buttons, the row that was changed
// has the focus, and what was done is told.
import { forget, recall, remember } from '../memory.ts';
import { isInWindow, rows, topRow } from '../place.ts';

const KEYS: Readonly<Record<string, string>> = {
  '[': 'up',
  ']': 'down',
  m: 'join',
  s: 'split',
  y: 'confirm',
  Enter: 'confirm',
  u: 'undo',
};
const ALT_KEYS: Readonly<Record<string, string>> = { ArrowUp: 'up', ArrowDown: 'down' };

export function enhance(facing: HTMLElement): void {
  const status = document.querySelector<HTMLElement>('.outcome');
  const tell = (what: string | undefined): void => {
    if (status !== null) status.textContent = what ?? '';
  };
  // What is sent twice would be told as a conflict with itself.
  let isSent = false;
  document.addEventListener('submit', ({ submitter }) => {
    isSent = true;
    remember('done', submitter?.dataset.done ?? '');
  });
  addEventListener('pageshow', () => {
    isSent = false;
  });
  document.addEventListener('keydown', (event) => {
    const does = wished(event);
    if (does === undefined || isSent) return;
    const row = here();
    const button =
      does === 'undo'
        ? document.querySelector<HTMLElement>('[data-does="undo"]')
        : row?.querySelector<HTMLElement>(`[data-does="${does}"]`);
    if (row === undefined && button == null) return;
    event.preventDefault();
    if (button != null) press(button, does);
    else if (does === 'confirm') follow(row);
    else
      tell(
        (does === 'join' && row?.querySelector('.barred')?.textContent) ||
          facing.dataset[does === 'split' ? 'whole' : 'cannot'],
      );
  });

  const done = recall('done') ?? '';
  forget('done');
  const isRefused = document.querySelector('.alignment > .notice') !== null;
  if (done !== '' && !isRefused) tell(done);
  if (document.querySelector('form.split') !== null)
    document.querySelector<HTMLElement>('form.split :checked')?.focus();
  else if (done !== '') document.querySelector<HTMLElement>('.row:target')?.focus({ preventScroll: true });
}

/** What a key asks for; nothing in a field, and Enter on what it activates is left to that. */
function wished(event: KeyboardEvent): string | undefined {
  const { key, target, altKey, ctrlKey, metaKey } = event;
  if (event.defaultPrevented || event.isComposing || event.repeat || ctrlKey || metaKey) return undefined;
  const on = target as HTMLElement;
  if (on.closest('input, textarea, select, [contenteditable], dialog') !== null) return undefined;
  if (key === 'Enter' && on.closest('a, button, summary') !== null) return undefined;
  return (altKey ? ALT_KEYS : KEYS)[key];
}

/** The row that has the focus, or the one that the address names, or the first in the window. */
function here(): HTMLElement | undefined {
  const row =
    document.activeElement?.closest<HTMLElement>('.row') ??
    document.querySelector<HTMLElement>('.row:target') ??
    undefined;
  return row !== undefined && isInWindow(row) ? row : topRow();
}

function press(button: HTMLElement, does: string): void {
  // Who works with keys goes on with the next.
  if (does === 'confirm') {
    const next = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'next',
      value: '1',
    });
    document.getElementById('alignment_form')?.append(next);
  }
  button.click();
}

/** A row that is right already: on to the next one to look at. */
function follow(row: HTMLElement | undefined): void {
  const all = rows();
  const next = all
    .slice(row === undefined ? 0 : all.indexOf(row) + 1)
    .find((one) => one.matches('.is-doubtful'));
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
