import type { Span } from '../core/span.ts';

const CLOSERS = '”’」』）)】》〉"\'';
const OPENERS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['【', '】'],
]);
// A bracket that is never closed, or holds a paragraph, is no reason to keep sentences together.
const MAX_BRACKET = 120;
const HAN = /\p{Script=Han}/u;

// “……？”他问。 and “……。”某某回应道。: the words after the quotation belong to its sentence.
const ATTRIBUTION = /^[^，。！？；“”]{0,16}(?:说|问|道|答|称|喊|写|表示|回应|认为|指出|补充|解释|感叹|强调)[^“”。！？]{0,4}[。，：:]/;

/**
 * Cut a block's text into sentences, in order and without overlap; only white space lies between them.
 * A sentence ends behind `。！？!?` and the quotation marks and brackets that close there; not inside
 * brackets or a title, nor where the words after a quotation say who spoke. A full stop ends one only in a
 * block without Han, and only before a space; behind Han a half-width one ends one, too.
 */
export function sentencesOf(text: string): Span[] {
  if (!HAN.test(text)) return latinSentences(text);
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const closer = OPENERS.get(text[at] ?? '');
    if (closer !== undefined) {
      at = afterBracket(text, at, closer);
      continue;
    }
    if (!isTerminator(text, at)) continue;
    let end = at + 1;
    while (end < text.length && (isTerminator(text, end) || CLOSERS.includes(text[end] ?? ' '))) end += 1;
    const quotes = /[”"」』]$/.test(text.slice(at, end));
    if (quotes && ATTRIBUTION.test(text.slice(end, end + 40))) {
      at = end - 1;
      continue;
    }
    push(spans, text, start, end);
    start = end;
    at = end - 1;
  }
  push(spans, text, start, text.length);
  return spans;
}

function isTerminator(text: string, at: number): boolean {
  const character = text[at];
  if (character === '。' || character === '！' || character === '？') return true;
  // Some write a half-width full stop behind Han.
  if (character === '.') return HAN.test(text[at - 1] ?? '') && /^(?:[\s”’」』）)"']|\p{Script=Han}|$)/u.test(text.slice(at + 1, at + 3));
  if (character !== '!' && character !== '?') return false;
  // Not within a URL or a word: `?id=1`, `Yahoo!的`.
  const next = text[at + 1];
  return next === undefined || /[\s”’」』）)"'!?]/.test(next) || (character === '?' && /\p{Script=Han}/u.test(next));
}

// Index of the bracket's end if it is near, else of the bracket itself. Nested brackets of a kind count.
function afterBracket(text: string, at: number, closer: string): number {
  const opener = text[at];
  let depth = 0;
  for (let i = at; i < text.length && i <= at + MAX_BRACKET; i += 1) {
    if (text[i] === opener) depth += 1;
    else if (text[i] === closer && --depth === 0) return i;
  }
  return at;
}

// Made once: constructing one costs more than using it.
const LATIN = new Intl.Segmenter('en', { granularity: 'sentence' });
const ABBREVIATION = /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|vs|etc|e\.g|i\.e|No|Fig|al|St)|\b[A-Z])\.\s*$/;

function latinSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { segment, index } of LATIN.segment(text)) {
    const end = index + segment.length;
    if (ABBREVIATION.test(segment) && end < text.length) continue;
    push(spans, text, start, end);
    start = end;
  }
  push(spans, text, start, text.length);
  return spans;
}

function push(spans: Span[], text: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  if (start < end) spans.push({ start, end });
}
