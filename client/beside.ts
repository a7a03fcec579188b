import { topEdge } from './place.ts';
import type { Subject } from './subject.ts';

/** Between the card and the words that it is about, and between it and the edge of the window. */
const GAP = 5;
const EDGE = 8;

/**
 * Show a card beside its words, over everything else. It stands directly behind its host in the document, so that Tab leads into it and
 * a screen reader meets it there; nothing in the text moves.
 */
export function showBeside({ host, words, names, body }: Subject): HTMLElement {
  const card = document.createElement('div');
  card.popover = 'manual';
  card.className = 'card';
  card.id = 'mention_card';
  card.lang = document.documentElement.lang;
  names.id = 'mention_card_names';
  card.setAttribute('role', 'group');
  card.setAttribute('aria-labelledby', names.id);
  card.append(names, ...body);
  host.after(card);
  host.setAttribute('aria-details', card.id);
  card.showPopover();
  lay(card, words);
  // What is looked up comes later, and may not push the card over the words.
  const watching = new ResizeObserver(() => (card.isConnected ? lay(card, words) : watching.disconnect()));
  watching.observe(card.querySelector('.word-part') ?? names);
  return card;
}

/**
 * Below the words, or above them where there is more room: never over them, and inside the window; what does not fit is scrolled. The card
 * goes with the page when that is scrolled.
 */
function lay(card: HTMLElement, words: Element | Range): void {
  card.style.maxHeight = '';
  // What is broken over lines has a box on each.
  const lines = [...words.getClientRects()];
  const top = Math.min(...lines.map((line) => line.top)) - GAP;
  const bottom = Math.max(...lines.map((line) => line.bottom)) + GAP;
  const roomAbove = top - topEdge() - EDGE;
  const roomBelow = innerHeight - bottom - EDGE;
  const { offsetWidth: width, offsetHeight: height } = card;
  const isBelow = height <= roomBelow || roomBelow >= roomAbove;
  const shown = Math.min(height, isBelow ? roomBelow : roomAbove);
  const { left = 0 } = (isBelow ? lines.at(-1) : lines[0]) ?? {};
  const farthest = document.documentElement.clientWidth - width - EDGE;
  card.style.maxHeight = `${shown}px`;
  card.style.left = `${Math.max(EDGE, Math.min(left, farthest))}px`;
  card.style.top = `${scrollY + (isBelow ? bottom : top - shown)}px`;
}
