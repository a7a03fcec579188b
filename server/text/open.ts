import type { Encoding, Format } from '../core/document.ts';
import { ENCODINGS } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Asked, Matter, Opened, OpenedText } from '../core/opened.ts';
import { DomainError } from '../core/refusal.ts';
import { decode } from './decode.ts';
import { frontMatterOf } from './dialect.ts';
import { openDocx } from './docx.ts';
import type { Detected } from './encoding.ts';
import { detectEncoding, isBinary } from './encoding.ts';
import { openEpub } from './epub.ts';
import { languageOf } from './frequent.ts';
import { formatOf, kindOf } from './kind.ts';
import { readPage } from './page.ts';
import { parseText, segmentsOfBlocks } from './parse.ts';
import { unzip } from './zip.ts';

/** The longest text, in bytes: some twenty thousand lines, longer than any article and most books. */
export const LONGEST_TEXT = 5_000_000;
/** The longest file that holds more than its text: a saved page with its pictures, a book. */
export const LONGEST_FILE = 32_000_000;
/** As many as a ledger bears. */
export const MOST_SEGMENTS = 50_000;

/**
 * A file that is to be imported, taken apart: one text, or those of a book.
 * @throws DomainError `invalid` or `too-large` with what is wrong and what to do; the message says it of the file, without its name.
 */
export function openFile(bytes: Uint8Array, asked: Asked): Opened {
  if (bytes.length === 0) throw new DomainError('invalid', 'it is empty');
  const kind = kindOf(bytes);
  if (kind === 'zip') return openContainer(bytes);
  if (kind !== undefined) throw new DomainError('invalid', `it is ${kind.foreign}: ${kind.advice}`);
  const { encoding, source, isSaid } = decoded(bytes, asked.encoding);
  mustBeText(source);
  const format = asked.format ?? formatOf(asked.name, source);
  if (format === undefined)
    throw new DomainError(
      'invalid',
      'its name does not say what it is; say --format markdown, --format plain or --format html',
    );
  mustBeBounded(bytes, format);
  const remark =
    isSaid || encoding === 'utf-8'
      ? []
      : [`it is read as ${nameOf(encoding)}; if that is wrong, say --encoding`];
  return { texts: [textOf(bytes, source, encoding, format)], remarks: remark };
}

function openContainer(bytes: Uint8Array): Opened {
  mustBeBounded(bytes, 'html');
  const files = unzip(bytes);
  const book = files.has('META-INF/container.xml') ? openEpub(files) : undefined;
  const paper = book === undefined && files.has('word/document.xml') ? openDocx(files) : undefined;
  const opened = book ?? paper;
  if (opened === undefined)
    throw new DomainError(
      'invalid',
      'it is a ZIP and neither an EPUB nor a DOCX; unpack it and import the files in it',
    );
  const texts = opened.pages.map((html) => textOf(Buffer.from(html, 'utf8'), html, 'utf-8', 'html'));
  const filled = texts.filter(({ drafts }) => drafts.some((draft) => !draft.debris));
  if (filled.length === 0) throw new DomainError('invalid', 'it has no text');
  return {
    texts: filled,
    container: { kind: book === undefined ? 'docx' : 'epub', ...opened.matter },
    remarks: opened.remarks,
  };
}

function textOf(bytes: Uint8Array, source: string, encoding: Encoding, format: Format): OpenedText {
  const { drafts, matter } = parsed(source, format);
  if (drafts.length > MOST_SEGMENTS)
    throw new DomainError(
      'too-large',
      `it has ${drafts.length} segments, and more than ${MOST_SEGMENTS} are not read; cut it into several files`,
    );
  const text = drafts.flatMap((draft) => (draft.debris ? [] : [draft.text])).join('\n');
  return { ...matter, bytes, format, encoding, language: languageOf(text), drafts };
}

function parsed(source: string, format: Format): { drafts: DraftSegment[]; matter: Matter } {
  if (format === 'markdown') mustBeShallow(source);
  if (format === 'html') {
    const { blocks, matter } = readPage(source);
    return { drafts: segmentsOfBlocks(source, blocks), matter };
  }
  return { drafts: parseText(source, format), matter: format === 'markdown' ? frontMatterOf(source) : {} };
}

/** The characters of a text, in the encoding that is said, or that its bytes show. */
function decoded(
  bytes: Uint8Array,
  said: Encoding | undefined,
): { encoding: Encoding; source: string; isSaid: boolean } {
  if (said !== undefined) {
    const as = decode(bytes, said);
    if (as.kind === 'decoded') return { encoding: said, source: as.source, isSaid: true };
    throw new DomainError(
      'invalid',
      `it is no ${nameOf(said)} from byte ${as.offset} on; say another --encoding`,
    );
  }
  const detected = detectEncoding(bytes);
  if (detected.kind === 'detected') return { ...detected, isSaid: false };
  return { ...asDeclared(bytes, detected), isSaid: false };
}

const DECLARED =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w-]{2,20})/i;

/** A page says its encoding itself; it is believed where its bytes allow it. */
function asDeclared(
  bytes: Uint8Array,
  { candidates }: Extract<Detected, { kind: 'unsure' }>,
): { encoding: Encoding; source: string } {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const match = DECLARED.exec(head);
  const encoding = encodingCalled(match?.[1] ?? match?.[2] ?? '');
  const as = encoding === undefined ? undefined : decode(bytes, encoding);
  if (encoding !== undefined && as?.kind === 'decoded') return { encoding, source: as.source };
  if (isBinary(bytes))
    throw new DomainError(
      'invalid',
      'it is no text: its bytes are those of a program, a picture or a packed file; import a text',
    );
  const utf8 = decode(bytes);
  const from = utf8.kind === 'undecodable' ? utf8.offset : 0;
  const hint = candidates.length === 0 ? `one of ${ENCODINGS.join(', ')}` : candidates.join(' or ');
  throw new DomainError(
    'invalid',
    `it is no UTF-8 from byte ${from} on, and its bytes do not show what else it is; if it is a text, say --encoding with ${hint}`,
  );
}

/** An encoding by any of the names that the web has for it: `gbk`, `gb2312`, `big5-hkscs`. */
export function encodingCalled(label: string): Encoding | undefined {
  let name = label.trim().toLowerCase();
  try {
    name = new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
  return ENCODINGS.find((one) => one === (name === 'gbk' ? 'gb18030' : name));
}

function nameOf(encoding: Encoding): string {
  return {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16 (little-endian)',
    'utf-16be': 'UTF-16 (big-endian)',
    gb18030: 'GB18030 (GBK)',
    big5: 'Big5',
  }[encoding];
}

function mustBeBounded({ length }: Uint8Array, format: Format): void {
  const most = format === 'html' ? LONGEST_FILE : LONGEST_TEXT;
  if (length <= most) return;
  const [has, may] = [length, most].map((bytes) => `${(bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1)} MB`);
  throw new DomainError('too-large', `it has ${has}, and at most ${may} are read; cut it into several files`);
}

function mustBeText(source: string): void {
  const at = source.indexOf('\0');
  if (at !== -1)
    throw new DomainError(
      'invalid',
      `it is no text, or a damaged one: character ${at + 1} is NUL; take such characters out, or say --encoding if it is a text`,
    );
}

// A list or quotation within a hundred others: nobody writes that, and a parser takes time and memory with the square of it.
const DEEP =
  /^(?:[ \t]{200,}(?:[-*+]|\d{1,9}[.)])[ \t]|(?:[ \t]{0,3}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100,})/m;

function mustBeShallow(source: string): void {
  const match = DEEP.exec(source);
  if (match === null) return;
  const line = source.slice(0, match.index).split('\n').length;
  throw new DomainError(
    'invalid',
    `the lists or quotations at line ${line} lie a hundred deep in one another; take indents or marks away there`,
  );
}
