import type { DraftSegment } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Segment } from './segment.ts';
import type { Span } from './span.ts';

/**
 * Ranges of `source` (UTF-16 units) that hold letters or digits, that the parser takes for text, and that are in no segment of the
 * ledger: what somebody lost who changed it by hand.
 */
export function uncovered(
  source: string,
  segments: readonly Segment[],
  drafts: readonly DraftSegment[],
): Span[] {
  const covered = segments.flatMap(({ parts }) => parts).sort((a, b) => a.start - b.start);
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of drafts.flatMap(({ parts }) => parts)) {
    let from = start;
    // Both rise, so each range of the ledger is passed once.
    while (from < end) {
      while ((covered[at]?.end ?? Number.POSITIVE_INFINITY) <= from) at += 1;
      const next = covered[at];
      const to = Math.min(end, Math.max(from, next?.start ?? end));
      if (/[\p{L}\p{N}]/u.test(source.slice(from, to))) gaps.push({ start: from, end: to });
      if (next === undefined || next.start >= end) break;
      from = Math.max(from, next.end);
    }
  }
  return gaps;
}

/** A warning for each gap, at the ledger. */
export function checkCoverage(
  file: string,
  source: string,
  segments: readonly Segment[],
  drafts: readonly DraftSegment[],
): Finding[] {
  return uncovered(source, segments, drafts).map(({ start, end }) => ({
    rule: 'uncovered',
    severity: 'warning',
    place: { file, path: ['segments'] },
    message: `the text from ${start} to ${end} is in no segment`,
  }));
}
