import type { Span } from '../core/span.ts';
import { pushTrimmed } from './pushed.ts';

/**
 * Cut an English block into sentences, in order and without overlap; only white space lies between them. A sentence ends behind `.!?…`
 * and what closes there, before a space and what can begin one; not behind a title, an initial, the number of an item, or another
 * abbreviation that goes on; not within brackets, nor before the words that say who spoke.
 */
export function englishSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let bracket: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (OPENERS.includes(character) && text.slice(start, at).trim() !== '')
      bracket ??= endOfBracket(text, at);
    if (bracket !== undefined && at >= bracket) bracket = undefined;
    if (bracket !== undefined || !TERMINATORS.includes(character)) continue;
    const end = endBehind(text, at);
    if (ends(text, start, at, end)) {
      pushTrimmed(spans, text, start, end);
      start = end;
    }
    at = end - 1;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

const TERMINATORS = '.!?…。！？';
const OPENERS = '([（';
// A bracket that is never closed, or holds a paragraph, keeps no sentences together.
const MAX_BRACKET = 200;

function endOfBracket(text: string, at: number): number | undefined {
  const length = text.slice(at, at + MAX_BRACKET).search(/[)\]）]/);
  return length === -1 ? undefined : at + length;
}

/** Behind all terminators and what closes there, and the number of a note: `it.”[3]`. */
function endBehind(text: string, at: number): number {
  let end = at + 1;
  while (/[.!?…。！？]/.test(text[end] ?? '')) end += 1;
  // A straight mark behind a space opens the next.
  while (/["”’'»)\]）」』]/.test(text[end] ?? '')) end += 1;
  return end + (/^(?:\[\d{1,3}\]|[¹²³⁰-⁹]{1,4})/u.exec(text.slice(end, end + 6))?.[0].length ?? 0);
}

function ends(text: string, start: number, at: number, end: number): boolean {
  const after = text.slice(end, end + REACH);
  if (after.trim() === '') return true;
  const mark = text.slice(at, end);
  // Marks of Chinese have no space behind them, nor has a full stop before Han.
  if (/[。！？]/.test(mark[0] ?? '')) return true;
  if (!/^\s/.test(after)) return /^\p{Script=Han}/u.test(after) && !/^\.\w/.test(mark);
  const rest = after.trimStart();
  if (!BEGINNING.test(rest)) return false;
  if (/["”’']/.test(mark) && SPEAKER.test(rest)) return false;
  return !/^\.(?!\.)/.test(mark) || isFullStop(text.slice(start, at + 1).slice(-REACH), rest);
}

const REACH = 80;
/** What a sentence begins with: a capital, a number, what opens, Han. */
const BEGINNING = /^[“"‘'«([（「『*_—–-]*\s?[\p{Lu}\p{Lt}\p{N}\p{Script=Han}“"‘'「『$€£¥#@`]/u;
/** `Anna asked`, `the old man said`: it belongs to the speech before it. */
const SPEAKER =
  /^(?:\p{Lu}[\p{L}’'-]*\s){1,3}(?:said|says|asked|asks|replied|answered|cried|shouted|whispered|murmured|muttered|added|went on|demanded|exclaimed|called)\b/u;

// Never the end: titles, and what stands before a number or goes on.
const TITLE =
  /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gen|Col|Maj|Capt|Lt|Sgt|Gov|Sen|Rep|Pres|St|Mt|Messrs|Mme|Mlle|vs|cf|e\.g|i\.e|viz|approx|al|ca)\.$/;
const BEFORE_NUMBER =
  /\b(?:No|Nos|Fig|Figs|Vol|Vols|Ch|Chap|Sec|Sect|Eq|Ex|Art|pp?|vv?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/i;
// The end only before a word that begins a sentence: `Apple Inc. The`, but `Apple Inc. Board`.
const PERHAPS =
  /\b(?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|Esq|etc|Ph\.D|M\.D|B\.A|M\.A|a\.m|p\.m|A\.M|P\.M|[A-Z](?:\.[A-Z]){1,4}|Ave|Blvd|Rd|Dept|Univ|[A-Z])\.$/;
const STARTERS =
  /^[“"‘'([]*(?:The|A|An|I|He|She|It|We|You|They|This|That|These|Those|There|Here|His|Her|Its|Our|My|Your|Their|In|On|At|By|For|From|With|But|And|So|Or|Yet|If|When|While|As|After|Before|Then|Now|Not|No|Once|What|Who|Why|How|Where|Some|Many|Most|All|Each|Both|However|Although|Because|Since|Meanwhile|Instead|Later|Today)\b/;
/** The number of an item, before its text. */
const ORDINAL = /^\s*[“"(]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|(?:Chapter|Section|Part|Step)\s\w{1,8})\.$/;

function isFullStop(before: string, rest: string): boolean {
  if (ORDINAL.test(before) || TITLE.test(before)) return false;
  if (BEFORE_NUMBER.test(before) && /^[\p{N}(]/u.test(rest)) return false;
  return !PERHAPS.test(before) || STARTERS.test(rest);
}
