// Without it the pages follow the device's own theme and size of text; with it the reader chooses, and it lasts.
import { recall, remember } from '../memory.ts';

const USUAL = { theme: 'system', size: 'm' } as const;

export function enhance(menu: HTMLElement): void {
  for (const input of menu.querySelectorAll<HTMLInputElement>('input')) {
    const name = input.name === 'theme' ? 'theme' : 'size';
    input.checked = input.value === (recall(name) ?? USUAL[name]);
    input.addEventListener('change', () => {
      remember(name, input.value);
      if (input.value === USUAL[name]) delete document.documentElement.dataset[name];
      else document.documentElement.dataset[name] = input.value;
    });
  }
}
