import type { Span } from '../core/span.ts';
import { pushTrimmed } from './pushed.ts';
import { beforeEndOfQuotation, isQuotation } from './quotation.ts';
import { englishSentences } from './sentence-en.ts';

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
// What closes behind a sentence and belongs to it, and the marks of notes and feelings that follow.
const CLOSER = /[”’」』）)】》〉']/;
const TRAILING =
  /^(?:(?:\[\d{1,3}\]|〔\d{1,3}〕|［\d{1,3}］)(?!\s)|[¹²³⁰-⁹]{1,4}|(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u200d\ufe0f]){1,40})/u;
// No sentence begins with these: what stands before them goes on.
const GOES_ON = /^[，、；：。！？…—,;:)\]）】》〉]/;

/**
 * Cut a block's text into sentences, in order and without overlap; only white space lies between them.
 * A sentence ends behind `。！？!?` and the quotation marks and brackets that close there; not inside
 * brackets, a title or a short quotation, nor where the words after a quotation belong to it. A full stop ends one only in a
 * block without Han, or behind a word and before a space; behind Han a half-width one ends one, too.
 */
export function sentencesOf(text: string): Span[] {
  // An entry of a bibliography (GB/T 7714) is one: its full stops part authors, titles and publishers.
  if (
    /^[^。！？]{3,400}\[(?:[MJDCNRSPZGA]|[A-Z]{1,2}\/OL)\]/.test(text.slice(0, 420)) &&
    !/[。！？]./.test(text)
  )
    return whole(text);
  if (!HAN.test(text) && !/[。！？｡]/.test(text)) return englishSentences(text);
  const spans: Span[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') isQuoted = !isQuoted;
    const closer = OPENERS.get(character);
    if (closer !== undefined) {
      const from = at;
      at = afterBracket(text, at, closer);
      if (!isSentence(text, start, from, at)) continue;
      pushTrimmed(spans, text, start, at + 1);
      start = at + 1;
      continue;
    }
    at = beforeEndOfQuotation(text, at);
    if (!isTerminator(text, at)) continue;
    const end = endBehind(text, at, isQuoted);
    if (text.slice(at, end).includes('"')) isQuoted = false;
    if (!goesOn(text, end) && !isQuotation(text, start, at, end)) {
      pushTrimmed(spans, text, start, end);
      start = end;
    }
    at = end - 1;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

// A bracket that stands for itself, with its full stop inside.
function isSentence(text: string, start: number, from: number, to: number): boolean {
  const isAlone = to > from && from - start < 9 && text.slice(start, from).trim() === '';
  return isAlone && /[（(]/.test(text[from] ?? '') && isTerminator(text, to - 1) && !goesOn(text, to + 1);
}

// Behind the terminators, what closes there, and the marks of notes and feelings.
function endBehind(text: string, at: number, isQuoted: boolean): number {
  let end = at + 1;
  let isOpen = isQuoted;
  for (; end < text.length; end += 1) {
    const next = text[end] ?? '';
    if (next === '"' && (isOpen || /^"\s*$/.test(text.slice(end, end + 9)))) isOpen = false;
    else if (!isTerminator(text, end) && !CLOSER.test(next)) break;
  }
  return end + (TRAILING.exec(text.slice(end, end + 48))?.[0].length ?? 0);
}

function goesOn(text: string, end: number): boolean {
  return GOES_ON.test(text.slice(end, end + 1)) && !/^(?:——|……)/.test(text.slice(end, end + 2));
}

function isTerminator(text: string, at: number): boolean {
  const character = text[at];
  if (character === '。' || character === '！' || character === '？' || character === '｡') return true;
  // Silence at the end of what somebody says.
  if (character === '…') return /[”」』]/.test(text[at + 1] ?? '');
  if (character === '.') return isFullStop(text, at);
  if (character !== '!' && character !== '?') return false;
  // Not within a URL or a word: `?id=1`, `Yahoo!的`.
  const next = text[at + 1];
  if (next === undefined || /[\s”’」』）)"'!?]/.test(next)) return true;
  return (
    HAN.test(next) && (character === '?' || HAN.test(text[at - 1] ?? '') || /[!?]/.test(text[at - 1] ?? ''))
  );
}

// Some write a half-width full stop behind Han. Behind a Latin word it ends a sentence before a space, unless it shortens the word.
function isFullStop(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  if (HAN.test(before)) return /^(?:[\s”’」』）)"']|\p{Script=Han}|$)/u.test(text.slice(at + 1, at + 3));
  if (!/[a-z]/.test(before) || !/^\s{1,2}[\p{Script=Han}\p{Lu}“「]/u.test(text.slice(at + 1, at + 4)))
    return false;
  return (
    /(?:^|[^\w.])[A-Za-z]?[a-z]{2,}\.$/.test(text.slice(Math.max(0, at - 24), at + 1)) &&
    !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at + 1))
  );
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

const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Inc|Ltd|Co|Corp|vs|etc|e\.g|i\.e|No|Nos|Fig|Vol|al|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|pp?|Ph\.D)|\b[A-Z])\.\s*$/;

function whole(text: string): Span[] {
  const spans: Span[] = [];
  pushTrimmed(spans, text, 0, text.length);
  return spans;
}
