// Without it the library is the same for everybody; with it each text says how far this device has read it.
import { recall } from '../memory.ts';
import { recallPosition } from '../position.ts';

export function enhance(shelf: HTMLElement): void {
  const last = recall('last');
  for (const entry of shelf.querySelectorAll<HTMLElement>('.entry')) {
    const id = entry.querySelector('a')?.pathname.split('/').at(-1) ?? '';
    const position = recallPosition(id);
    const place = entry.querySelector<HTMLElement>('.resume');
    if (position === undefined || place === null) continue;
    place.textContent = (shelf.dataset.label ?? '').replace('%', position.number);
    place.hidden = false;
    if (id === last) entry.classList.add('is-last');
  }
}
