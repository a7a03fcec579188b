// Without it a text opens at its beginning; with it there is a link to where this device stopped. It never jumps by itself.
import { topRow } from '../place.ts';
import { recallPosition, rememberPosition } from '../position.ts';

const QUIET_MS = 300;

export function enhance(line: HTMLElement): void {
  const id = line.dataset.document;
  const link = line.querySelector('a');
  if (id === undefined || link === null) return;
  const isOffered = offer(link, id);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    // A glance at the beginning is no reading: what is offered stays on offer.
    if (isOffered && scrollY < innerHeight) return;
    const row = topRow();
    const number = row?.querySelector('.number')?.textContent?.trim();
    if (row !== undefined && number) rememberPosition(id, { segment: row.id, number });
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer);
      timer = setTimeout(save, QUIET_MS);
    },
    { passive: true },
  );
  addEventListener('pagehide', save);
}

function offer(link: HTMLAnchorElement, id: string): boolean {
  const position = recallPosition(id);
  if (position === undefined || location.hash !== '') return false;
  if (document.getElementById(position.segment) === null) return false;
  link.href = `#${position.segment}`;
  link.textContent = (link.dataset.label ?? '').replace('%', position.number);
  link.hidden = false;
  return true;
}
