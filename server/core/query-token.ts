import type { FieldName } from './query-field.ts';
import { fieldMeant, fieldNamed } from './query-field.ts';
import type { Span } from './span.ts';

/** A piece of a query, at its place in the query as typed. */
export type Token = Span &
  Piece & {
    /** What one sees of it; of a phrase without its marks, of a field without its colon. */
    readonly text: string;
    /** No white space stands before it. */
    readonly glued: boolean;
  };

export type Piece =
  | { readonly kind: 'open' | 'close' | 'or' | 'minus' }
  /** A quotation mark that encloses nothing. */
  | { readonly kind: 'stray' }
  | { readonly kind: 'word'; readonly slip?: Slip }
  /** `missing` is the mark that should have ended it; it reaches to the end of the query. */
  | { readonly kind: 'phrase'; readonly missing?: string }
  | { readonly kind: 'field'; readonly name: FieldName };

/** A word that begins as a misspelt field does; `end` is where the name ends in the query as typed. */
export interface Slip {
  readonly name: string;
  readonly end: number;
  readonly meant: string;
}

// Control characters, marks of direction, joiners, halves of surrogate pairs: nobody sees them and nobody looks for them.
const INVISIBLE = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** `text` without the characters that nobody sees. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

// What ends a word wherever it stands. An apostrophe does not, nor a dot or a comma between digits.
const BREAK = String.raw`[[\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>\|｜＂",;!?¡¿*：，。、；？！…—–―～〜]--’]`;
// What belongs to a word only within it.
const EDGE = String.raw`[\p{P}[[\p{Sm}\p{Sk}]--[\p{Extended_Pictographic}\p{Emoji_Modifier}]]]`;
const INNER = String.raw`(?:(?<=\d),(?=\d)|[^${BREAK}])`;

const AT_BREAK = new RegExp(`^${BREAK}`, 'v');
const LEAD = new RegExp(`[${EDGE}--${BREAK}]+`, 'vy');
// `C++`, `C#`, `50%` and the date `2014~` end in what other words do not.
const TAIL = String.raw`(?:(?<=[A-Za-z\d])[+#]{1,2}|(?<=\d)[~%])?`;
const CHUNK = new RegExp(`${INNER}+`, 'vy');
const WORD = new RegExp(`^.*[^${EDGE}]${TAIL}`, 'v');
const SEARCHABLE = new RegExp(`[^${BREAK}${EDGE}]`, 'v');
const FIELD = /(\p{L}+)[:：]/uy;
const BARS = /[|｜]+/y;

// Input methods alternate between the two marks and get out of step: any of a group opens, and any of it closes.
const QUOTES: readonly { readonly open: RegExp; readonly close: RegExp }[] = [
  { open: /["＂“”„‟]/, close: /["＂“”„‟]/g },
  { open: /「/, close: /」/g },
  { open: /«/, close: /»/g },
];
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['＂', '＂'],
  ['“', '”'],
  ['”', '”'],
  ['「', '」'],
  ['«', '»'],
]);

/**
 * A query cut into its pieces, in order. What means nothing is left out:
 *
 *     text      +docker, -"swarm mode" (CRI-O | title：runC)
 *     tokens    docker - "swarm mode" ( CRI-O | title： runC )
 */
export function tokensOf(text: string): Token[] {
  return new Lexer(text).tokens();
}

class Lexer {
  /** What one sees of the query, and where each unit of it stands in the query as typed. */
  readonly #seen: string;
  readonly #offsets: readonly number[];
  readonly #found: Token[] = [];
  #at = 0;
  #glued = true;

  constructor(text: string) {
    this.#seen = visible(text);
    const hidden = new Set<number>();
    for (const { 0: character, index } of text.matchAll(INVISIBLE)) {
      for (let unit = 0; unit < character.length; unit += 1) hidden.add(index + unit);
    }
    this.#offsets = Array.from({ length: text.length }, (_, unit) => unit).filter(
      (unit) => !hidden.has(unit),
    );
  }

  tokens(): Token[] {
    while (this.#at < this.#seen.length) this.#step();
    return this.#found;
  }

  #step(): void {
    const here = this.#seen[this.#at] ?? '';
    if (/\s/.test(here)) {
      this.#glued = false;
      this.#at += 1;
    } else if (/[(（]/.test(here)) this.#take({ kind: 'open' }, 1);
    else if (/[)）]/.test(here)) this.#take({ kind: 'close' }, 1);
    else if (/[|｜]/.test(here)) this.#take({ kind: 'or' }, this.#match(BARS).length);
    else if (/[」»]/.test(here)) this.#take({ kind: 'stray' }, 1);
    else if (QUOTES.some(({ open }) => open.test(here))) this.#quotation(here);
    else if (this.#isMinus()) this.#take({ kind: 'minus' }, 1);
    else if (AT_BREAK.test(here)) this.#at += 1;
    else this.#chunk();
  }

  // `CRI-O` and `--privileged` are words, and `->` is nothing.
  #isMinus(): boolean {
    const [before, here, after] = [-1, 0, 1].map((by) => this.#seen[this.#at + by] ?? ' ');
    return (
      !this.#expectsValue() &&
      /[-－]/.test(here ?? '') &&
      AT_BREAK.test(before ?? '') &&
      !/[-－]/.test(after ?? '') &&
      (!AT_BREAK.test(after ?? '') || /[\s()（）|｜"＂“”„‟「«]/.test(after ?? ''))
    );
  }

  #quotation(mark: string): void {
    const close = QUOTES.find(({ open }) => open.test(mark))?.close ?? /$/g;
    close.lastIndex = this.#at + 1;
    const end = close.exec(this.#seen)?.index;
    const inside = this.#seen.slice(this.#at + 1, end);
    const text = inside.trim().replace(/\s+/g, ' ');
    if (SEARCHABLE.test(text)) {
      const length = end === undefined ? inside.trimEnd().length + 1 : inside.length + 2;
      const missing = CLOSING.get(mark) ?? '"';
      this.#take({ kind: 'phrase', ...(end === undefined && { missing }) }, length, text);
    } else if (end === undefined) this.#take({ kind: 'stray' }, 1);
    else this.#at = end + 1;
  }

  #chunk(): void {
    this.#at += this.#match(LEAD).length;
    const chunk = this.#match(CHUNK);
    const word = WORD.exec(chunk)?.[0];
    if (word === undefined) {
      this.#at += chunk.length;
      return;
    }
    // What follows a field is its value, even if it looks like a field or an operator.
    const isValue = this.#expectsValue();
    const name = isValue ? '' : this.#match(FIELD).slice(0, -1);
    const field = fieldNamed(name);
    if (field !== undefined) this.#take({ kind: 'field', name: field }, name.length + 1, name);
    else if (!isValue && /^[OＯ][RＲ]$/.test(word)) this.#take({ kind: 'or' }, word.length);
    else {
      const slip = this.#slip(name);
      this.#take({ kind: 'word', ...(slip !== undefined && { slip }) }, word.length);
      // The rest of the chunk is noise: `foo*-`.
      this.#at += chunk.length - word.length;
    }
  }

  #expectsValue(): boolean {
    return this.#glued && this.#found.at(-1)?.kind === 'field';
  }

  #slip(name: string): Slip | undefined {
    const meant = fieldMeant(name);
    const value = this.#seen[this.#at + name.length + 1] ?? ' ';
    if (meant === undefined || /[\s/]/.test(value)) return undefined;
    return { name, meant, end: this.#place(this.#at, this.#at + name.length).end };
  }

  #take(piece: Piece, length: number, text?: string): void {
    const end = this.#at + length;
    const token = {
      ...this.#place(this.#at, end),
      text: text ?? this.#seen.slice(this.#at, end),
      glued: this.#glued,
    };
    this.#found.push({ ...token, ...piece });
    this.#at = end;
    this.#glued = true;
  }

  #place(start: number, end: number): Span {
    return { start: this.#offsets[start] ?? 0, end: (this.#offsets[end - 1] ?? 0) + 1 };
  }

  /** What `pattern` matches here, or `''`. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#seen)?.[0] ?? '';
  }
}
