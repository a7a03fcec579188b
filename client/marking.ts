import type { Mark } from './known.ts';
import { markOf, markWord } from './known.ts';

/** Let a word be marked as known or to learn where it is told; pressing what is pressed takes the mark away. */
export function offerMarks(word: HTMLElement): void {
  const marks = word.querySelector<HTMLElement>('[data-marks]');
  const text = marks?.dataset.marks;
  if (marks === null || text === undefined) return;
  const buttons = [...marks.querySelectorAll('button')];
  const show = (): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(markOf(text) === button.value));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      markWord(text, markOf(text) === button.value ? undefined : (button.value as Mark));
      show();
    });
  show();
  marks.hidden = false;
}
