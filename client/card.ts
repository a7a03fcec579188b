import { rowAround, spanOf } from './chinese.ts';
import type { Mention } from './mention.ts';
import { addressOf, inColumnOf, mentionsLike } from './mention.ts';
import type { Subject } from './subject.ts';
import { wordPartOf } from './word-part.ts';

/**
 * A copy of the card of `mention`'s entity, with how the name is written there, the way to its neighbours and, in the Chinese, its words;
 * undefined where the page has no such card. `cards` holds the templates and, in its attributes, the words of the interface.
 */
export function cardOf(
  mention: Mention,
  cards: HTMLElement,
  step: (to: Mention) => void,
): Subject | undefined {
  const template = cards.querySelector<HTMLTemplateElement>(`template[data-card="${addressOf(mention)}"]`);
  const copy = document.importNode(template?.content ?? new DocumentFragment(), true);
  const names = copy.querySelector<HTMLElement>('.names');
  if (names === null) return undefined;
  fillWritten(copy.querySelector('.written'), mention, cards);
  const alike = mentionsLike(mention);
  const steps = stepsIn(inColumnOf(mention, alike), mention, cards, step);
  copy.querySelector('.figures')?.append(...steps);
  names.remove();
  copy.querySelector('.description')?.before(...wordPartOf(mention, cards));
  return { host: mention, words: mention, names, body: [...copy.childNodes], alike };
}

/** “Written here as …” for a form that is no preferred name; the form is set as text, whatever it holds. */
function fillWritten(line: HTMLElement | null, mention: Mention, cards: HTMLElement): void {
  const sentence = cards.getAttribute(`data-as-${mention.dataset.alias}`);
  if (line === null || sentence === null) return;
  const form = document.createElement('span');
  form.lang = mention.closest<HTMLElement>('[lang]')?.lang ?? '';
  const row = rowAround(mention);
  form.textContent = (row && spanOf(row, mention)?.text) ?? mention.textContent;
  const [before = '', after = ''] = sentence.split('%');
  line.append(before, form, after);
  line.hidden = false;
}

/** Previous, `2/14`, next; nothing where the column names the entity only here. */
function stepsIn(
  all: readonly Mention[],
  mention: Mention,
  cards: HTMLElement,
  step: (to: Mention) => void,
): HTMLElement[] {
  const here = all.indexOf(mention);
  if (here === -1 || all.length === 1) return [];
  const button = (by: 1 | -1, sign: string, label = ''): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'step';
    element.textContent = sign;
    element.title = label;
    element.setAttribute('aria-label', label);
    element.addEventListener('click', () => step(all.at((here + by) % all.length) ?? mention));
    return element;
  };
  const steps = document.createElement('span');
  steps.className = 'steps';
  steps.append(
    button(-1, '‹', cards.dataset.previous),
    `${here + 1}/${all.length}`,
    button(1, '›', cards.dataset.next),
  );
  return [steps];
}
