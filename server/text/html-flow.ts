import { decodeString } from 'micromark-util-decode-string';
import type { DraftBlock } from './block.ts';
import { isInformative } from './debris.ts';
import type { Tag } from './html.ts';
import { BLOCK, isSilent, piecesOf, writeTag } from './html.ts';
import { OpenElements } from './html-elements.ts';
import type { Shape } from './shape.ts';
import { blockOf } from './shape.ts';
import { BlockWriter } from './writer.ts';

/**
 * The blocks of a stretch of HTML that stands on lines of its own in Markdown: the text of known elements with its marks,
 * block elements as blocks, cells as cells. What `script`, `style` and `svg` hold is debris.
 */
export function blocksOfHtml(source: string, start: number, end: number): DraftBlock[] {
  const flow = new Flow(source);
  for (const piece of piecesOf(source, start, end)) {
    if (piece.kind === 'tag') flow.tag(piece.tag, piece.start, piece.end);
    else if (piece.kind !== 'markup') flow.text(piece.start, piece.end, piece.kind === 'reference');
  }
  return flow.finish();
}

/** Makes blocks of tags and texts that come in the order of the source. */
export class Flow {
  readonly #source: string;
  readonly #blocks: DraftBlock[] = [];
  readonly #open = new OpenElements();
  #writer: BlockWriter;
  /** The element whose content is no text of the article, while it is open. */
  #silent = '';
  #isDebris = false;

  constructor(source: string) {
    this.#source = source;
    this.#writer = new BlockWriter(source);
  }

  finish(): DraftBlock[] {
    this.#flush();
    return this.#blocks;
  }

  text(start: number, end: number, isReference: boolean): void {
    if (isReference) this.#writer.append(start, end, decodeString(this.#source.slice(start, end)));
    else writeText(this.#writer, this.#source, start, end, this.#open.isVerbatim);
  }

  /** Whether what comes now belongs to the page and not to the article; it may begin and end within a line. */
  setDebris(isDebris: boolean): void {
    this.#isDebris = isDebris;
    if (isDebris) this.#writer.startDebris();
    else this.#writer.endDebris();
  }

  /** A text as it is written in the source, references and all. `hasTags`: what looks like a tag in it is text. */
  written(start: number, end: number, hasTags: boolean): void {
    for (const piece of piecesOf(this.#source, start, end)) {
      const isText = piece.kind === 'text' || piece.kind === 'reference';
      if (isText || hasTags) this.text(piece.start, piece.end, piece.kind === 'reference');
    }
  }

  /** A new paragraph begins, without a tag that says so. */
  part(): void {
    if (!this.#open.isVerbatim && !this.#open.isCell) this.#flush();
  }

  /** The line ends here within what is verbatim: the range of `<br>`. */
  endLine(start: number, end: number): void {
    if (this.#open.isVerbatim && this.#writer.text !== '') this.#writer.append(start, end, '\n');
  }

  tag(tag: Tag, start: number, end: number): void {
    if (this.#silent !== '') {
      if (!tag.isClosing || tag.name !== this.#silent) return;
      this.#flush();
      this.#silent = '';
    } else if (isSilent(tag) && !tag.isClosing) {
      this.#flush();
      this.#silent = tag.name;
    } else if (tag.name === 'img') this.#image(tag, start, end);
    else if (BLOCK.has(tag.name)) {
      this.#flush();
      this.#open.take(tag);
      this.#renew();
    } else if (!this.#open.isVerbatim) writeTag(this.#writer, tag);
  }

  // In a cell an image is read aloud; elsewhere it stands for itself.
  #image(tag: Tag, start: number, end: number): void {
    const span = altOf(this.#source, start, end, tag);
    if (span === undefined) return;
    const says = isInformative(tag.attributes.get('alt') ?? '');
    if (this.#open.isCell) {
      if (says) this.#writer.append(span.start, span.end);
      return;
    }
    this.#flush();
    this.#writer.append(span.start, span.end);
    this.#flush({ kind: 'caption', isDebris: !says });
  }

  #flush(shape?: Shape): void {
    const isDebris = this.#silent !== '';
    const { isEmpty } = this.#writer;
    if (!isEmpty)
      this.#blocks.push(
        ...blockOf(this.#writer, shape ?? (isDebris ? { kind: 'paragraph', isDebris } : this.#open.shape())),
      );
    this.#renew();
  }

  #renew(): void {
    this.#writer = new BlockWriter(this.#source, this.#open.isVerbatim);
    if (this.#isDebris) this.#writer.startDebris();
  }
}

function altOf(
  source: string,
  start: number,
  end: number,
  tag: Tag,
): { start: number; end: number } | undefined {
  const alt = tag.attributes.get('alt') ?? '';
  const at = source.slice(start, end).indexOf(alt);
  return alt.trim() === '' || at === -1 ? undefined : { start: start + at, end: start + at + alt.length };
}

/** Write text whose line ends are no more than spaces; in `pre` they are text, but for the first. */
function writeText(
  writer: BlockWriter,
  source: string,
  start: number,
  end: number,
  isVerbatim: boolean,
): void {
  let at = start;
  for (const match of source.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    const from = start + match.index;
    const to = from + match[0].length;
    writer.append(at, from);
    if (!isVerbatim) writer.breakLine();
    else if (writer.text !== '') writer.append(from, to, match[0] === '\n' ? undefined : '\n');
    at = to;
  }
  writer.append(at, end);
}
