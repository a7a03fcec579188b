import { isFurniture } from './debris.ts';

/** One line of a plain text, without the white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns: wide characters count two. */
  readonly width: number;
  /** By full-width spaces, as the first line of a paragraph is. */
  readonly isIndented: boolean;
}

/** Consecutive lines without a blank one between them. */
export type Stanza = readonly Line[];

/** A text's lines in stanzas, in order. A form feed ends a stanza too. */
export function stanzasOf(source: string): Stanza[] {
  const stanzas: Line[][] = [];
  let open: Line[] | undefined;
  for (const match of source.matchAll(/[^\r\n\f]*(\r\n|\n|\r|\f|$)/g)) {
    const raw = match[0].slice(0, match[0].length - (match[1]?.length ?? 0));
    // A line of strokes or stars only sets others apart.
    const text = RULE.test(raw) ? '' : raw.trim();
    if (text !== '') {
      const start = match.index + raw.indexOf(text);
      const line = { start, end: start + text.length, text, width: widthOf(text), isIndented: /^\s*\u3000/.test(raw) };
      if (open === undefined) {
        open = [line];
        stanzas.push(open);
      } else open.push(line);
    }
    if (text === '' || match[1] === '\f') open = undefined;
  }
  return stanzas;
}

const RULE = /^\s*(?:[*\-–—_=~#+·•.]\s*){3,}$/;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

export const TERMINAL = /[。！？!?…：:；;”』」》）)]$/;
const CLOSING_START = /^[，。、；：！？）》」』”’,.;:!?)\]]/;
// A line this wide was broken because it was full, not because it was finished.
const FULL = 40;

/** Whether `next`, in the line below, goes on with what `line` says. */
export function continues(line: Line, next: Line, stanza: Stanza): boolean {
  if (isFurniture(line.text) || isFurniture(next.text)) return false;
  if (CLOSING_START.test(next.text)) return true;
  if (TERMINAL.test(line.text)) return isWrapped(line, stanza);
  return line.width >= FULL;
}

// A sentence may end where its line is full by chance; only lines of one width tell that a text is wrapped.
function isWrapped(line: Line, stanza: Stanza): boolean {
  const widest = Math.max(...stanza.map(({ width }) => width));
  const full = stanza.filter(({ width }) => width >= widest - 4).length;
  return widest >= FULL && line.width >= widest - 4 && full >= 2 && full >= stanza.length / 2;
}
