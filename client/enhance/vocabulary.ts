// Without it the words of a text are a list, and its file holds all of them; with it each can be marked as known or to learn, on this device.

import { saveDeck } from '../deck.ts';
import type { Mark } from '../known.ts';
import { markedWords, markOf, markWord, whenMarked } from '../known.ts';

type Show = Mark | 'all' | 'new';

export function enhance(list: HTMLElement): void {
  const main = list.closest('main');
  const status = main?.querySelector<HTMLElement>('.found');
  if (main === null || status == null) return;
  const rows = [...list.querySelectorAll<HTMLElement>('[data-word]')];

  const showCounts = (): void => {
    const counts = { all: rows.length, learn: 0, known: 0, new: 0 };
    for (const row of rows) counts[stateOf(row)] += 1;
    for (const cell of main.querySelectorAll<HTMLElement>('[data-count]'))
      cell.textContent = inWords(counts[cell.dataset.count as Show]);
  };
  const showMarks = (): void => {
    for (const row of rows) if (markOf(wordOf(row)) !== row.dataset.state) show(row);
    showCounts();
  };

  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const row = button?.closest<HTMLElement>('[data-word]');
    if (button == null || row == null) return;
    const word = wordOf(row);
    const mark = markOf(word) === button.value ? undefined : (button.value as Mark);
    const next = neighbour(row, 1) ?? neighbour(row, -1);
    markWord(word, mark);
    // A word of two readings stands twice.
    for (const one of rows) if (wordOf(one) === word) show(one);
    showCounts();
    status.textContent = (list.dataset.marked ?? '')
      .replace('%', () => word)
      .replace('#', () => (mark === undefined ? (list.dataset.unmarked ?? '') : (button.textContent ?? '')));
    // Marked otherwise than what is shown, it goes; who works with keys goes on with the next.
    if (!isShown(row)) buttonOf(next, button.value)?.focus();
  });

  list.addEventListener('keydown', (event) => {
    const button = (event.target as Element).closest('button');
    const row = button?.closest<HTMLElement>('[data-word]');
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (button == null || row == null || by === undefined) return;
    event.preventDefault();
    buttonOf(neighbour(row, by), button.value)?.focus();
  });

  main.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'show') return;
    list.dataset.show = target.value;
    const count = rows.filter(isShown).length;
    status.textContent =
      count === 0 ? (list.dataset.none ?? '') : (list.dataset.shown ?? '').replace('%', inWords(count));
  });

  const deck = main.querySelector<HTMLButtonElement>('[data-deck]');
  deck?.addEventListener('click', async () => {
    const isAny = rows.some((row) => stateOf(row) === 'learn');
    const isSaved = isAny && (await saveDeck(deck.dataset.deck ?? '', (word) => markOf(word) === 'learn'));
    status.textContent = isSaved ? '' : ((isAny ? deck.dataset.failed : deck.dataset.empty) ?? '');
  });

  // A browser that comes back to the page may have kept what was chosen.
  list.dataset.show = main.querySelector<HTMLInputElement>('[name="show"]:checked')?.value ?? 'all';
  if (markedWords().size > 0) showMarks();
  else showCounts();
  whenMarked(showMarks);
}

function wordOf(row: HTMLElement): string {
  return row.dataset.word ?? '';
}

function stateOf({ dataset }: HTMLElement): Mark | 'new' {
  return dataset.state === 'known' || dataset.state === 'learn' ? dataset.state : 'new';
}

function show(row: HTMLElement): void {
  const mark = markOf(wordOf(row));
  if (mark === undefined) delete row.dataset.state;
  else row.dataset.state = mark;
  for (const button of row.querySelectorAll('button')) button.ariaPressed = String(button.value === mark);
}

// The style sheet decides, by what the list shows.
function isShown(row: HTMLElement): boolean {
  const shown = row.parentElement?.dataset.show ?? 'all';
  return shown === 'all' || shown === stateOf(row);
}

function neighbour(row: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const step = (one: Element): Element | null =>
    by === 1 ? one.nextElementSibling : one.previousElementSibling;
  for (let one = step(row); one !== null; one = step(one))
    if (one instanceof HTMLElement && isShown(one)) return one;
  return undefined;
}

function buttonOf(row: HTMLElement | undefined, value: string): HTMLButtonElement | undefined {
  return row?.querySelector<HTMLButtonElement>(`button[value="${value}"]`) ?? undefined;
}

function inWords(count: number): string {
  return count.toLocaleString(document.documentElement.lang);
}
