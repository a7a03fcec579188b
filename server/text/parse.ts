import type { DraftMark, DraftSegment } from '../core/draft.ts';
import { sliceParts, textOf } from '../core/segment.ts';
import type { Span } from '../core/span.ts';
import type { DraftBlock } from './block.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePage } from './page.ts';
import { parsePlain } from './plain.ts';
import { cutAtSemicolons } from './semicolon.ts';
import { sentencesOf } from './sentence.ts';

/** Formats that can be imported. */
export const PARSERS = { markdown: parseMarkdown, plain: parsePlain, html: parsePage } as const;
export type ParsableFormat = keyof typeof PARSERS;

/** How blocks are cut into sentences. */
export interface Cutting {
  /** A sentence ends at a semicolon, too. */
  readonly atSemicolons?: boolean;
}

/**
 * Parse a decoded text and cut it into segments, in the order of the source. The parts of all segments cover everything
 * but markup and white space; none overlap.
 */
export function parseText(source: string, format: ParsableFormat, cutting: Cutting = {}): DraftSegment[] {
  return segmentsOfBlocks(source, PARSERS[format](source), cutting);
}

/** The segments of blocks that were parsed. */
export function segmentsOfBlocks(
  source: string,
  blocks: readonly DraftBlock[],
  cutting: Cutting = {},
): DraftSegment[] {
  const segments: DraftSegment[] = [];
  let block = -1;
  let before: DraftBlock | undefined;
  for (const draft of blocks) {
    // What stands between two paragraphs of an item – code, a nested list – parts them.
    const isSame = draft.continues === true && before?.kind === draft.kind && before.level === draft.level;
    if (!isSame) block += 1;
    before = draft;
    segments.push(...segmentsOf(source, draft, block, cutting));
  }
  return segments;
}

function segmentsOf(
  source: string,
  draft: DraftBlock,
  block: number,
  { atSemicolons }: Cutting,
): DraftSegment[] {
  const text = textOf(source, draft.parts);
  const { kind, level, label, cell } = draft;
  const base = {
    block,
    kind,
    level,
    ...(label !== undefined && { label }),
    ...(cell !== undefined && { cell }),
  };
  const whole = kind === 'code' || kind === 'heading' || kind === 'table' || kind === 'caption';
  const cut = (within: string): Span[] =>
    atSemicolons ? cutAtSemicolons(within, sentencesOf(within)) : sentencesOf(within);
  const segments: DraftSegment[] = [];
  for (const { debris, ...stretch } of stretchesOf(text, draft)) {
    const inside = text.slice(stretch.start, stretch.end);
    const spans = whole || debris ? [trim(inside, kind === 'code')] : cut(inside);
    for (const span of spans) {
      const start = stretch.start + span.start;
      const end = stretch.start + span.end;
      if (start === end) continue;
      const parts = sliceParts(draft.parts, start, end);
      segments.push({
        ...base,
        debris,
        parts,
        marks: sliceMarks(draft.marks, start, end),
        text: textOf(source, parts),
      });
    }
  }
  return segments;
}

/** A block's text cut where debris begins and ends, and where a line was broken on purpose. */
function stretchesOf(text: string, { debris, breaks }: DraftBlock): (Span & { debris: boolean })[] {
  const cuts = new Set([0, text.length, ...breaks, ...debris.flatMap(({ start, end }) => [start, end])]);
  const offsets = [...cuts].sort((a, b) => a - b);
  return offsets.slice(1).map((end, index) => {
    const start = offsets[index] ?? 0;
    return { start, end, debris: debris.some((span) => span.start <= start && end <= span.end) };
  });
}

function trim(text: string, isCode: boolean): Span {
  const end = text.trimEnd().length;
  return { start: isCode ? 0 : Math.min(end, text.length - text.trimStart().length), end };
}

// A point between two sentences belongs to the one that ends there.
function sliceMarks(marks: readonly DraftMark[], start: number, end: number): DraftMark[] {
  return marks.flatMap((mark) => {
    if (mark.start === mark.end) {
      const isHere = (mark.start > start || start === 0) && mark.start <= end;
      return isHere ? [{ ...mark, start: mark.start - start, end: mark.end - start }] : [];
    }
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    return from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
  });
}
