import type { Span } from '../core/span.ts';

/** Add the span `from` to `to` without the white space at its ends, if anything is left of it. */
export function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (start < end) spans.push({ start, end });
}
