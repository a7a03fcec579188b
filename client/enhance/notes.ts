// Without it a marker's link leads to its note and opens it; with it the note opens where it stands and nothing scrolls.
import { showSheet } from '../sheet.ts';

const PHONE = '(max-width: 40em)';

export function enhance(article: HTMLElement): void {
  article.addEventListener('click', (event) => {
    const target = event.target as Element;
    const marker = target.closest<HTMLAnchorElement>('.marker');
    const note =
      marker === null ? target.closest<HTMLElement>('.note > summary')?.parentElement : noteOf(marker);
    const back = target.closest<HTMLAnchorElement>('.note .back');
    if (back !== null) {
      event.preventDefault();
      close(back.closest('details'));
    } else if (note instanceof HTMLDetailsElement && matchMedia(PHONE).matches) {
      event.preventDefault();
      showNote(note, article.dataset.close ?? '');
    } else if (note instanceof HTMLDetailsElement && marker !== null) {
      event.preventDefault();
      note.open = true;
      const body = note.querySelector<HTMLElement>('.body');
      body?.focus({ preventScroll: true });
      body?.scrollIntoView({ block: 'nearest' });
    }
  });
  article.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close(article.querySelector('.note[open]'));
  });
  // A note that lies over others goes when the reader turns to something else.
  document.addEventListener('pointerdown', ({ target }) => {
    for (const note of article.querySelectorAll<HTMLDetailsElement>('.note[open]')) {
      const body = note.querySelector('.body');
      if (body === null || note.contains(target as Node)) continue;
      if (getComputedStyle(body).position === 'absolute') note.open = false;
    }
  });
}

function showNote(note: HTMLDetailsElement, closeLabel: string): void {
  const heading = document.createElement('p');
  heading.append(...clones(note.querySelector('summary')));
  showSheet({ heading, body: clones(note.querySelector('.body')), closeLabel });
}

function clones(parent: Element | null): Node[] {
  return [...(parent?.childNodes ?? [])].map((child) => child.cloneNode(true));
}

function noteOf(marker: HTMLAnchorElement): HTMLDetailsElement | null {
  return document.getElementById(marker.hash.slice(1))?.closest('details') ?? null;
}

/** Back to the words that the note is about. */
function close(note: HTMLDetailsElement | null): void {
  if (note === null) return;
  note.open = false;
  const back = note.querySelector<HTMLAnchorElement>('.back');
  const marker = document.getElementById(back?.hash.slice(1) ?? '');
  const isSeen = marker !== null && marker.getClientRects().length > 0;
  (isSeen ? marker : note.querySelector('summary'))?.focus({ preventScroll: true });
}
