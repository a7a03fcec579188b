// Without it the contents are a list of links; with it they show where the reader is when they are opened.
import { topEdge } from '../place.ts';

export function enhance(contents: HTMLElement): void {
  contents.addEventListener('toggle', () => {
    const links = [...contents.querySelectorAll<HTMLAnchorElement>('a')];
    const here = links.findLast((link) => isAbove(link.hash));
    for (const link of links) link.removeAttribute('aria-current');
    here?.setAttribute('aria-current', 'location');
    const sheet = contents.querySelector('.sheet');
    if (here !== undefined && sheet !== null) {
      sheet.scrollTop = here.offsetTop - sheet.clientHeight / 3;
    }
  });
}

/** Whether the heading has been reached: it stands in the upper third of the window, or above it. */
function isAbove(hash: string): boolean {
  const heading = document.getElementById(hash.slice(1));
  return heading !== null && heading.getBoundingClientRect().top < topEdge() + innerHeight / 3;
}
