import type { SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** A side of the bitext: the source's language or the gloss's. */
export type Side = 'zh' | 'en';

/** Where an annotation points: `quote` at `start` (UTF-16 units) of one side of a segment. */
export interface Anchor {
  readonly segment: SegmentId;
  readonly language: Side;
  readonly start: number;
  readonly quote: string;
}

export type Anchoring =
  | { readonly kind: 'anchored'; readonly span: Span }
  | { readonly kind: 'moved'; readonly span: Span; readonly from: number }
  | { readonly kind: 'orphaned'; readonly reason: 'gone' | 'ambiguous' };

/**
 * Find where an anchor points in `text` now. Never guesses: a quote that is not at its start and stands
 * in the text more than once is orphaned, for somebody to decide.
 */
export function anchor({ start, quote }: Anchor, text: string): Anchoring {
  if (quote === '') return { kind: 'orphaned', reason: 'gone' };
  if (start >= 0 && text.startsWith(quote, start)) return { kind: 'anchored', span: spanAt(start, quote) };
  const first = text.indexOf(quote);
  if (first === -1) return { kind: 'orphaned', reason: 'gone' };
  if (text.indexOf(quote, first + 1) !== -1) return { kind: 'orphaned', reason: 'ambiguous' };
  return { kind: 'moved', span: spanAt(first, quote), from: start };
}

function spanAt(start: number, quote: string): Span {
  return { start, end: start + quote.length };
}
