import type { Cell, Part, SegmentKind } from '../core/segment.ts';
import type { Span } from '../core/span.ts';

/** A mark before ids exist: a footnote's reference names its footnote by label. */
export type DraftMark =
  | (Span & { readonly kind: 'emphasis' | 'strong' | 'deleted' | 'code' })
  | (Span & { readonly kind: 'link'; readonly href: string })
  | (Span & { readonly kind: 'footnote'; readonly label: string });

/** What a parser finds: one block of a text, its offsets over `textOf(source, parts)`. */
export interface DraftBlock {
  readonly kind: SegmentKind;
  readonly level: number;
  readonly label?: string;
  readonly cell?: Cell;
  /** True for the first block of a table, a list item …; false for what continues it. */
  readonly continues?: true;
  readonly parts: readonly Part[];
  readonly marks: readonly DraftMark[];
  /** Stretches that are debris; all of the block if it is one. */
  readonly debris: readonly Span[];
}

/** A sentence, or a stretch of debris, before it has an id. `block` counts from 0. */
export interface DraftSegment {
  readonly block: number;
  readonly kind: SegmentKind;
  readonly level: number;
  readonly label?: string;
  readonly cell?: Cell;
  readonly debris: boolean;
  readonly parts: readonly Part[];
  readonly marks: readonly DraftMark[];
  readonly text: string;
}
