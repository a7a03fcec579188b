import type { Document, DocumentSegment } from './document.ts';
import { fold } from './fold.ts';
import type { Span } from './span.ts';
import { isBoundary } from './span.ts';

/** A segment that holds the query; the spans are in its text and in its gloss, in order and apart. */
export interface Hit {
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly zh: readonly Span[];
  readonly en: readonly Span[];
}

export interface Found {
  /** All segments that hold the query; `hits` are the first `limit` of them. */
  readonly total: number;
  readonly hits: readonly Hit[];
}

/**
 * Every segment whose Chinese or English holds `query` as it is written, but for case and width:
 * `ｄｏｃｋｅｒ` finds `Docker`. In the order of the documents and their segments. Debris is never searched.
 */
export function find(query: string, documents: readonly Document[], limit: number): Found {
  const needle = fold(query.trim());
  if (needle === '') return { total: 0, hits: [] };
  let total = 0;
  const hits: Hit[] = [];
  for (const document of documents) {
    for (const segment of document.segments) {
      if (segment.debris) continue;
      const zh = occurrences(needle, segment.zh ?? '');
      const en = occurrences(needle, segment.en ?? '');
      if (zh.length === 0 && en.length === 0) continue;
      total += 1;
      if (hits.length < limit) hits.push({ document, segment, zh, en });
    }
  }
  return { total, hits };
}

function occurrences(needle: string, text: string): Span[] {
  const folded = fold(text);
  const spans: Span[] = [];
  let start = folded.indexOf(needle);
  while (start !== -1) {
    const end = start + needle.length;
    if (isBoundary(text, start) && isBoundary(text, end)) spans.push({ start, end });
    start = folded.indexOf(needle, end);
  }
  return spans;
}
