import { decodeString } from 'micromark-util-decode-string';
import { safeHref } from '../core/href.ts';
import type { BlockWriter } from './writer.ts';

export interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

// Elements that stand in the text's line.
const INLINE = new Set(
  (
    'a abbr acronym audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i iframe img input ins kbd ' +
    'label map mark math meter noscript object output picture progress q rb rp rt rtc ruby s samp script select slot small span ' +
    'strike strong style sub sup svg template textarea time tt u var video wbr'
  ).split(' '),
);
// Elements that begin a block of their own.
export const BLOCK = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav ol optgroup option p ' +
    'param pre search section source summary table tbody td tfoot th thead title tr track ul base'
  ).split(' '),
);
// What these hold is no text of the article.
const SILENT = new Set([
  'script',
  'style',
  'svg',
  'template',
  'iframe',
  'object',
  'math',
  'noscript',
  'head',
]);

const TAG = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[^<>]*|\s*\/)?)>$/is;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** `raw` as the tag of a known HTML element; `undefined` for anything else, which stays as typed. */
export function parseTag(raw: string): Tag | undefined {
  const match = TAG.exec(raw);
  const name = match?.[2]?.toLowerCase() ?? '';
  if (match === null || !(INLINE.has(name) || BLOCK.has(name) || SILENT.has(name))) return undefined;
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single, bare] of (match[3] ?? '').matchAll(ATTRIBUTE)) {
    const value = decodeString(double ?? single ?? bare ?? '');
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), value);
  }
  return { name, isClosing: match[1] === '/', attributes };
}

export function isSilent(tag: Tag): boolean {
  return SILENT.has(tag.name);
}

/** A comment, declaration or processing instruction: markup without text. */
export function isComment(raw: string): boolean {
  return /^<[!?]/.test(raw);
}

/** The address of a link as it is written, but for characters that browsers ignore; '' if no page may link to it. */
export function addressOf(href: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const address = href.trim().replace(/[\u0000-\u001f\u007f]/g, '');
  return safeHref(address) === undefined ? '' : address;
}

/** Write an inline tag as the mark it stands for; a tag that stands for none leaves only its text. */
export function writeTag(writer: BlockWriter, tag: Tag): void {
  const kind = KINDS[tag.name];
  if (tag.name === 'br') writer.breakLine(true);
  else if (kind === undefined) return;
  else if (tag.isClosing) writer.close(kind);
  else writer.open(kind, addressOf(tag.attributes.get('href') ?? ''));
}

const KINDS: Partial<Record<string, 'strong' | 'emphasis' | 'deleted' | 'code' | 'link'>> = {
  a: 'link',
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  s: 'deleted',
  strike: 'deleted',
  del: 'deleted',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

export type Piece =
  | { readonly kind: 'text' | 'reference' | 'markup'; readonly start: number; readonly end: number }
  | { readonly kind: 'tag'; readonly tag: Tag; readonly start: number; readonly end: number };

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]{0,2000}>|<\/?[a-z][^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** Cut raw HTML into text, references and tags, in order and without loss. Offsets are those of `source`. */
export function* piecesOf(source: string, start: number, end: number): Generator<Piece> {
  let at = start;
  for (const match of source.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (at < from) yield { kind: 'text', start: at, end: from };
    const tag = match[0].startsWith('<') ? parseTag(match[0]) : undefined;
    if (tag !== undefined) yield { kind: 'tag', tag, start: from, end: to };
    else if (match[0].startsWith('&')) yield { kind: 'reference', start: from, end: to };
    else yield { kind: isComment(match[0]) ? 'markup' : 'text', start: from, end: to };
    at = to;
  }
  if (at < end) yield { kind: 'text', start: at, end };
}
