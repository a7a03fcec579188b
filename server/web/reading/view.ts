import type { AliasKind, EntityType } from '../../core/entity.ts';
import type { State } from '../../core/event.ts';
import type { NoteKind } from '../../core/note.ts';
import type { SegmentKind } from '../../core/segment.ts';
import type { Piece } from './piece.ts';
import type { Steps } from './within.ts';

/** A stretch of a text or a gloss as it is rendered: text, or markup around further stretches. */
export type Stretch =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'strong' | 'emphasis' | 'deleted' | 'code';
      readonly inside: readonly Stretch[];
    }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly Stretch[] }
  /** The name of an entity, which leads to its page. */
  | ({ readonly kind: 'mention'; readonly inside: readonly Stretch[] } & MentionView)
  /** Where a link of the source leads that holds a mention: behind its words. */
  | { readonly kind: 'outward'; readonly href: string }
  /** Behind words of which other documents say something else. */
  | { readonly kind: 'dispute'; readonly id: string; readonly href: string }
  /** The words a note is anchored on. */
  | { readonly kind: 'noted'; readonly inside: readonly Stretch[] }
  /** What was looked for. */
  | { readonly kind: 'match'; readonly inside: readonly Stretch[] }
  /** A word of the interlinear view. */
  | ({ readonly kind: 'word'; readonly inside: readonly Stretch[] } & WordOver)
  /** A note's marker, behind its quote; `href` is the fragment of the note. */
  | { readonly kind: 'note'; readonly id: string; readonly href: string; readonly label: string }
  /** A footnote's reference. */
  | { readonly kind: 'footnote'; readonly id: string; readonly href: string; readonly label: string };

/** What stands over a word and beneath it; where marks cut it, with its first piece. */
export interface WordOver {
  readonly text: string;
  readonly pinyin: string;
  /** Null where nothing short can be said. */
  readonly sense: string | null;
}

export interface MentionView {
  readonly href: string;
  readonly type: EntityType;
  /** What kind of alias it is written as; null where it is a preferred name. */
  readonly alias: AliasKind | null;
  /** The first mention of its entity in the document. */
  readonly isFirst: boolean;
}

export interface NoteView {
  /** `note_<id>`: what the marker's `href` points at. No segment id holds an underscore, so none is like it. */
  readonly id: string;
  /** `#…` of the marker in the text. */
  readonly back: string;
  readonly label: string;
  readonly kind: NoteKind;
  readonly quote: string;
  readonly quoteLanguage: string;
  /** The note in the UI's language, and in the other one. */
  readonly text: readonly Piece[];
  readonly textLanguage: string;
  readonly other: readonly Piece[];
  readonly otherLanguage: string;
}

export interface RowView {
  /** Segment id, bare: the row's own fragment. */
  readonly id: string;
  /** Retired ids that lead here: rendered as empty anchors. */
  readonly anchors: readonly string[];
  /** What the reader sees in the gutter; counts the rows that are shown. Never an id. */
  readonly number: string;
  readonly kind: SegmentKind;
  /** Null where the text is not at hand. */
  readonly zh: readonly Stretch[] | null;
  readonly en: readonly Stretch[] | null;
  readonly isStale: boolean;
  /** `Matched automatically, 41% sure`, where somebody should look; null elsewhere. */
  readonly doubt: string | null;
  readonly notes: readonly NoteView[];
  readonly disputes: readonly DisputeView[];
  /** Who is named here for the first time, as a list in the UI's language; null where nobody is. */
  readonly firsts: string | null;
  /** Ways to the other matches; null where this is none. */
  readonly steps: Steps | null;
}

/** What is said elsewhere against what is said here. */
export interface DisputeView {
  /** `dispute_<event>_<claim>`. */
  readonly id: string;
  /** `#…` of the marker in the text, or of the row. */
  readonly back: string;
  readonly href: string;
  readonly title: string;
  /** How many other documents tell it: a finished sentence. */
  readonly others: string;
  readonly points: readonly DisputePoint[];
  /** Of all points together. */
  readonly state: State;
}

/** One thing in which they differ. */
export interface DisputePoint {
  /** Finished sentences. */
  readonly lines: readonly string[];
  readonly state: State;
  /** What somebody found out about it. */
  readonly note: string | null;
}

interface BlockBase {
  readonly rows: readonly RowView[];
}

export interface ListItem extends BlockBase {
  /** From 1. */
  readonly depth: number;
  /** `2.` in a numbered list. */
  readonly label: string | null;
}

export interface Footnote extends BlockBase {
  readonly label: string;
  /** Fragments of the references in the text. */
  readonly back: readonly string[];
}

export type BlockView =
  /** `isTitle`: it is the document's title and the page's h1. Otherwise `level` is 2 to 6. */
  | (BlockBase & { readonly kind: 'heading'; readonly level: number; readonly isTitle: boolean })
  | (BlockBase & { readonly kind: 'paragraph' | 'quote' | 'caption' | 'code' })
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'footnotes'; readonly footnotes: readonly Footnote[] }
  | {
      readonly kind: 'table';
      readonly head: readonly TableCell[];
      readonly body: readonly (readonly TableCell[])[];
    };

/** The sentences of a cell; none where the source leaves it out. */
export type TableCell = readonly RowView[];
