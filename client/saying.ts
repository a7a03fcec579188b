const SAID_MS = 3000;

/** Say for a moment what the page shows nowhere else; `cards` has the words, as `data-…`. */
export function sayFor(cards: HTMLElement, what: string): void {
  const line = cards.querySelector('.said');
  if (line === null) return;
  line.textContent = cards.getAttribute(`data-${what}`) ?? '';
  setTimeout(() => {
    line.textContent = '';
  }, SAID_MS);
}
