import { parse, postprocess, preprocess } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Event, Token } from 'micromark-util-types';
import type { DraftBlock } from './block.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialect.ts';
import { editInPlace } from './edits.ts';
import { addressOf } from './html.ts';
import { blocksOfHtml } from './html-flow.ts';
import { writeInline } from './inline.ts';
import { blockOf, promoteNumbered } from './shape.ts';
import { BlockWriter } from './writer.ts';

editInPlace();

// Made once: extensions are looked up by reference for every document.
const EXTENSIONS = [
  gfmTable(),
  gfmFootnote(),
  gfmStrikethrough({ singleTilde: false }),
  cjkFriendlyExtension(),
];

/**
 * The blocks of a Markdown text, in order, with exact ranges of the source. HTML is never rendered: known elements are reduced to their
 * text and marks, everything else stays as typed. CommonMark 0.31, GFM tables and footnotes, emphasis as `markdown-cjk-friendly` has it.
 */
export function parseMarkdown(source: string): DraftBlock[] {
  const { body, asides } = dialectOf(source);
  const events = postprocess(
    parse({ extensions: EXTENSIONS })
      .document()
      .write(preprocess()(withoutOpenComments(body), 'utf8', true)),
  );
  const blocks = new Walk(source, events).blocks();
  return promoteNumbered(source, withAsides(source, blocks, asides));
}

/** The blocks with what was put aside between them, but for what a block holds already: a tag within raw HTML. */
function withAsides(source: string, blocks: readonly DraftBlock[], asides: Dialect['asides']): DraftBlock[] {
  const all: DraftBlock[] = [];
  const rest = [...asides].reverse();
  let end = 0;
  const putUpTo = (limit: number): void => {
    for (let aside = rest.at(-1); aside !== undefined && aside.start < limit; aside = rest.at(-1)) {
      rest.pop();
      const writer = new BlockWriter(source);
      writer.append(aside.start, aside.end);
      if (aside.start >= end) all.push(...blockOf(writer, { kind: 'paragraph', isDebris: aside.isDebris }));
    }
  };
  for (const block of blocks) {
    putUpTo(block.parts[0]?.start ?? end);
    all.push(block);
    end = block.parts.at(-1)?.end ?? end;
  }
  putUpTo(source.length);
  return all;
}

/** A comment that is never closed is text; told so beforehand, the parser does not look for its end from each of thousands. */
function withoutOpenComments(source: string): string {
  const end = source.lastIndexOf('-->') + 1;
  return source.slice(0, end) + source.slice(end).replaceAll('<!--', '\ue000!--');
}

/** Turns events into blocks: one method per construct, the enclosing lists and quotes kept on a stack. */
class Walk {
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #hrefs: ReadonlyMap<string, string>;
  readonly #out: DraftBlock[] = [];
  readonly #lists: { ordered: boolean; next: number; fresh: boolean; quotes: number }[] = [];
  #quotes = 0;
  #footnote: { label: string; fresh: boolean } | undefined;
  #table: { row: number; column: number; isHead: boolean; fresh: boolean } | undefined;

  constructor(source: string, events: readonly Event[]) {
    this.#source = source;
    this.#events = events;
    this.#hrefs = definitions(source, events);
  }

  blocks(): DraftBlock[] {
    for (let at = 0; at < this.#events.length; at += 1) {
      const event = this.#events[at];
      if (event === undefined) break;
      const [step, token] = event;
      if (step === 'exit') this.#leave(token);
      else at = this.#enter(token, at);
    }
    return this.#out;
  }

  /** @returns the index of the last event that was consumed. */
  #enter(token: Token, at: number): number {
    switch (token.type) {
      case 'atxHeading':
      case 'setextHeading':
      case 'paragraph':
      case 'tableHeader':
      case 'tableData':
        return this.#leaf(token, at);
      case 'codeFenced':
      case 'codeIndented':
        return this.#code(token, at);
      case 'htmlFlow': {
        this.#out.push(...blocksOfHtml(this.#source, token.start.offset, token.end.offset));
        return this.#exitOf(token, at);
      }
      case 'definition':
        return this.#exitOf(token, at);
      case 'blockQuote':
        this.#quotes += 1;
        break;
      case 'listOrdered':
      case 'listUnordered':
        this.#lists.push({
          ordered: token.type === 'listOrdered',
          next: Number.NaN,
          fresh: false,
          quotes: this.#quotes,
        });
        break;
      case 'listItemPrefix':
        this.#startItem();
        break;
      case 'listItemValue':
        this.#numberItem(Number(this.#slice(token)));
        break;
      case 'gfmFootnoteDefinition':
        this.#footnote = { label: '', fresh: true };
        break;
      case 'gfmFootnoteDefinitionLabelString':
        if (this.#footnote) this.#footnote.label = this.#slice(token);
        return this.#exitOf(token, at);
      case 'table':
        this.#table = { row: -1, column: -1, isHead: false, fresh: true };
        break;
      case 'tableRow':
        if (this.#table) this.#table = { ...this.#table, row: this.#table.row + 1, column: -1 };
        break;
      case 'tableHead':
        if (this.#table) this.#table.isHead = true;
        break;
      case 'tableDelimiterRow':
        return this.#exitOf(token, at);
    }
    return at;
  }

  #leave(token: Token): void {
    if (token.type === 'blockQuote') this.#quotes -= 1;
    else if (token.type === 'listOrdered' || token.type === 'listUnordered') this.#lists.pop();
    else if (token.type === 'gfmFootnoteDefinition') this.#footnote = undefined;
    else if (token.type === 'table') this.#table = undefined;
    else if (token.type === 'tableHead' && this.#table) this.#table.isHead = false;
  }

  #startItem(): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.fresh = true;
    list.next += 1;
  }

  // Only the first number counts in CommonMark; the others follow from it.
  #numberItem(value: number): void {
    const list = this.#lists.at(-1);
    if (list !== undefined && Number.isNaN(list.next)) list.next = value;
  }

  #leaf(token: Token, at: number): number {
    const end = this.#exitOf(token, at);
    const inner = this.#events.slice(at + 1, end);
    const isParagraph = token.type === 'paragraph';
    const inline = writeInline(inner, {
      source: this.#source,
      hrefs: this.#hrefs,
      splitsImages: isParagraph,
      from: this.#startOf(token),
      inTable: this.#table !== undefined,
    });
    for (const { writer, caption } of inline) {
      const shape =
        caption === undefined
          ? this.#shape(token, inner)
          : { kind: 'caption' as const, isDebris: !caption.isInformative };
      this.#out.push(...blockOf(writer, shape));
    }
    return end;
  }

  // The box of a task (`[x]`) is markup as the bullet before it is.
  #startOf({ type, start: { offset } }: Token): number {
    const isTask = type === 'paragraph' && this.#lists.at(-1)?.fresh === true;
    return (
      offset + (isTask ? (/^\[[ xX]\]\s/.exec(this.#source.slice(offset, offset + 5))?.[0].length ?? 0) : 0)
    );
  }

  #shape(token: Token, inner: readonly Event[]): Parameters<typeof blockOf>[1] {
    if (token.type.endsWith('Heading')) {
      if (this.#quotes > 0) return { kind: 'quote' };
      return { kind: 'heading', level: headingLevel(this.#source, inner) };
    }
    const table = this.#table;
    if (table !== undefined) {
      table.column += 1;
      const continues = !table.fresh;
      table.fresh = false;
      const cell = { row: table.row, column: table.column, ...(table.isHead && { head: true as const }) };
      return { kind: 'table', cell, continues };
    }
    if (this.#footnote !== undefined) {
      const continues = !this.#footnote.fresh;
      this.#footnote.fresh = false;
      return { kind: 'footnote', label: this.#footnote.label, continues };
    }
    const list = this.#lists.at(-1);
    // A quotation within an item is one; an item within a quotation is an item.
    if (list !== undefined && this.#quotes <= list.quotes) {
      const continues = !list.fresh;
      list.fresh = false;
      const label = list.ordered && !continues ? { label: `${list.next}.` } : {};
      return { kind: 'item', level: this.#lists.length, continues, ...label };
    }
    return { kind: this.#quotes > 0 ? 'quote' : 'paragraph' };
  }

  #code(token: Token, at: number): number {
    const end = this.#exitOf(token, at);
    const writer = new BlockWriter(this.#source, true);
    const lines = this.#events
      .slice(at + 1, end)
      .filter(([step, inner]) => step === 'enter' && inner.type === 'codeFlowValue');
    for (const [index, [, line]] of lines.entries()) {
      const previous = lines[index - 1]?.[1];
      if (previous !== undefined) this.#writeLineEnds(writer, previous.end.offset, line.start.offset);
      writer.append(line.start.offset, line.end.offset);
    }
    this.#out.push(...blockOf(writer, { kind: 'code' }));
    return end;
  }

  #writeLineEnds(writer: BlockWriter, start: number, end: number): void {
    const between = this.#source.slice(start, end);
    for (const match of between.matchAll(/\r\n|\n|\r/g)) {
      const at = start + match.index;
      writer.append(at, at + match[0].length, match[0] === '\n' ? undefined : '\n');
    }
  }

  #exitOf(token: Token, at: number): number {
    let end = at + 1;
    while (end < this.#events.length && this.#events[end]?.[1] !== token) end += 1;
    return end;
  }

  #slice(token: Token): string {
    return this.#source.slice(token.start.offset, token.end.offset);
  }
}

function headingLevel(source: string, inner: readonly Event[]): number {
  for (const [step, token] of inner) {
    if (step !== 'enter') continue;
    if (token.type === 'atxHeadingSequence') return token.end.offset - token.start.offset;
    if (token.type === 'setextHeadingLineSequence') return source[token.start.offset] === '=' ? 1 : 2;
  }
  return 1;
}

/** Addresses of reference links by normalized label; of two with one label the first counts. */
function definitions(source: string, events: readonly Event[]): Map<string, string> {
  const hrefs = new Map<string, string>();
  let label = '';
  for (const [step, token] of events) {
    if (step !== 'enter') continue;
    const text = source.slice(token.start.offset, token.end.offset);
    if (token.type === 'definitionLabelString') label = normalizeIdentifier(text);
    else if (token.type === 'definition') label = '';
    else if (token.type === 'definitionDestinationString' && !hrefs.has(label)) {
      hrefs.set(label, addressOf(decodeString(text)));
    }
  }
  return hrefs;
}
