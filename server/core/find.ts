import type { Document, DocumentSegment } from './document.ts';
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

// Full-width forms of ASCII stand 0xfee0 above it; the ideographic space stands apart.
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** `text` without differences of case and width, unit for unit: an offset in one is an offset in the other. */
export function fold(text: string): string {
  const narrow = text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
  const lower = narrow.toLowerCase();
  // A few letters grow when they are lowered (İ); those stay as they are, or the offsets would shift.
  const sameLength = lower.length === narrow.length ? lower : [...narrow].map(lowerInPlace).join('');
  // How Σ is lowered depends on what follows it.
  return sameLength.replaceAll('ς', 'σ');
}

function lowerInPlace(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
