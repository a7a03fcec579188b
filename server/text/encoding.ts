import type { Encoding } from '../core/document.ts';
import { ENCODINGS } from '../core/document.ts';
import { decode } from './decode.ts';
import { frequencyOf } from './frequent.ts';

/** Which encoding a text is in, with its characters; or that its bytes do not say. */
export type Detected =
  | { readonly kind: 'detected'; readonly encoding: Encoding; readonly source: string }
  /** Those that it could be in, the likeliest first; none if it is no text in any that we know. */
  | { readonly kind: 'unsure'; readonly candidates: readonly Encoding[] };

// Of a text in the right encoding some three quarters of the Han are frequent; in a wrong one, one in twenty.
const LIKELY = 0.3;
const SAMPLE = 400_000;

/**
 * The encoding of a text: as its byte order mark says; UTF-8 where all of it is; else the one of the others in which nearly all is
 * a character and most are such as a text has. Never guessed: where two would do, or none does, it is unsure.
 */
export function detectEncoding(bytes: Uint8Array): Detected {
  const marked = byMark(bytes);
  if (marked !== undefined) return taken(bytes, marked) ?? { kind: 'unsure', candidates: [] };
  const isUtf16 = looksLikeUtf16(bytes);
  const utf8 = isUtf16 ? undefined : taken(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const candidates = ENCODINGS.filter((encoding) => encoding !== 'utf-8')
    .flatMap((encoding) => {
      const score = scoreOf(bytes, encoding);
      return score >= LIKELY ? [{ encoding, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = candidates;
  const isClear = best !== undefined && (next === undefined || next.score < best.score / 1.5);
  const found = isClear ? taken(bytes, best.encoding) : undefined;
  return found ?? { kind: 'unsure', candidates: candidates.map(({ encoding }) => encoding) };
}

function taken(bytes: Uint8Array, encoding: Encoding): Detected | undefined {
  const decoded = decode(bytes, encoding);
  return decoded.kind === 'decoded' ? { kind: 'detected', encoding, source: decoded.source } : undefined;
}

function byMark([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

// Line ends, spaces and Latin letters have a zero byte in every pair, all on one side; UTF-8 has none.
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  return bytes.length % 2 === 0 && even + odd > end / 8 && Math.min(even, odd) * 20 <= Math.max(even, odd);
}

/** How much of the Han is frequent; 0 if anything is no character of the encoding, or little of it is Han. */
function scoreOf(bytes: Uint8Array, encoding: Encoding): number {
  const decoded = decode(bytes, encoding);
  if (decoded.kind === 'undecodable') return 0;
  const sample = decoded.source.slice(0, SAMPLE);
  const { share, han } = frequencyOf(sample);
  // Bytes of another encoding give characters that no text has: private, unassigned, of scripts that do not mix.
  const odd =
    sample.match(/[\p{Co}\p{Cn}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Thai}\0]/gu)?.length ?? 0;
  return odd > han / 20 ? 0 : share;
}

/** Whether bytes hold what no text has: more than one in fifty is a control character other than tabs and line ends. UTF-16 is told apart before. */
export function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls += 1;
  }
  return controls * 50 > end;
}
