// Without it each choice is a link that loads the page anew, and no word counts as known; with it pinyin comes and goes where it stands.
import { markedWords, whenMarked } from '../known.ts';
import { keepPlace } from '../place.ts';

const root = document.documentElement;

export function enhance(choices: HTMLElement): void {
  markKnown();
  whenMarked(markKnown);
  choices.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-pinyin]');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    for (const one of choices.querySelectorAll('a')) one.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    keepPlace(() => {
      root.dataset.pinyin = link.dataset.pinyin;
    });
    history.replaceState(history.state, '', link.href);
  });
}

/** Words that the device counts as known can do without pinyin. */
function markKnown(): void {
  const marks = markedWords();
  for (const word of document.querySelectorAll<HTMLElement>('.word-over'))
    word.classList.toggle('is-known', marks.get(word.dataset.word ?? '') === 'known');
}
