// Without it words are explained in the interlinear view and in the list of words; with it a word that is clicked, touched, selected or
// walked to by the arrow keys has a card, and with word help on one that the mouse rests on.
import { characterAt, isAt, offsetOf, rowAround, textOf } from '../chinese.ts';
import { mentionAt } from '../mention.ts';
import { revealsOnly } from '../reveal.ts';
import * as shown from '../shown.ts';
import { loadVoices } from '../speech.ts';
import { watchKeys } from '../walk.ts';
import type { Desk } from '../word-card.ts';
import { fail, open, subjectOf } from '../word-card.ts';
import type { Word } from '../words.ts';
import { wordRange, wordsIn, wordsOf } from '../words.ts';

const REST_MS = 300;
/** What is longer is selected to be copied. */
const LONGEST_SELECTED = 12;

const root = document.documentElement;

export function enhance(cards: HTMLElement): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const { source } = cards.dataset;
  if (source === undefined) return;
  const desk: Desk = { cards, source };
  loadVoices();
  watchClicks(desk);
  watchSelection(desk);
  watchHover(desk);
  watchKeys(desk);
}

type Place = NonNullable<ReturnType<typeof characterAt>>;

function watchClicks(desk: Desk): void {
  let isTouch = false;
  let before: Range | undefined;
  let place: Place | undefined;
  // On the window, to be told before the card that is up is taken away.
  addEventListener(
    'pointerdown',
    ({ pointerType, clientX, clientY }) => {
      isTouch = pointerType !== 'mouse';
      const words = shown.shownSubject()?.words;
      before = words instanceof Range ? words.cloneRange() : undefined;
      place = characterAt(clientX, clientY);
      // Asked for while the finger is still down.
      if (place !== undefined) wordsOf(place.row, desk.source).catch(() => undefined);
    },
    { capture: true },
  );
  document.addEventListener('click', async (event) => {
    const { target, detail, defaultPrevented } = event;
    if (defaultPrevented || detail === 0 || place === undefined || shown.areOff()) return;
    if (!(target instanceof Element) || target.closest('a:not(.number), button, summary') !== null) return;
    if (getSelection()?.isCollapsed === false) return;
    // A browser takes a finger beside the number of a row for one on it.
    event.preventDefault();
    if (isTouch && revealsOnly(place.row)) return;
    const isWanted = shown.wish();
    const word = await wordAt(place, desk);
    if (!isWanted()) return;
    // A second click on a word closes its card.
    if (word === undefined || isSame(before, wordRange(word))) return;
    open(word, isTouch ? 'touch' : 'focus', desk);
  });
}

function watchSelection(desk: Desk): void {
  const look = async (): Promise<void> => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || shown.areOff()) return;
    const range = selection.getRangeAt(0);
    const row = rowAround(range.startContainer);
    if (row === undefined || rowAround(range.endContainer) !== row) return;
    const start = offsetOf(row, range.startContainer, range.startOffset);
    const end = offsetOf(row, range.endContainer, range.endOffset);
    if (start === undefined || end === undefined || end - start > LONGEST_SELECTED) return;
    const text = textOf(row, start, end);
    if (!/\p{Script=Han}/u.test(text)) return;
    const isWanted = shown.wish();
    const words = await wordsOf(row, desk.source);
    if (!isWanted()) return;
    const word = words.find((one) => one.start === start && one.end === end);
    if (word !== undefined) return open(word, 'focus', desk);
    const told = await wordsIn(text.trim(), desk.source);
    if (told.length > 0 && isWanted()) shown.show(subjectOf(row, range.cloneRange(), text, told), 'focus');
  };
  const tryToLook = (): void => {
    look().catch(() => fail(desk));
  };
  document.addEventListener('pointerup', ({ pointerType, target }) => {
    // By then the selection is as it will be. On a touch screen a selection has handles and a menu of its own.
    if (pointerType === 'mouse' && target instanceof Element && !target.closest('.card'))
      setTimeout(tryToLook);
  });
  document.addEventListener('keyup', ({ key, shiftKey }) => {
    if (shiftKey && key.startsWith('Arrow')) tryToLook();
  });
}

/** Only with word help on: otherwise nothing comes up unasked. */
function watchHover(desk: Desk): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let pending: Word | undefined;
  let seen = 0;
  const forget = (): void => {
    clearTimeout(resting);
    pending = undefined;
    seen += 1;
  };
  const wait = (word: Word): void => {
    forget();
    pending = word;
    resting = setTimeout(() => {
      const isAsked = shown.shownBy() === 'focus' || shown.shownBy() === 'touch';
      if (!isAsked && getSelection()?.isCollapsed !== false) open(word, 'mouse', desk);
    }, REST_MS);
  };
  document.addEventListener(
    'pointermove',
    async ({ target, pointerType, buttons, clientX, clientY }) => {
      if (pointerType === 'touch') return;
      const place = mentionAt(target) === undefined ? characterAt(clientX, clientY) : undefined;
      if (place === undefined || buttons !== 0) return forget();
      if (isShownAt(clientX, clientY)) shown.stay();
      if (root.dataset.help !== '1' || shown.areOff()) return;
      const before = seen;
      const word = await wordAt(place, desk);
      // The mouse may have gone on to what is no word.
      if (before !== seen) return;
      if (word === undefined) return forget();
      if (word.start === pending?.start && word.row === pending.row) return;
      wait(word);
    },
    { passive: true },
  );
  document.documentElement.addEventListener('pointerleave', forget);
  document.addEventListener('pointerdown', forget);
  document.addEventListener('scroll', forget, { passive: true, capture: true });
}

/** Whether the card that is up is of the word at a point of the window. */
function isShownAt(x: number, y: number): boolean {
  const { words } = shown.shownSubject() ?? {};
  return words instanceof Range && isAt(words, x, y);
}

async function wordAt({ row, at }: Place, desk: Desk): Promise<Word | undefined> {
  try {
    const words = await wordsOf(row, desk.source);
    return words.find(({ start, end }) => start <= at && at < end);
  } catch {
    return fail(desk);
  }
}

function isSame(a: Range | undefined, b: Range): boolean {
  return (
    a !== undefined &&
    a.compareBoundaryPoints(Range.START_TO_START, b) === 0 &&
    a.compareBoundaryPoints(Range.END_TO_END, b) === 0
  );
}
