// Without it the pages follow the device's own theme and size of text; with it the reader chooses, and it lasts.
import { recall, remember } from '../memory.ts';

const USUAL: Readonly<Record<string, string>> = { theme: 'system', size: 'm', cards: '1', help: '0' };

export function enhance(menu: HTMLElement): void {
  const { dataset } = document.documentElement;
  for (const input of menu.querySelectorAll<HTMLInputElement>('input')) {
    const { name } = input;
    const isSwitch = input.type === 'checkbox';
    const chosen = recall(name) ?? USUAL[name];
    input.checked = chosen === (isSwitch ? '1' : input.value);
    input.addEventListener('change', () => {
      const value = isSwitch ? String(Number(input.checked)) : input.value;
      remember(name, value);
      if (value === USUAL[name]) delete dataset[name];
      else dataset[name] = value;
    });
  }
}
