import type { Counts, Document, DocumentSegment } from '../../core/document.ts';
import { countsOf } from '../../core/document.ts';
import { safeHref } from '../../core/href.ts';
import type { Mention } from '../../core/mention.ts';
import type { AnchoredNote } from '../../core/note.ts';
import type { Mark } from '../../core/segment.ts';
import type { Study } from '../../core/study.ts';

/** What lists say of a document. The shape is public: fields may be added, not renamed. */
export interface Summary
  extends Pick<
    Document,
    'id' | 'title' | 'author' | 'date' | 'language' | 'about' | 'provenance' | 'presence'
  > {
  readonly counts: Counts;
}

export interface FullDocument extends Summary {
  /** Introduction and questions, where there are any. */
  readonly study?: Study;
  readonly segments: readonly Segment[];
  /** Successors of ids that are no longer used. */
  readonly retired: Readonly<Record<string, readonly string[]>>;
}

type Segment = Pick<
  DocumentSegment,
  'id' | 'block' | 'kind' | 'level' | 'debris' | 'label' | 'cell' | 'zh' | 'en' | 'status'
> & {
  readonly marks: readonly Mark[];
  /** In `zh`, and in `en`. */
  readonly mentions: readonly Mention[];
  readonly mentionsEn: readonly Mention[];
  readonly notes: readonly Note[];
  /** How sure an aligner is that `en` is the English of it; none where a person has looked. */
  readonly confidence?: number;
};

type Note = Pick<AnchoredNote, 'id' | 'kind' | 'zh' | 'en'> & {
  readonly language: 'zh' | 'en';
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

export function summaryOf(document: Document): Summary {
  const { id, title, author, date, language, about, provenance, presence } = document;
  return {
    id,
    title,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    language,
    about,
    provenance,
    presence,
    counts: countsOf(document),
  };
}

export function fullDocumentOf(document: Document): FullDocument {
  return {
    ...summaryOf(document),
    ...(document.study !== null && { study: document.study }),
    segments: document.segments.map((segment) =>
      segmentOf(segment, document.alignment?.rows.get(segment.id)),
    ),
    retired: Object.fromEntries(document.retired),
  };
}

function segmentOf(segment: DocumentSegment, confidence: number | undefined): Segment {
  const { id, block, kind, level, debris, label, cell, zh, en, status, marks, names, notes } = segment;
  return {
    id,
    block,
    kind,
    level,
    debris,
    ...(label !== undefined && { label }),
    ...(cell !== undefined && { cell }),
    zh,
    en,
    status,
    marks: marks.filter((mark) => mark.kind !== 'link' || safeHref(mark.href) !== undefined),
    mentions: names.zh.mentions.map(mentionOf),
    mentionsEn: names.en.mentions.map(mentionOf),
    notes: notes.map(noteOf),
    ...(confidence !== undefined && en !== null && { confidence }),
  };
}

function mentionOf({ entity, start, end, quote }: Mention): Mention {
  return { entity, start, end, quote };
}

function noteOf({ id, kind, zh, en, anchor, span }: AnchoredNote): Note {
  return { id, language: anchor.language, ...span, quote: anchor.quote, kind, zh, en };
}
