import type { Sentence } from './align.ts';
import { align } from './align.ts';
import type { Bead } from './bead.ts';
import type { DraftSegment } from './draft.ts';
import type { Renderings } from './renderings.ts';

/** A bead with what it is made of. */
export interface Row {
  readonly bead: Bead;
  readonly zh: readonly DraftSegment[];
  readonly en: readonly DraftSegment[];
}

/**
 * Align two parsed texts, a Chinese one and its translation: their sentences by what they say, their blocks as anchors – headings, items, tables,
 * code, and where links and pictures lead. A bead's numbers count the segments of the lists that were given; debris is in no bead.
 */
export function alignDrafts(
  zh: readonly DraftSegment[],
  en: readonly DraftSegment[],
  known: Renderings,
): Row[] {
  const [ours, theirs] = [zh, en].map(withoutDebris) as [Kept[], Kept[]];
  return align(sentencesOf(ours), sentencesOf(theirs), known).map(({ zh: a, en: b, score }) => {
    const [left, right] = [a.flatMap((at) => ours[at] ?? []), b.flatMap((at) => theirs[at] ?? [])];
    return {
      bead: { zh: left.map(({ at }) => at), en: right.map(({ at }) => at), score },
      zh: left.map(({ segment }) => segment),
      en: right.map(({ segment }) => segment),
    };
  });
}

interface Kept {
  readonly at: number;
  readonly segment: DraftSegment;
}

function withoutDebris(segments: readonly DraftSegment[]): Kept[] {
  return segments.flatMap((segment, at) => (segment.debris ? [] : [{ at, segment }]));
}

function sentencesOf(kept: readonly Kept[]): Sentence[] {
  let block = -1;
  return kept.map(({ segment }) => {
    const opens = segment.block !== block;
    block = segment.block;
    return { text: segment.text, opens, signs: signsOf(segment, opens) };
  });
}

function signsOf({ kind, level, label, cell, marks, text }: DraftSegment, opens: boolean): string[] {
  const signs: string[] = [];
  if (kind !== 'paragraph') signs.push(`is ${kind}`);
  if (kind === 'heading') signs.push(`is heading ${level}`);
  if (label !== undefined && opens) signs.push(`#${label}`);
  if (cell !== undefined) signs.push(`at ${cell.row} ${cell.column}`);
  if (kind === 'code') signs.push(`code ${text.replace(/\s+/g, ' ').slice(0, 200)}`);
  for (const mark of marks) {
    if (mark.kind === 'link') signs.push(`to ${mark.href}`);
    if (mark.kind === 'footnote') signs.push(`note ${mark.label}`);
  }
  return signs;
}
