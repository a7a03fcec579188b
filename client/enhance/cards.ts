// Without it a mention is a link to its entity; with it a card comes up beside the mention that is pointed at, focused or touched.
import { cardOf } from '../card.ts';
import { isMarked, mark } from '../mark.ts';
import type { Mention } from '../mention.ts';
import { mentionAt, mentionsLike } from '../mention.ts';
import { watchMouse } from '../rest.ts';
import { revealsOnly } from '../reveal.ts';
import { sayFor } from '../saying.ts';
import * as shown from '../shown.ts';

const root = document.documentElement;
/** Whose card was closed: it stays away until the reader turns to something else. */
let dismissed: Mention | undefined;

export function enhance(cards: HTMLElement): void {
  if (!('popover' in HTMLElement.prototype)) return;
  watchMouse({
    move: (target) => {
      const mention = mentionAt(target);
      if (mention !== dismissed) dismissed = undefined;
      shown.point(target);
      if (shown.shownBy() === undefined && (mention === undefined || !isMarked(mention))) mark([]);
    },
    glance: (mention) => {
      if (shown.shownBy() === undefined && !shown.areOff()) mark(mentionsLike(mention));
    },
    rest: (mention) => {
      show(mention, 'mouse', cards);
      shown.point(mention);
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
    if (shown.isPartOf(target)) shown.stay();
    else if (mention?.matches(':focus-visible')) show(mention, 'focus', cards);
  });
  document.addEventListener('focusout', shown.leave);
  document.addEventListener(
    'keydown',
    (event) => {
      const host = shown.shownSubject()?.host;
      if (event.key !== 'Escape' || host === undefined || shown.shownBy() === 'touch') return;
      // It closes the card and nothing else.
      event.stopPropagation();
      dismissed = mentionAt(host);
      if (shown.holdsFocus()) host.focus({ preventScroll: true });
      shown.close();
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
      if (shown.shownBy() !== 'touch' && !shown.isPartOf(target)) shown.close();
    },
    { capture: true },
  );
  document.addEventListener('keydown', () => {
    isTouch = false;
  });
  document.addEventListener('click', (event) => {
    const mention = mentionAt(event.target);
    if (!isTouch || mention === undefined || shown.areOff()) return;
    if (revealsOnly(mention) || raise(mention, cards)) event.preventDefault();
  });
}

/** What takes the card away from its place, or the place from the card. */
function watchPage(cards: HTMLElement): void {
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (shown.shownBy() === undefined) mark([]);
      else if (shown.shownBy() === 'mouse' && !shown.isPartOf(target)) shown.close();
    },
    { passive: true, capture: true },
  );
  addEventListener('resize', () => shown.shownBy() !== 'touch' && shown.close());
  addEventListener('pagehide', shown.close);
  new MutationObserver((changes) => {
    shown.close();
    for (const name of ['cards', 'help'])
      if (changes.some(({ attributeName }) => attributeName === `data-${name}`)) say(name, cards);
  }).observe(root, { attributes: true });
}

function show(mention: Mention, by: 'mouse' | 'focus', cards: HTMLElement): void {
  const isUp = mention === shown.shownSubject()?.words || shown.shownBy() === 'touch';
  if (shown.areOff() || mention === dismissed || isUp) return;
  const subject = cardOf(mention, cards, (to) => step(to, cards));
  if (subject === undefined) return;
  shown.drop();
  if (by === 'focus') mention.scrollIntoView({ block: 'nearest' });
  shown.show(subject, by);
}

/** The card as a sheet; false where there is none. */
function raise(mention: Mention, cards: HTMLElement): boolean {
  const subject = cardOf(mention, cards, (to) => step(to, cards));
  if (subject !== undefined) shown.raise(subject, cards.dataset.close ?? '');
  return subject !== undefined;
}

/** On to another mention of the same entity, and its card. */
function step(mention: Mention, cards: HTMLElement): void {
  const isSheet = shown.shownBy() === 'touch';
  shown.drop();
  dismissed = isSheet ? mention : undefined;
  mention.focus({ preventScroll: true });
  // The sheet covers the lower part of the window.
  mention.scrollIntoView({ block: isSheet ? 'start' : 'nearest' });
  if (isSheet) raise(mention, cards);
  else show(mention, 'focus', cards);
}

/** What a key has switched on or off. */
function say(name: string, cards: HTMLElement): void {
  const isOn = name === 'cards' ? !shown.areOff() : root.dataset.help === '1';
  sayFor(cards, `${name}-${isOn ? 'on' : 'off'}`);
}
