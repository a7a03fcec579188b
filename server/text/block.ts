import type { DraftMark } from '../core/draft.ts';
import type { Cell, Part, SegmentKind } from '../core/segment.ts';
import type { Span } from '../core/span.ts';

/** What a parser finds: one block of a text, its offsets over `textOf(source, parts)`. */
export interface DraftBlock {
  readonly kind: SegmentKind;
  readonly level: number;
  readonly label?: string;
  readonly cell?: Cell;
  /** It belongs to the block before it: a further paragraph of an item, a further cell of a table. */
  readonly continues?: true;
  readonly parts: readonly Part[];
  readonly marks: readonly DraftMark[];
  /** Offsets at which the source breaks the line on purpose; a sentence ends there. */
  readonly breaks: readonly number[];
  /** Stretches that are debris; all of the block if it is one. */
  readonly debris: readonly Span[];
}
