// Without it a mention is a link to its entity; with it a card comes up beside the mention that is pointed at, focused or touched.
import { showBeside } from '../beside.ts';
import { cardOf } from '../card.ts';
import { isMarked, mark } from '../mark.ts';
import type { Mention } from '../mention.ts';
import { mentionAt, mentionsLike } from '../mention.ts';
import { watchMouse } from '../rest.ts';
import { showSheet } from '../sheet.ts';

const LEAVE_MS = 300;
const SAID_MS = 3000;

/** The one card that is up: beside its mention, or as a sheet, which is modal and so looks after itself. */
type Shown =
  | { readonly by: 'mouse' | 'focus'; readonly mention: Mention; readonly element: HTMLElement }
  | { readonly by: 'touch'; readonly mention: Mention; readonly element: HTMLDialogElement };

const root = document.documentElement;
let shown: Shown | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
/** Whose card was closed: it stays away until the reader turns to something else. */
let dismissed: Mention | undefined;
let isPointed = false;

export function enhance(cards: HTMLElement): void {
  if (!('popover' in HTMLElement.prototype)) return;
  watchMouse({
    move: (target) => {
      isPointed = isPartOf(target);
      const mention = mentionAt(target);
      if (mention !== dismissed) dismissed = undefined;
      if (isPointed) stay();
      else leave();
      if (shown === undefined && (mention === undefined || !isMarked(mention))) mark([]);
    },
    glance: (mention) => {
      if (shown === undefined && !areOff()) mark(mentionsLike(mention));
    },
    rest: (mention) => {
      show(mention, 'mouse', cards);
      isPointed = shown?.mention === mention;
    },
  });
  watchFocus(cards);
  watchTouch(cards);
  watchPage(cards);
}

function watchFocus(cards: HTMLElement): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target !== dismissed) dismissed = undefined;
    const mention = mentionAt(target);
    if (isPartOf(target)) stay();
    else if (mention?.matches(':focus-visible')) show(mention, 'focus', cards);
  });
  document.addEventListener('focusout', leave);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || shown === undefined || shown.by === 'touch') return;
      // It closes the card and nothing else.
      event.stopPropagation();
      const { mention, element } = shown;
      dismissed = mention;
      if (element.contains(document.activeElement)) mention.focus({ preventScroll: true });
      close();
    },
    { capture: true },
  );
}

function watchTouch(cards: HTMLElement): void {
  let isTouch = false;
  document.addEventListener(
    'pointerdown',
    ({ target, pointerType }) => {
      isTouch = pointerType !== 'mouse';
      if (shown?.by !== 'touch' && !isPartOf(target)) close();
    },
    { capture: true },
  );
  document.addEventListener('keydown', () => {
    isTouch = false;
  });
  document.addEventListener('click', (event) => {
    const mention = mentionAt(event.target);
    if (isTouch && mention !== undefined && !areOff() && raise(mention, cards)) event.preventDefault();
  });
}

/** What takes the card away from its place, or the place from the card. */
function watchPage(cards: HTMLElement): void {
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (shown === undefined) mark([]);
      else if (shown.by === 'mouse' && !isPartOf(target)) close();
    },
    { passive: true, capture: true },
  );
  addEventListener('resize', () => shown?.by !== 'touch' && close());
  addEventListener('pagehide', close);
  new MutationObserver((changes) => {
    close();
    if (changes.some(({ attributeName }) => attributeName === 'data-cards')) say(cards);
  }).observe(root, { attributes: true });
}

function show(mention: Mention, by: 'mouse' | 'focus', cards: HTMLElement): void {
  if (areOff() || mention === dismissed || mention === shown?.mention || shown?.by === 'touch') return;
  const card = cardOf(mention, cards, (to) => step(to, cards));
  if (card === undefined) return;
  drop();
  if (by === 'focus') mention.scrollIntoView({ block: 'nearest' });
  shown = { by, mention, element: showBeside(card, mention) };
  mark(card.alike);
}

/** The card as a sheet; false where there is none. */
function raise(mention: Mention, cards: HTMLElement): boolean {
  const card = cardOf(mention, cards, (to) => step(to, cards));
  if (card === undefined) return false;
  drop();
  const { names: heading, body, alike } = card;
  const element = showSheet({ heading, body, closeLabel: cards.dataset.close ?? '' });
  shown = { by: 'touch', mention, element };
  mark(alike);
  element.addEventListener('close', () => {
    if (shown?.element === element) close();
  });
  return true;
}

/** On to another mention of the same entity, and its card. */
function step(mention: Mention, cards: HTMLElement): void {
  const isSheet = shown?.by === 'touch';
  drop();
  dismissed = isSheet ? mention : undefined;
  mention.focus({ preventScroll: true });
  // The sheet covers the lower part of the window.
  mention.scrollIntoView({ block: isSheet ? 'start' : 'nearest' });
  if (isSheet) raise(mention, cards);
  else show(mention, 'focus', cards);
}

function close(): void {
  drop();
  mark([]);
}

/** Take the card away; the marks stay for the next one. */
function drop(): void {
  stay();
  isPointed = false;
  if (shown === undefined) return;
  const { by, mention, element } = shown;
  // A sheet gives the focus back while it closes: that opens nothing.
  if (by === 'touch') element.close();
  shown = undefined;
  mention.removeAttribute('aria-details');
  element.remove();
}

function leave(): void {
  if (shown === undefined || shown.by === 'touch' || leaving !== undefined) return;
  leaving = setTimeout(() => {
    leaving = undefined;
    if (!isHeld()) close();
  }, LEAVE_MS);
}

function stay(): void {
  clearTimeout(leaving);
  leaving = undefined;
}

function isHeld(): boolean {
  const { activeElement } = document;
  if (isPointed || shown?.element.contains(activeElement)) return true;
  return shown?.by === 'focus' && shown.mention === activeElement;
}

function isPartOf(target: EventTarget | null): boolean {
  if (!(target instanceof Node)) return false;
  return shown !== undefined && (shown.element.contains(target) || shown.mention.contains(target));
}

function areOff(): boolean {
  return root.dataset.cards === '0';
}

function say(cards: HTMLElement): void {
  const line = cards.querySelector<HTMLElement>('.said');
  if (line === null) return;
  line.textContent = (areOff() ? line.dataset.off : line.dataset.on) ?? '';
  setTimeout(() => {
    line.textContent = '';
  }, SAID_MS);
}
