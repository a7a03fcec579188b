import type { Cell, Part, SegmentKind } from './segment.ts';
import { joinParts } from './segment.ts';
import type { Span } from './span.ts';
import { shifted } from './span.ts';

/** A mark before ids exist: a footnote's reference names its footnote by label. */
export type DraftMark =
  | (Span & { readonly kind: 'emphasis' | 'strong' | 'deleted' | 'code' })
  | (Span & { readonly kind: 'link'; readonly href: string })
  | (Span & { readonly kind: 'footnote'; readonly label: string });

/** What parsing a text gives: a sentence, or a stretch of debris, before it has an id. */
export interface DraftSegment {
  /** Counts the blocks of the text from 0. */
  readonly block: number;
  readonly kind: SegmentKind;
  readonly level: number;
  readonly label?: string;
  readonly cell?: Cell;
  readonly debris: boolean;
  readonly parts: readonly Part[];
  readonly marks: readonly DraftMark[];
  /** `textOf(source, parts)`. */
  readonly text: string;
}

/** One draft of two that follow each other, with `joiner` between their texts; it is of the kind and the block of the first. */
export function joinDrafts(first: DraftSegment, next: DraftSegment, joiner: '' | ' '): DraftSegment {
  const by = first.text.length + joiner.length;
  return {
    ...first,
    parts: joinParts(first.parts, next.parts, joiner),
    marks: [...first.marks, ...next.marks.map((mark) => shifted(mark, by))],
    text: first.text + joiner + next.text,
  };
}
