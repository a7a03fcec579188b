import type { Mention } from './mention.ts';
import type { Mark } from './segment.ts';
import type { Span } from './span.ts';

/** A stretch of a segment between two boundaries: all of it carries the same marks and notes, and is part of the same mention or of none. */
export interface Run<Annotation = never> extends Span {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Notes, and whatever else has a span, that cover this run. */
  readonly notes: readonly Annotation[];
  /** Those that end with this run: their markers stand behind it. */
  readonly ending: readonly Annotation[];
  readonly mention: Mention | undefined;
}

/**
 * Cut a segment's text into runs, in order and without loss: joining their texts gives `text` back.
 * A mark of zero width (a footnote's reference) makes a run of its own, with an empty text:
 *
 *     text    C o r e O S 是 一 款
 *     marks  [strong    ]
 *                       [footnote, zero width]
 *     runs   [C o r e O S] [] [是 一 款]
 */
export function runsOf<Annotation extends { readonly span: Span } = never>(
  text: string,
  marks: readonly Mark[],
  notes: readonly Annotation[] = [],
  mentions: readonly Mention[] = [],
): Run<Annotation>[] {
  const points = marks.filter(isPoint);
  const ranges = marks.filter((mark) => !isPoint(mark));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...marks, ...notes.map((note) => note.span), ...mentions]) {
    cuts.add(start).add(end);
  }
  const offsets = [...cuts].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);

  const marksOf = coversOf(offsets, ranges, (mark) => mark);
  const notesOf = coversOf(offsets, notes, (note) => note.span);
  const mentionsOf = coversOf(offsets, mentions, (mention) => mention);

  const runs: Run<Annotation>[] = [];
  for (const [index, start] of offsets.entries()) {
    for (const point of points) {
      if (point.start === start) {
        const marksHere = [...ranges.filter((mark) => covers(mark, point)), point];
        runs.push({
          start,
          end: start,
          text: '',
          marks: marksHere,
          notes: [],
          ending: [],
          mention: undefined,
        });
      }
    }
    const end = offsets[index + 1];
    if (end === undefined) break;
    const here = notesOf[index] ?? [];
    runs.push({
      start,
      end,
      text: text.slice(start, end),
      marks: marksOf[index] ?? [],
      notes: here,
      ending: here.filter((note) => note.span.end === end),
      mention: mentionsOf[index]?.[0],
    });
  }
  return runs;
}

/**
 * For each stretch between two offsets what covers it, in the order of `all`. It is gone to from each span, not looked for at each stretch: an
 * endless sentence has as many of the ones as of the others.
 */
function coversOf<Item>(
  offsets: readonly number[],
  all: readonly Item[],
  spanOf: (item: Item) => Span,
): Item[][] {
  const places = new Map(offsets.map((offset, index) => [offset, index]));
  const covering: Item[][] = offsets.map(() => []);
  for (const item of all) {
    const { start, end } = spanOf(item);
    let index = start < 0 ? 0 : (places.get(start) ?? offsets.length);
    for (let next = offsets[index + 1]; next !== undefined && next <= end; next = offsets[index + 1]) {
      covering[index]?.push(item);
      index += 1;
    }
  }
  return covering;
}

function isPoint(mark: Mark): boolean {
  return mark.start === mark.end;
}

// A point at the end of a range still belongs to it: the reference behind an emphasised word.
function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
