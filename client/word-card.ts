import { cardOf } from './card.ts';
import { chineseOf } from './chinese.ts';
import { mentionAt } from './mention.ts';
import { sayFor } from './saying.ts';
import * as shown from './shown.ts';
import type { Subject } from './subject.ts';
import { copyOf } from './word-part.ts';
import type { Word } from './words.ts';
import { wordRange } from './words.ts';

/** Where words are told, and what cards are made of. */
export interface Desk {
  readonly cards: HTMLElement;
  readonly source: string;
}

/** A word within a name is told with the name. */
export function open(word: Word, by: 'mouse' | 'focus' | 'touch', { cards }: Desk): void {
  const range = wordRange(word);
  const mention = mentionAt(range.startContainer.parentElement);
  const named = mention && cardOf(mention, cards, () => mention.focus());
  const subject = named ?? subjectOf(word.row, range, '', [word.told]);
  if (by === 'touch') shown.raise(subject, cards.dataset.close ?? '');
  else shown.show(subject, by);
}

/** A card of words that are no mention: of one, or of the several in `text`, in a line each. */
export function subjectOf(
  row: HTMLElement,
  words: Range,
  text: string,
  told: readonly HTMLElement[],
): Subject {
  const part = document.createElement('div');
  part.className = 'word-part';
  part.classList.toggle('is-brief', told.length > 1);
  part.append(...told.map(copyOf));
  const names = told.length === 1 ? part.querySelector<HTMLElement>('.names') : null;
  names?.remove();
  return {
    host: row.querySelector<HTMLElement>(':scope > .number') ?? row,
    words,
    names: names ?? headingOf(text, chineseOf(row)?.lang ?? ''),
    body: [part],
    alike: [],
  };
}

function headingOf(words: string, lang: string): HTMLElement {
  const heading = document.createElement('p');
  heading.className = 'names';
  const text = document.createElement('span');
  text.lang = lang;
  text.textContent = words;
  heading.append(text);
  return heading;
}

/** Say that the words are not to be had. */
export function fail({ cards }: Desk): undefined {
  sayFor(cards, 'failed');
  return undefined;
}
