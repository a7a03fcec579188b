import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Event, Token } from 'micromark-util-types';
import { isInformative } from './debris.ts';
import { isComment, isSilent, parseTag, safeHref, writeTag } from './html.ts';
import { BlockWriter } from './writer.ts';

/** A block's text, or an image in a line of its own that stands for a caption. */
export interface Inline {
  readonly writer: BlockWriter;
  readonly caption?: { readonly isInformative: boolean };
}

// Nothing in these is text of the block; `data` within them is an address or a label.
const OPAQUE = new Set(['resource', 'reference', 'gfmFootnoteCall', 'escapeMarker']);

// A line that begins like this was broken on purpose, though CommonMark would join it: a number, a bullet that it does not know, the
// indent of a paragraph, the definition of a term.
const MEANT = /^[ \t]{0,9}(?:\u3000|\d{1,2}(?:[、）)]|[.．](?!\d))|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳•●]|:[ \t])/;

/**
 * The text and marks of a leaf block's events. Where `splitsImages`, an image in a line of its own becomes a caption
 * between the text before and after it; within a line its alternative text is part of the sentence, as it is read aloud.
 * Nothing before `from` is text.
 */
export function writeInline(
  source: string,
  events: readonly Event[],
  hrefs: ReadonlyMap<string, string>,
  { splitsImages, from, inTable = false }: { splitsImages: boolean; from: number; inTable?: boolean },
): Inline[] {
  const done: Inline[] = [];
  let writer = new BlockWriter(source);
  let silent = '';
  const isAlone = loneImages(source);
  const slice = (token: Token): string => source.slice(token.start.offset, token.end.offset);
  const skipTo = (token: Token, at: number): number => {
    let end = at + 1;
    while (end < events.length && events[end]?.[1] !== token) end += 1;
    return end;
  };

  for (let at = 0; at < events.length; at += 1) {
    const event = events[at];
    if (event === undefined) break;
    const [step, token] = event;
    const { offset: start } = token.start;
    const { offset: end } = token.end;
    if (step === 'exit') {
      if (token.type === 'emphasis' || token.type === 'strong') writer.close(token.type);
      else if (token.type === 'strikethrough') writer.close('deleted');
      else if (token.type === 'codeText') writer.close('code');
      else if (token.type === 'link') writer.close('link');
      continue;
    }
    if (OPAQUE.has(token.type) && token.type !== 'gfmFootnoteCall') at = skipTo(token, at);
    switch (token.type) {
      case 'data':
      case 'characterEscapeValue':
        writer.append(Math.max(start, from), end);
        break;
      case 'codeTextData':
        writeCode(writer, source, start, end, inTable);
        break;
      case 'characterReference':
        writer.append(start, end, decodeString(slice(token)));
        at = skipTo(token, at);
        break;
      case 'lineEnding':
        writer.breakLine(MEANT.test(source.slice(end, end + 16)));
        break;
      case 'hardBreakTrailing':
      case 'hardBreakEscape':
        writer.breakLine(true);
        break;
      case 'emphasis':
      case 'strong':
        writer.open(token.type);
        break;
      case 'strikethrough':
        writer.open('deleted');
        break;
      case 'codeText':
        writer.open('code');
        break;
      case 'autolinkProtocol':
      case 'autolinkEmail': {
        const address = slice(token);
        writer.open('link', safeHref(token.type === 'autolinkEmail' ? `mailto:${address}` : address));
        writer.append(start, end);
        writer.close('link');
        break;
      }
      case 'link':
        writer.open('link', hrefOf(source, events, at, skipTo(token, at), hrefs));
        break;
      case 'image': {
        const last = skipTo(token, at);
        const caption = new BlockWriter(source);
        const [alt] = writeInline(source, events.slice(at + 1, last), hrefs, { splitsImages: false, from });
        if (splitsImages && silent === '' && isAlone(start, end)) {
          if (!writer.isEmpty) done.push({ writer });
          for (const part of alt?.writer.parts ?? []) caption.append(part.start, part.end, part.text);
          done.push({ writer: caption, caption: { isInformative: isInformative(caption.text) } });
          writer = new BlockWriter(source);
        } else if (isInformative(alt?.writer.text ?? '')) {
          for (const part of alt?.writer.parts ?? []) writer.append(part.start, part.end, part.text);
        }
        at = last;
        break;
      }
      case 'gfmFootnoteCall': {
        const last = skipTo(token, at);
        const label = events.slice(at, last).find(([, inner]) => inner.type === 'gfmFootnoteCallString');
        if (label !== undefined) writer.footnote(slice(label[1]));
        at = last;
        break;
      }
      case 'htmlText': {
        silent = writeHtml(writer, source, token, silent);
        at = skipTo(token, at);
        break;
      }
    }
  }
  if (!writer.isEmpty) done.push({ writer });
  return done;
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
    if (token.type === 'resourceDestinationString') return safeHref(decodeString(text));
    if (token.type === 'resource') return '';
    if (token.type === 'referenceString') return hrefs.get(normalizeIdentifier(text)) ?? '';
    if (token.type === 'labelText') label = text;
  }
  return hrefs.get(normalizeIdentifier(label)) ?? '';
}
