import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Event, Token } from 'micromark-util-types';
import { isInformative } from './debris.ts';
import { addressOf, isComment, isSilent, parseTag, writeTag } from './html.ts';
import { BlockWriter } from './writer.ts';

/** A block's text, or an image in a line of its own that stands for a caption. */
export interface Inline {
  readonly writer: BlockWriter;
  readonly caption?: { readonly isInformative: boolean };
}

// Nothing in these is text of the block; `data` within them is an address or a label.
const OPAQUE = new Set(['resource', 'reference', 'escapeMarker']);

// A line that begins like this was broken on purpose, though CommonMark would join it: a number, a bullet that it does not know, the
// indent of a paragraph, the definition of a term.
const MEANT =
  /^[ \t]{0,9}(?:\u3000|\d{1,2}(?:[、）)]|[.．](?!\d))|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳•●]|:[ \t])/;

const RANGES: Partial<Record<string, 'emphasis' | 'strong' | 'deleted' | 'code' | 'link'>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  strikethrough: 'deleted',
  codeText: 'code',
  link: 'link',
};

/** Where a leaf block stands, and what is asked of it. */
export interface InlineContext {
  readonly source: string;
  readonly hrefs: ReadonlyMap<string, string>;
  /** An image in a line of its own becomes a caption between the text before and after it. */
  readonly splitsImages: boolean;
  /** Nothing before this offset is text. */
  readonly from: number;
  readonly inTable: boolean;
}

/** The text and marks of a leaf block's events. Within a line an image's alternative text is part of the sentence, as it is read aloud. */
export function writeInline(events: readonly Event[], context: InlineContext): Inline[] {
  return new InlineWriter(events, context).inlines();
}

class InlineWriter {
  readonly #events: readonly Event[];
  readonly #context: InlineContext;
  readonly #source: string;
  readonly #done: Inline[] = [];
  readonly #isAlone: (start: number, end: number) => boolean;
  #writer: BlockWriter;
  /** The element whose content is no text (`svg`, `script` …), while it is open. */
  #silent = '';

  constructor(events: readonly Event[], context: InlineContext) {
    this.#events = events;
    this.#context = context;
    this.#source = context.source;
    this.#isAlone = loneImages(context.source);
    this.#writer = new BlockWriter(context.source);
  }

  inlines(): Inline[] {
    for (let at = 0; at < this.#events.length; at += 1) {
      const event = this.#events[at];
      if (event === undefined) break;
      const [step, token] = event;
      const range = RANGES[token.type];
      if (step === 'exit') {
        if (range !== undefined) this.#writer.close(range);
      } else if (range !== undefined) this.#writer.open(range, range === 'link' ? this.#hrefOf(at) : '');
      else at = this.#enter(token, at);
    }
    if (!this.#writer.isEmpty) this.#done.push({ writer: this.#writer });
    return this.#done;
  }

  /** @returns the index of the last event that was consumed. */
  #enter(token: Token, at: number): number {
    const { offset: start } = token.start;
    const { offset: end } = token.end;
    switch (token.type) {
      case 'data':
      case 'characterEscapeValue':
        this.#writer.append(Math.max(start, this.#context.from), end);
        return at;
      case 'codeTextData':
        writeCode(this.#writer, this.#source, start, end, this.#context.inTable);
        return at;
      case 'characterReference':
        this.#writer.append(start, end, decodeString(this.#slice(token)));
        return this.#exitOf(at);
      case 'lineEnding':
        this.#writer.breakLine(MEANT.test(this.#source.slice(end, end + 16)));
        return at;
      case 'hardBreakTrailing':
      case 'hardBreakEscape':
        this.#writer.breakLine(true);
        return at;
      case 'autolinkProtocol':
      case 'autolinkEmail':
        this.#writer.open(
          'link',
          addressOf((token.type === 'autolinkEmail' ? 'mailto:' : '') + this.#slice(token)),
        );
        this.#writer.append(start, end);
        this.#writer.close('link');
        return at;
      case 'image':
        return this.#image(token, at);
      case 'gfmFootnoteCall':
        return this.#footnote(at);
      case 'htmlText':
        this.#silent = writeHtml(this.#writer, this.#source, token, this.#silent);
        return this.#exitOf(at);
    }
    return OPAQUE.has(token.type) ? this.#exitOf(at) : at;
  }

  #image(token: Token, at: number): number {
    const last = this.#exitOf(at);
    const [inline] = writeInline(this.#events.slice(at + 1, last), { ...this.#context, splitsImages: false });
    const alt = inline?.writer;
    if (
      this.#context.splitsImages &&
      this.#silent === '' &&
      this.#isAlone(token.start.offset, token.end.offset)
    ) {
      if (!this.#writer.isEmpty) this.#done.push({ writer: this.#writer });
      const caption = new BlockWriter(this.#source);
      for (const part of alt?.parts ?? []) caption.append(part.start, part.end, part.text);
      this.#done.push({ writer: caption, caption: { isInformative: isInformative(caption.text) } });
      this.#writer = new BlockWriter(this.#source);
    } else if (isInformative(alt?.text ?? '')) {
      for (const part of alt?.parts ?? []) this.#writer.append(part.start, part.end, part.text);
    }
    return last;
  }

  #footnote(at: number): number {
    const last = this.#exitOf(at);
    const label = this.#events.slice(at, last).find(([, inner]) => inner.type === 'gfmFootnoteCallString');
    if (label !== undefined) this.#writer.footnote(this.#slice(label[1]));
    return last;
  }

  #hrefOf(at: number): string {
    return hrefOf(this.#source, this.#events, at, this.#exitOf(at), this.#context.hrefs);
  }

  #exitOf(at: number): number {
    const token = this.#events[at]?.[1];
    let end = at + 1;
    while (end < this.#events.length && this.#events[end]?.[1] !== token) end += 1;
    return end;
  }

  #slice(token: Token): string {
    return this.#source.slice(token.start.offset, token.end.offset);
  }
}

// In the cell of a table a stroke is escaped even within code.
function writeCode(writer: BlockWriter, source: string, start: number, end: number, inTable: boolean): void {
  let at = start;
  if (inTable) {
    for (const match of source.slice(start, end).matchAll(/\\(?=\|)/g)) {
      writer.append(at, start + match.index);
      at = start + match.index + 1;
    }
  }
  writer.append(at, end);
}

/** @returns the silent element (`svg`, `script` …) that is open behind this token, or ''. */
function writeHtml(writer: BlockWriter, source: string, token: Token, silent: string): string {
  const { offset: start } = token.start;
  const { offset: end } = token.end;
  const raw = source.slice(start, end);
  const tag = parseTag(raw);
  if (isComment(raw)) return silent;
  if (silent !== '') {
    if (tag === undefined || !tag.isClosing || tag.name !== silent) return silent;
    writer.endDebris();
    return '';
  }
  if (tag === undefined) {
    writer.append(start, end);
    return silent;
  }
  if (isSilent(tag) && !tag.isClosing && !raw.endsWith('/>')) {
    writer.startDebris();
    return tag.name;
  }
  const alt = tag.name === 'img' ? (tag.attributes.get('alt') ?? '') : '';
  if (isInformative(alt)) {
    const at = raw.indexOf(alt);
    if (at !== -1) writer.append(start + at, start + at + alt.length);
  } else writeTag(writer, tag);
  return silent;
}

// What may stand in a line beside an image that stands for itself: further images, links around them, the marks of lists and quotes.
// Bounded, so that a line of nothing but brackets costs no more than its length.
const IMAGE = /!\[[^\]\n]{0,1000}\]\([^)\n]{0,2000}\)/g;
const SHELL = /\[\s{0,9}\]\([^)\n]{0,2000}\)/g;

/** Tells whether an image stands in a line of its own. A line is looked at once, however many images it has. */
function loneImages(source: string): (start: number, end: number) => boolean {
  let [from, to, isLone] = [0, -1, false];
  return (start, end) => {
    if (from <= start && end <= to) return isLone;
    from = source.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = source.indexOf('\n', end);
    to = lineEnd === -1 ? source.length : lineEnd;
    const rest = source.slice(from, to).replace(IMAGE, '').replace(SHELL, '');
    isLone = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s*)?$/.test(rest);
    return isLone;
  };
}

function hrefOf(
  source: string,
  events: readonly Event[],
  from: number,
  to: number,
  hrefs: ReadonlyMap<string, string>,
): string {
  let label = '';
  // Nested images have addresses of their own; the link's comes last.
  for (const [step, token] of events.slice(from, to).toReversed()) {
    if (step !== 'enter') continue;
    const text = source.slice(token.start.offset, token.end.offset);
    if (token.type === 'resourceDestinationString') return addressOf(decodeString(text));
    if (token.type === 'resource') return '';
    if (token.type === 'referenceString') return hrefs.get(normalizeIdentifier(text)) ?? '';
    if (token.type === 'labelText') label = text;
  }
  return hrefs.get(normalizeIdentifier(label)) ?? '';
}
