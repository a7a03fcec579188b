import { fold } from './fold.ts';

/**
 * A name or a text without what does not tell names apart: case, width, and the gaps within it (`Red Hat`, `RedHat`, `red-hat`).
 * One unit of `key` is one unit of the text.
 */
export interface Squeezed {
  readonly key: string;
  /** Where each unit of `key` stands in the text. */
  readonly offsets: Uint32Array;
}

// Spaces, hyphens, the low line and the dots between the parts of a foreigner's name.
const GAP = /[\s\u00a0\u00b7\u2010\u2011\u2022\u2027\u2219\u22c5\u30fb\uff65_-]/;
// What nobody sees: soft hyphens, joiners, marks of direction, variation selectors; and strokes and accents laid over a letter.
const INVISIBLE =
  /[\u0300-\u036f]|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const NOTHING = 0;
const SPACE = 1;
const HIDDEN = 2;

// One look for each unit there is, instead of one for each unit of every text.
const CLASSES = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit += 1) {
  const character = String.fromCharCode(unit);
  CLASSES[unit] = GAP.test(character) ? SPACE : INVISIBLE.test(character) ? HIDDEN : NOTHING;
}

export function squeeze(text: string): Squeezed {
  const folded = fold(composed(text));
  const offsets = new Uint32Array(folded.length);
  let key = '';
  let length = 0;
  let from = -1;
  for (let at = 0; at < folded.length; at += 1) {
    if (CLASSES[folded.charCodeAt(at)] === NOTHING) {
      if (from === -1) from = at;
      offsets[length] = at;
      length += 1;
    } else if (from !== -1) {
      key += folded.slice(from, at);
      from = -1;
    }
  }
  if (from !== -1) key += folded.slice(from);
  return { key, offsets: offsets.subarray(0, length) };
}

// `e` with an accent laid over it is `é` and something that nobody sees; apostrophes are all one.
function composed(text: string): string {
  const straight = text.replace(/[\u2018\u2019\u02bc]/g, "'");
  return straight.replace(/\p{L}[\u0300-\u036f]+/gu, (letter) =>
    letter.normalize('NFC').padEnd(letter.length, '\u2060'),
  );
}

/** A name as it is looked for. */
export interface Pattern {
  readonly key: string;
  /** Offsets in `key` before which a text may leave a gap. */
  readonly breaks: ReadonlySet<number>;
}

/**
 * How `name` is looked for. A gap may stand where the name has one, where a word in camel case has a seam (`Docker|Con`), between
 * Han and Latin, and before punctuation; `run C` is not `runC`, because one letter makes no word.
 */
export function patternOf(name: string): Pattern {
  const { key, offsets } = squeeze(name);
  const breaks = new Set<number>();
  for (let at = 1; at < key.length; at += 1) {
    const [before, here] = [offsets[at - 1] ?? 0, offsets[at] ?? 0];
    if (here > before + 1 || isSeam(name, before, here)) breaks.add(at);
  }
  return { key, breaks };
}

function isSeam(name: string, before: number, here: number): boolean {
  const [left, right] = [name[before] ?? '', name[here] ?? ''];
  if (HAN.test(left) !== HAN.test(right)) return true;
  if (/[.,'’!&+]/.test(right)) return true;
  return (
    /[a-z]/.test(left) &&
    /[A-Z]/.test(right) &&
    /^[A-Za-z]{4}$/.test(name.slice(Math.max(0, here - 2), here + 2))
  );
}

const HAN = /[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ud840-\udfff]/;
const WORD = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff]/;
const FULL_WIDTH_WORD = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

/** Whether the unit is a letter or a digit of a script that puts spaces between words. */
export function isWordUnit(unit: string): boolean {
  return WORD.test(unit) || FULL_WIDTH_WORD.test(unit);
}

/** Whether a name that stands at [start, end) of `text` stands there as a word, and is not a piece of a longer one. */
export function isWholeWord(text: string, start: number, end: number): boolean {
  return beginsWord(text, start) && endsWord(text, end);
}

/** Whether what begins at `start` is not the rest of a longer word. */
export function beginsWord(text: string, start: number): boolean {
  return !isWordUnit(text[start] ?? '') || !isWordUnit(visibleBefore(text, start));
}

/** Whether what ends at `end` does not go on as a longer word. */
export function endsWord(text: string, end: number): boolean {
  const last = visibleBefore(text, end);
  if (!isWordUnit(last)) return true;
  const rest = text.slice(end, end + 12).replace(INVISIBLES, '');
  if (!isWordUnit(rest[0] ?? '')) return true;
  // `Docker1.12`: a version that somebody did not set apart.
  return /[^\d]/.test(fold(last)) && /^v?\d{1,4}\.\d/.test(fold(rest));
}

const INVISIBLES = new RegExp(INVISIBLE.source, 'g');

/** Whether there is nothing in `text` that anybody sees. */
export function isInvisible(text: string): boolean {
  return text.replace(INVISIBLES, '') === '';
}

/** The offset behind the accents that are laid over the unit before `end`. */
export function behindAccents(text: string, end: number): number {
  let at = end;
  while (/[\u0300-\u036f]/.test(text[at] ?? '')) at += 1;
  return at;
}

function visibleBefore(text: string, offset: number): string {
  let at = offset - 1;
  while (at >= 0 && INVISIBLE.test(text[at] ?? '')) at -= 1;
  return text[at] ?? '';
}

/** `text` without gaps, in its own case: two spellings of which this is the same differ in nothing else. */
export function withoutGaps(text: string): string {
  let bare = '';
  for (const unit of text.normalize('NFKC')) if (CLASSES[unit.charCodeAt(0)] === NOTHING) bare += unit;
  return bare;
}
