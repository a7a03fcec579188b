import type { Alignment } from './alignment.ts';
import type { Side } from './anchor.ts';
import type { Authority } from './authority.ts';
import type { Bilingual } from './bilingual.ts';
import type { Edtf } from './date.ts';
import type { Chronicle } from './event.ts';
import type { GlossStatus } from './gloss.ts';
import type { Linked } from './link.ts';
import type { AnchoredNote } from './note.ts';
import type { DocumentId, Segment, SegmentId } from './segment.ts';
import { isGlossable } from './segment.ts';
import type { Study } from './study.ts';
import type { Term, Waiver } from './term.ts';

export const FORMATS = ['markdown', 'plain', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** How the characters of a text are written as bytes. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Where a document came from, when, and under which licence. */
export interface Provenance {
  /** Where the text was found, in a person's words. */
  readonly source: Bilingual;
  /** `http` or `https`; the address of the publication, if the text shows it. */
  readonly url?: string;
  /** An SPDX id, or `none` where no licence was given. */
  readonly licence: string;
  /** False: the text may not stand in the project; it is read from the folders of `DUIDU_SOURCES`. */
  readonly redistributable: boolean;
}

/** What `document.yaml` says: everything about a document but its text and the layers beside it. */
export interface Description {
  readonly title: Bilingual;
  readonly author?: Bilingual;
  readonly date?: Edtf;
  /** BCP 47. */
  readonly language: string;
  /** One to three sentences: what it is about. */
  readonly about: Bilingual;
  readonly provenance: Provenance;
  readonly file: string;
  /** 64 hex digits over the file's bytes. */
  readonly sha256: string;
  readonly format: Format;
  /** UTF-8 where it is not said. */
  readonly encoding?: Encoding;
  /** The file in `originals` that the text was taken out of: a book, a word processor's file. */
  readonly original?: string;
}

/**
 * How much of its text a document has: `present` as it was imported, `changed` since (segments were
 * found again by digest), or `missing`.
 */
export type Presence = 'present' | 'changed' | 'missing';

/** One segment with all its layers. `zh` is null where the text is not at hand. */
export interface DocumentSegment extends Segment {
  readonly zh: string | null;
  readonly en: string | null;
  readonly status: GlossStatus;
  readonly notes: readonly AnchoredNote[];
  /** Who is named on each side. */
  readonly names: Readonly<Record<Side, Linked>>;
}

export interface Document extends Description {
  readonly id: DocumentId;
  readonly presence: Presence;
  readonly segments: readonly DocumentSegment[];
  /** Successors of each id that is no longer used, in order; empty where the segment is gone. */
  readonly retired: ReadonlyMap<SegmentId, readonly SegmentId[]>;
  /** Introduction and questions, where somebody wrote them. */
  readonly study: Study | null;
  /** Where a translation was aligned: what nobody has looked at yet. */
  readonly alignment?: Alignment;
}

export interface Collection {
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly documents: readonly Document[];
}

/** Everything the reader shows, in the order of the shelf. */
export interface Library {
  readonly title: Bilingual;
  readonly collections: readonly Collection[];
  readonly documents: readonly Document[];
  readonly authority: Authority;
  readonly chronicle: Chronicle;
  readonly terms: readonly Term[];
  /** Places where a gloss rightly renders a term in another way. */
  readonly waivers: readonly Waiver[];
}

export interface Counts {
  /** Segments that are no debris. */
  readonly segments: number;
  readonly glossable: number;
  readonly glossed: number;
  readonly notes: number;
  /** Han characters of the text; where it is missing, estimated from the lengths in the ledger. */
  readonly characters: number;
}

// Of the units of a text about technology; the rest is Latin, digits, spaces and punctuation. 0.47 to 0.66 in the texts of the library.
const SHARE_OF_HAN = 0.56;
const HAN = /\p{Script=Han}/gu;

export function countsOf({ segments }: Pick<Document, 'segments'>): Counts {
  const shown = segments.filter((segment) => !segment.debris);
  const glossable = shown.filter(isGlossable);
  return {
    segments: shown.length,
    glossable: glossable.length,
    glossed: glossable.filter((segment) => segment.status === 'glossed').length,
    notes: shown.reduce((sum, segment) => sum + segment.notes.length, 0),
    characters: Math.round(shown.reduce((sum, { zh, length }) => sum + hanIn(zh, length), 0)),
  };
}

function hanIn(zh: string | null, length: number): number {
  return zh === null ? length * SHARE_OF_HAN : (zh.match(HAN)?.length ?? 0);
}

/** Segments of one block, in order: a paragraph, a heading, a list item, a table … */
export interface Block {
  readonly id: string;
  readonly kind: Segment['kind'];
  readonly level: number;
  readonly segments: readonly DocumentSegment[];
}

/** The blocks of a document without its debris. A block ends where its id does. */
export function blocksOf({ segments }: Pick<Document, 'segments'>): Block[] {
  const blocks: { id: string; kind: Segment['kind']; level: number; segments: DocumentSegment[] }[] = [];
  for (const segment of segments) {
    if (segment.debris) continue;
    const last = blocks.at(-1);
    if (last?.id === segment.block) last.segments.push(segment);
    else blocks.push({ id: segment.block, kind: segment.kind, level: segment.level, segments: [segment] });
  }
  return blocks;
}
