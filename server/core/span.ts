/**
 * Half-open range [start, end) within one segment's text.
 * Offsets count UTF-16 code units, so `text.slice(start, end)` is the spanned text.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` may cut `text`: it lies within it and not between the halves of a surrogate pair. */
export function isBoundary(text: string, offset: number): boolean {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return !(isHighSurrogate(before) && isLowSurrogate(after));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
