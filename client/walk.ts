import { chineseOf } from './chinese.ts';
import { mentionAt } from './mention.ts';
import * as shown from './shown.ts';
import type { Desk } from './word-card.ts';
import { fail, open } from './word-card.ts';
import type { Word } from './words.ts';
import { wordRange, wordsOf } from './words.ts';

/** The word that the arrow keys have come to, in the row that has the focus. */
let walked: Word | undefined;

/** Left and right go from word to word of the row that has the focus; Enter explains the word, Escape leaves it. */
export function watchKeys(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    const row = rowFor(event);
    if (row === undefined) return;
    const { key, target } = event;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      event.preventDefault();
      step(row, key === 'ArrowRight' ? 1 : -1, target as Element, desk).catch(() => fail(desk));
    } else if (walked?.row !== row) return;
    else if (key === 'Escape') walk(undefined, desk);
    else if (key === 'Enter') {
      event.preventDefault();
      open(walked, 'focus', desk);
    }
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    const row = relatedTarget instanceof Element ? relatedTarget.closest('.row') : null;
    if (walked !== undefined && row !== walked.row) walk(undefined, desk);
  });
  document.addEventListener('pointerdown', () => walk(undefined, desk));
}

/** The row whose words a key is for. */
function rowFor(event: KeyboardEvent): HTMLElement | undefined {
  const { target, defaultPrevented, isComposing } = event;
  if (defaultPrevented || isComposing || isHeldDown(event) || shown.areOff()) return undefined;
  if (!(target instanceof Element) || target.closest('.card, .notes, .listing, dialog') !== null)
    return undefined;
  const row = target.closest<HTMLElement>('.bitext .row');
  return row !== null && chineseOf(row) !== undefined ? row : undefined;
}

async function step(row: HTMLElement, by: 1 | -1, focused: Element, desk: Desk): Promise<void> {
  const next = nextOf(await wordsOf(row, desk.source), by, focused);
  // The focus may have gone on meanwhile.
  if (next === undefined || !row.contains(document.activeElement)) return;
  const isOpen = shown.shownBy() === 'focus' && walked?.row === row;
  walk(next, desk);
  if (isOpen) open(next, 'focus', desk);
}

function isHeldDown({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

/** From the word that was come to; failing that, from the mention that has the focus, or from the end of the row. */
function nextOf(words: readonly Word[], by: 1 | -1, focused: Element): Word | undefined {
  const from = words.findIndex((word) => word.row === walked?.row && word.start === walked.start);
  if (from !== -1) return words[from + by];
  const mention = mentionAt(focused);
  const after = mention && words.findIndex((word) => mention.contains(wordRange(word).startContainer));
  if (after !== undefined && after !== -1) return words[after];
  return by === 1 ? words[0] : words.at(-1);
}

/** Show which word was come to, and tell it to who does not see it. */
function walk(word: Word | undefined, { cards }: Desk): void {
  walked = word;
  const { highlights } = CSS;
  highlights?.delete('word');
  const line = cards.querySelector('.walked');
  if (line !== null) line.textContent = word?.told.dataset.said ?? '';
  if (word === undefined) return;
  const range = wordRange(word);
  highlights?.set('word', new Highlight(range));
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 80 || bottom > innerHeight - 80)
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
