import type { Format } from '../core/document.ts';

/** What a file is by its first bytes: a container, or something that is no text; undefined if it may be text. */
export type Kind = 'zip' | { readonly foreign: string; readonly advice: string };

const SAVE = 'save it as .docx, .html or .txt and import that';
const FOREIGN: readonly (readonly [magic: string, what: string, advice: string])[] = [
  [
    '%PDF-',
    'a PDF',
    'its text has no order that can be relied on; copy the text out of it into a .txt file, or import the .docx or the web page that it was made of',
  ],
  ['\x89PNG', 'a picture (PNG)', 'import a text; Duidu reads no pictures'],
  ['\xff\xd8\xff', 'a picture (JPEG)', 'import a text; Duidu reads no pictures'],
  ['GIF8', 'a picture (GIF)', 'import a text; Duidu reads no pictures'],
  ['\xd0\xcf\x11\xe0', 'a file of an old word processor (.doc)', SAVE],
  ['{\\rtf', 'a file in Rich Text Format', SAVE],
  ['\x1f\x8b', 'packed (gzip)', 'unpack it and import what is in it'],
  ['Rar!', 'packed (RAR)', 'unpack it and import what is in it'],
  ['7z\xbc\xaf', 'packed (7z)', 'unpack it and import what is in it'],
  ['SQLite format 3', 'a database', 'export a text from it and import that'],
  ['\x7fELF', 'a program', 'import a text'],
  ['MZ\x90', 'a program', 'import a text'],
  ['From: <Saved by', 'a web archive (MHTML)', 'save the page again as “HTML only” and import that'],
  ['bplist00', 'a web archive of Safari', 'save the page again as “page source” and import that'],
];

export function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  const found = FOREIGN.find(([magic]) => head.startsWith(magic));
  return found === undefined ? undefined : { foreign: found[1], advice: found[2] };
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mdx: 'markdown',
  txt: 'plain',
  text: 'plain',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  shtml: 'html',
};

/** The format that a file's name says, or else its first characters; undefined if neither does. */
export function formatOf(name: string, source: string): Format | undefined {
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(BY_ENDING, ending)) return BY_ENDING[ending];
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html)\b/i.test(
    source.slice(0, 4000),
  )
    ? 'html'
    : undefined;
}
