import type { Occurrence } from './occurrence.ts';
import type { Span } from './span.ts';
import { isBoundary } from './span.ts';

/** A keyword in its context, as it stands; what was cut off is told by an ellipsis. */
export interface KwicLine {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
}

// What fits beside a keyword on one line, in units of the text: a Han character is as wide as two letters.
const CONTEXT = { zh: 22, en: 44 } as const;

/** The line of one place, within its segment. English is cut between words. */
export function kwicLineOf({
  mention,
  segment,
  language,
}: Pick<Occurrence, 'segment' | 'language'> & { readonly mention: Span }): KwicLine {
  const text = segment[language] ?? '';
  const from = cutBefore(text, mention.start, CONTEXT[language]);
  const to = cutBehind(text, mention.end, CONTEXT[language]);
  return {
    left: (from > 0 ? '…' : '') + text.slice(from, mention.start),
    keyword: text.slice(mention.start, mention.end),
    right: text.slice(mention.end, to) + (to < text.length ? '…' : ''),
  };
}

const LATIN = /[A-Za-z0-9]/;

function cutBefore(text: string, offset: number, context: number): number {
  let from = Math.max(0, offset - context);
  while (from > 0 && from < offset && isWithinWord(text, from)) from += 1;
  return isBoundary(text, from) ? from : from + 1;
}

function cutBehind(text: string, offset: number, context: number): number {
  let to = Math.min(text.length, offset + context);
  while (to < text.length && to > offset && isWithinWord(text, to)) to -= 1;
  return isBoundary(text, to) ? to : to - 1;
}

function isWithinWord(text: string, offset: number): boolean {
  return LATIN.test(text[offset - 1] ?? '') && LATIN.test(text[offset] ?? '');
}
