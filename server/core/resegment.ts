import type { Side } from './anchor.ts';
import type { SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** A stretch of a former segment's text, on one side, that is that of a new one now. */
export interface Moved {
  readonly from: SegmentId;
  readonly language: Side;
  /** In the former text. */
  readonly span: Span;
  readonly to: SegmentId;
  /** Where the stretch begins in the new text. */
  readonly start: number;
}

/** Where a quote stands after segments were cut or joined: `cut` if it goes across a cut; undefined if its segment is none of them. */
export function movedAnchor(
  { segment, language, start, quote }: { segment: string; language: Side; start: number; quote: string },
  moves: readonly Moved[],
): { readonly segment: SegmentId; readonly start: number } | 'cut' | undefined {
  const own = moves.filter((move) => move.from === segment && move.language === language);
  if (own.length === 0) return undefined;
  const end = start + quote.length;
  const home = own.find(({ span }) => span.start <= start && end <= span.end);
  return home === undefined ? 'cut' : { segment: home.to, start: start - home.span.start + home.start };
}

const SENTENCE_END = /[.!?…]["”’)\]]*\s+(?=[A-Z0-9“"‘'(])/g;

/** Where a gloss of two sentences is cut for two halves of its segment; undefined if it has not just two. */
export function cutOfGloss(gloss: string): number | undefined {
  const ends = [...gloss.matchAll(SENTENCE_END)];
  const [end] = ends;
  return end === undefined || ends.length > 1 ? undefined : end.index + end[0].length;
}

/** What stands between two Chinese texts that become one: a space where both are Latin there. */
export function joinerBetween(first: string, second: string): '' | ' ' {
  return /[\p{Script=Latin}\d.!?]$/u.test(first) && /^[\p{Script=Latin}\d]/u.test(second) ? ' ' : '';
}
