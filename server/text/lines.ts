import { isFurniture } from './debris.ts';

/** One line of a plain text, without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns: wide characters count two. */
  readonly width: number;
  /** Columns of white space before it. */
  readonly indent: number;
  /** By full-width spaces, as the first line of a paragraph is. */
  readonly isIndented: boolean;
}

/** Consecutive lines without a blank one between them. */
export type Stanza = readonly Line[];

/** A text's lines in stanzas, in order. A form feed ends a stanza too. */
export function stanzasOf(source: string): Stanza[] {
  const stanzas: Line[][] = [];
  let open: Line[] | undefined;
  for (const match of source.matchAll(/[^\r\n\f\v\u2028\u2029]*(\r\n|[\n\r\f\v\u2028\u2029]|$)/g)) {
    const raw = match[0].slice(0, match[0].length - (match[1]?.length ?? 0));
    // A line of strokes or stars only sets others apart.
    const text = RULE.test(raw) ? '' : raw.trim();
    if (text !== '') {
      const before = raw.indexOf(text);
      const start = match.index + before;
      const indent = widthOf(raw.slice(0, before).replaceAll('\t', '    '));
      const line = {
        start,
        end: start + text.length,
        text,
        width: widthOf(text),
        indent,
        isIndented: /^\s*\u3000/.test(raw),
      };
      if (open === undefined) {
        open = [line];
        stanzas.push(open);
      } else open.push(line);
    }
    if (text === '' || match[1] === '\f') open = undefined;
  }
  return stanzas;
}

// Dots are no rule: a line of them is what somebody left unsaid.
const RULE = /^\s*(?:[*\-–—_=~#+]\s*){3,}$/;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

export const TERMINAL = /[。！？!?…：:；;”』」》）)]$/;
const CLOSING_START = /^(?:[，。、；：！？）》」』”’]|[,.;:!?)\]](?![\w.]))/;
// Columns of a table.
const COLUMNS = /\S(?:\t|\s{3,9})\S/;
// Without further evidence a line this wide was broken because it was full, not because it was finished.
const FULL = 40;
// With lines of one width around it, a narrower one, too; lines wider than a page were not broken at all.
const NARROWEST = 24;
const WIDEST = 160;
// Lines of one width differ by a wide character and the mark that may not begin a line.
const SLACK = 4;

/**
 * The width at which a text was broken into lines, whatever its words, if it was: most lines that others follow are as wide, and most
 * of these end in the middle of a sentence. Verse is no such text: there the last line of a stanza is as wide as the others.
 */
export function wrapOf(stanzas: readonly Stanza[]): number | undefined {
  const counts = new Array<number>(WIDEST + 1).fill(0);
  const inner = stanzas.flatMap((stanza) => stanza.slice(0, -1)).filter((line) => rightOf(line) <= WIDEST);
  for (const line of inner) counts[rightOf(line)] = (counts[rightOf(line)] ?? 0) + 1;
  let [wrap, most] = [0, 0];
  for (let width = NARROWEST; width <= WIDEST; width += 1) {
    const near = counts.slice(width - SLACK, width + 1).reduce((sum, count) => sum + count, 0);
    if (near > most) [wrap, most] = [width, near];
  }
  const isFull = (line: Line | undefined): boolean =>
    line !== undefined && Math.abs(rightOf(line) - wrap + SLACK / 2) <= SLACK / 2;
  const full = inner.filter(isFull);
  const broken = full.filter((line) => /[\p{L}\p{N}]$/u.test(line.text)).length;
  if (full.length < 3 || full.length < inner.length / 2 || broken < full.length / 2) return undefined;
  const paragraphs = stanzas.filter((stanza) => stanza.length >= 3);
  const even = paragraphs.filter((stanza) => isFull(stanza.at(-1))).length;
  return paragraphs.length > 0 && even > paragraphs.length / 2 ? undefined : wrap;
}

/** What the lines of a stanza have in common. */
export interface Measure {
  /** The width the whole text was broken at, if it was. */
  readonly wrap: number | undefined;
  readonly widest: number;
  /** Most lines are as wide as the widest: the stanza was broken at that width. */
  readonly isEven: boolean;
}

export function measureOf(stanza: Stanza, wrap: number | undefined): Measure {
  const widest = stanza.reduce((most, line) => Math.max(most, rightOf(line)), 0);
  const full = stanza.filter((line) => rightOf(line) >= widest - SLACK).length;
  return {
    wrap,
    widest,
    isEven: widest >= FULL && widest <= WIDEST && full >= 2 && full >= stanza.length / 2,
  };
}

/** Whether the line behind that at `index` of a stanza goes on with what that says. */
export function continues(stanza: Stanza, index: number, { wrap, widest, isEven }: Measure): boolean {
  const [line, next] = [stanza[index], stanza[index + 1]];
  if (line === undefined || next === undefined || isFurniture(line.text) || isFurniture(next.text))
    return false;
  if (CLOSING_START.test(next.text)) return true;
  if (COLUMNS.test(line.text) || COLUMNS.test(next.text)) return false;
  const right = rightOf(line);
  const full = right + firstWord(next.text);
  if (wrap !== undefined && right <= wrap + SLACK && full > wrap - SLACK / 2) return true;
  // A sentence may end where its line is full by chance; only lines of one width tell that a text is wrapped.
  if (TERMINAL.test(line.text)) return isEven && right >= widest - SLACK;
  if (line.width < FULL || right > WIDEST) return false;
  const isLikeNeighbour = [stanza[index - 1], next].some(
    (other) => other !== undefined && Math.abs(rightOf(other) - right) <= SLACK,
  );
  return isLikeNeighbour || (widest <= WIDEST && full > widest * 0.7);
}

/** Whether a line that ends in the middle of a sentence, before a blank one, was broken because it was full. */
export function isCutOff(line: Line, wrap: number | undefined): boolean {
  return /[，、,]$/.test(line.text) && line.width >= Math.min(FULL, wrap ?? FULL) - SLACK;
}

function rightOf(line: Line): number {
  return line.indent + line.width;
}

// What could not be parted from the beginning of a line: a Latin word, or a wide character with the marks behind it.
function firstWord(text: string): number {
  return widthOf(/^(?:[!-~]{1,30}|.[，。、；：！？）》」』”’]{0,2})/u.exec(text)?.[0] ?? '');
}
