import type { Anchor } from './anchor.ts';
import type { Bilingual } from './bilingual.ts';
import type { Span } from './span.ts';

export const NOTE_KINDS = ['idiom', 'slip', 'machine-translation', 'context', 'doubtful'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** What an annotator says, in both languages, of the words it is anchored on. */
export interface Note extends Bilingual {
  /** Unique in its document, and never reused. */
  readonly id: string;
  readonly kind: NoteKind;
  readonly anchor: Anchor;
}

/** A note together with the span of its quote in the segment's text as it is now. */
export interface AnchoredNote extends Note {
  readonly span: Span;
}
