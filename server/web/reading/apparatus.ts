import type { DocumentSegment } from '../../core/document.ts';
import type { Mention } from '../../core/mention.ts';
import type { AnchoredNote } from '../../core/note.ts';
import type { BlockId, Mark, SegmentId } from '../../core/segment.ts';

/** Where a footnote's reference stands in the page, and the footnote that it leads to. */
export interface Reference {
  readonly id: string;
  readonly href: string;
}

/**
 * What hangs on the text of a document: the number that each row shows, the labels of its notes, and its
 * footnotes with the references to them. Ids made up here hold an underscore, which no segment id can.
 */
export interface Apparatus {
  /** Counts the rows that are shown. */
  readonly numbers: ReadonlyMap<SegmentId, string>;
  /** 1 … n, in the order of the text. */
  readonly labels: ReadonlyMap<AnchoredNote, string>;
  /** By the mark; a reference to a footnote that is not shown has none. */
  readonly references: ReadonlyMap<Mark, Reference>;
  /** Fragments of the references to each footnote, in order. */
  readonly backs: ReadonlyMap<BlockId, readonly string[]>;
  /** On each side, the first mention of each entity. */
  readonly firsts: ReadonlySet<Mention>;
}

export function apparatusOf(segments: readonly DocumentSegment[]): Apparatus {
  const shown = segments.filter((segment) => !segment.debris);
  const notes = shown.flatMap((segment) => inTextOrder(segment.notes));
  return {
    numbers: numbersOf(segments),
    labels: new Map(notes.map((note, index) => [note, String(index + 1)])),
    ...footnotesOf(shown),
    firsts: firstsOf(shown),
  };
}

/** What each segment's row is called in the page, by segment id. */
export function numbersOf(segments: readonly DocumentSegment[]): Map<SegmentId, string> {
  const shown = segments.filter((segment) => !segment.debris);
  return new Map(shown.map((segment, index) => [segment.id, String(index + 1)]));
}

/** In the order of their markers: those on the Chinese by where their quotes end, then those on the English. */
export function inTextOrder(notes: readonly AnchoredNote[]): AnchoredNote[] {
  return [...notes].sort(
    (a, b) =>
      Number(a.anchor.language === 'en') - Number(b.anchor.language === 'en') ||
      a.span.end - b.span.end ||
      a.span.start - b.span.start,
  );
}

function firstsOf(shown: readonly DocumentSegment[]): Set<Mention> {
  const firsts = new Set<Mention>();
  for (const side of ['zh', 'en'] as const) {
    const seen = new Set<string>();
    for (const mention of shown.flatMap(({ names }) => names[side].mentions)) {
      if (seen.has(mention.entity)) continue;
      seen.add(mention.entity);
      firsts.add(mention);
    }
  }
  return firsts;
}

function footnotesOf(shown: readonly DocumentSegment[]): Pick<Apparatus, 'references' | 'backs'> {
  const firstRows = new Map<BlockId, SegmentId>();
  for (const { kind, block, id } of shown) {
    if (kind === 'footnote' && !firstRows.has(block)) firstRows.set(block, id);
  }
  const references = new Map<Mark, Reference>();
  const backs = new Map<BlockId, string[]>();
  for (const mark of shown.flatMap(({ zh, marks }) => (zh === null ? [] : marks))) {
    const row = mark.kind === 'footnote' ? firstRows.get(mark.target) : undefined;
    if (mark.kind !== 'footnote' || row === undefined) continue;
    const earlier = backs.get(mark.target) ?? [];
    const id = `ref_${mark.target}_${earlier.length + 1}`;
    references.set(mark, { id, href: `#${row}` });
    backs.set(mark.target, [...earlier, `#${id}`]);
  }
  return { references, backs };
}
