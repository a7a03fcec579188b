// Without it a link loads the text in other characters from its beginning; with it, from where one is, and the device keeps to them.
import { remember } from '../memory.ts';
import { topRow } from '../place.ts';

export function enhance(choices: HTMLElement): void {
  const choose = ({ target }: Event): void => {
    const link = (target as Element).closest<HTMLAnchorElement>('[data-characters]');
    if (link === null) return;
    remember('script', link.dataset.characters ?? '');
    link.hash = topRow()?.id ?? '';
  };
  choices.addEventListener('click', choose);
  // In a new tab, too.
  choices.addEventListener('auxclick', choose);
}
