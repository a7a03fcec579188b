import type { DraftMark } from '../core/draft.ts';
import type { Part } from '../core/segment.ts';
import type { Span } from '../core/span.ts';

type RangeKind = 'emphasis' | 'strong' | 'deleted' | 'code' | 'link';

// Han, its punctuation, full-width forms, kana: no space belongs between two lines that meet here.
const WIDE = /[\p{Script=Han}\u3000-\u30ff\uff00-\uffef—]/u;
// Of both languages: as wide as what stands beside them.
const EITHER = /[“”‘’…]/;

/** Collects the parts and marks of one block in the order of the source. */
export class BlockWriter {
  text = '';
  readonly parts: Part[] = [];
  readonly marks: DraftMark[] = [];
  readonly debris: Span[] = [];
  /** Offsets at which the source breaks the line on purpose. */
  readonly breaks: number[] = [];
  readonly #source: string;
  readonly #open: { kind: RangeKind; href: string; start: number }[] = [];
  #debrisFrom: number | undefined;
  readonly #isVerbatim: boolean;
  #breaks = false;

  /** `isVerbatim`: spaces at the start of a line are text, as in code. */
  constructor(source: string, isVerbatim = false) {
    this.#source = source;
    this.#isVerbatim = isVerbatim;
  }

  get isEmpty(): boolean {
    return this.text.trim() === '';
  }

  /** Add a range of the source as it stands there, or as `text` where it is written in another way. */
  append(start: number, end: number, text?: string): void {
    if (end <= start) return;
    let from = start;
    const lineStart = this.#breaks || this.text === '';
    if (lineStart && text === undefined && !this.#isVerbatim)
      while (from < end && isBlank(this.#source[from])) from += 1;
    if (from === end) return;
    const piece = text ?? this.#source.slice(from, end);
    const joiner = this.#breaks && this.text !== '' && needsSpace(this.text, piece);
    this.#breaks = false;
    const last = this.parts.at(-1);
    if (last?.end === from && last.text === undefined && text === undefined && !joiner) {
      this.parts[this.parts.length - 1] = { ...last, end };
    } else {
      this.parts.push({
        start: from,
        end,
        ...(joiner && { joiner: ' ' }),
        ...(text !== undefined && { text }),
      });
    }
    this.text += (joiner ? ' ' : '') + piece;
  }

  /**
   * The source goes on in another line: its end is no text, and a space is put where words would meet. `isMeant`: the break is
   * there for the reader, not for the width of the page.
   */
  breakLine(isMeant = false): void {
    const last = this.parts.at(-1);
    if (last !== undefined && last.text === undefined) {
      let { end } = last;
      while (end > last.start + 1 && isBlank(this.#source[end - 1])) end -= 1;
      this.text = this.text.slice(0, this.text.length - (last.end - end));
      this.parts[this.parts.length - 1] = { ...last, end };
    }
    this.#breaks = this.text !== '';
    if (isMeant && this.#breaks) this.breaks.push(this.text.length);
  }

  open(kind: RangeKind, href = ''): void {
    this.#open.push({ kind, href, start: this.text.length });
  }

  close(kind: RangeKind): void {
    const index = this.#open.findLastIndex((mark) => mark.kind === kind);
    const mark = this.#open[index];
    if (mark === undefined) return;
    this.#open.splice(index, 1);
    const span = trimmed(this.text, mark.start, this.text.length);
    if (span.start === span.end) return;
    if (kind === 'link') {
      if (mark.href !== '') this.marks.push({ kind, href: mark.href, ...span });
    } else this.marks.push({ kind, ...span });
  }

  footnote(label: string): void {
    // Behind the text itself, not behind the spaces that follow it.
    const at = this.text.trimEnd().length;
    this.marks.push({ kind: 'footnote', label, start: at, end: at });
  }

  startDebris(): void {
    this.#debrisFrom ??= this.text.length;
  }

  endDebris(): void {
    if (this.#debrisFrom !== undefined && this.#debrisFrom < this.text.length) {
      this.debris.push({ start: this.#debrisFrom, end: this.text.length });
    }
    this.#debrisFrom = undefined;
  }

  /** Close what the source left open. */
  finish(): void {
    for (const { kind } of [...this.#open].reverse()) this.close(kind);
    this.endDebris();
    this.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function needsSpace(before: string, after: string): boolean {
  // A word that was hyphenated goes on; whether the hyphen is its own, nobody knows.
  if (/[a-z]-$/i.test(before.slice(-2)) && /^[a-z]/.test(after)) return false;
  const [last, next] = [[...before.slice(-NEAR)].reverse(), [...after.slice(0, NEAR)]];
  return !isWide(last) && !isWide(next) && !/\s$/.test(before);
}

const NEAR = 8;

/** Whether the first of some characters is, marks of both languages left aside; nothing but those is. */
function isWide(characters: readonly string[]): boolean {
  const first = characters.find((character) => !EITHER.test(character));
  return first === undefined ? characters.length > 0 : WIDE.test(first);
}

// Spaces inside `** … **` are the source's, not the emphasis's.
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text[from])) from += 1;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  return { start: from, end: to };
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
