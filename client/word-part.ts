import { rowAround, spanOf } from './chinese.ts';
import { offerMarks } from './marking.ts';
import type { Mention } from './mention.ts';
import { offerSpeech } from './speech.ts';
import { wordsOf } from './words.ts';

/** A copy of what is told of a word, fit for a card. */
export function copyOf(told: HTMLElement): HTMLElement {
  const copy = document.importNode(told, true);
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  offerSpeech(copy);
  offerMarks(copy);
  return copy;
}

/** What a mention's card says of the words that the name is made of, in a line each. Empty for a name without Chinese; filled when they are known. */
export function wordPartOf(mention: Mention, cards: HTMLElement): Node[] {
  const row = rowAround(mention);
  const source = cards.dataset.source;
  const span = row && spanOf(row, mention);
  if (row === undefined || source === undefined || span === undefined || !/\p{Script=Han}/u.test(span.text))
    return [];
  const part = document.createElement('div');
  part.className = 'word-part is-brief';
  fill(part, row, span, source).catch(() => part.remove());
  return [part];
}

async function fill(
  part: HTMLElement,
  row: HTMLElement,
  { start, end }: { start: number; end: number },
  source: string,
): Promise<void> {
  const words = await wordsOf(row, source);
  const own = words.filter((word) => word.start >= start && word.end <= end);
  part.append(...own.map(({ told }) => copyOf(told)));
}
