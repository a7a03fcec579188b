import { decodeString } from 'micromark-util-decode-string';
import { isInformative } from './debris.ts';
import type { DraftBlock } from './block.ts';
import { BLOCK, isSilent, piecesOf, writeTag } from './html.ts';
import type { Tag } from './html.ts';
import { OpenElements } from './html-elements.ts';
import { blockOf } from './shape.ts';
import { BlockWriter } from './writer.ts';

/**
 * The blocks of a stretch of HTML that stands on lines of its own in Markdown: the text of known elements with its marks,
 * block elements as blocks, cells as cells. What `script`, `style` and `svg` hold is debris.
 */
export function blocksOfHtml(source: string, start: number, end: number): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  const open = new OpenElements();
  let writer = new BlockWriter(source);
  let silent = '';
  const flush = (): void => {
    if (!writer.isEmpty) blocks.push(...blockOf(writer, silent === '' ? open.shape() : { kind: 'paragraph', isDebris: true }));
  };
  const renew = (): void => {
    writer = new BlockWriter(source, open.isVerbatim);
  };

  for (const piece of piecesOf(source, start, end)) {
    if (piece.kind === 'text') writeText(writer, source, piece.start, piece.end, open.isVerbatim);
    else if (piece.kind === 'reference') writer.append(piece.start, piece.end, decodeString(source.slice(piece.start, piece.end)));
    else if (piece.kind === 'tag') {
      const { tag } = piece;
      if (silent !== '') {
        if (!tag.isClosing || tag.name !== silent) continue;
        flush();
        silent = '';
        renew();
      } else if (isSilent(tag) && !tag.isClosing) {
        flush();
        silent = tag.name;
        renew();
      } else if (tag.name === 'img') {
        const span = altOf(source, piece.start, piece.end, tag);
        if (span === undefined) continue;
        if (open.isCell) {
          if (isInformative(tag.attributes.get('alt') ?? '')) writer.append(span.start, span.end);
          continue;
        }
        flush();
        writer = new BlockWriter(source);
        writer.append(span.start, span.end);
        blocks.push(...blockOf(writer, { kind: 'caption', isDebris: !isInformative(tag.attributes.get('alt') ?? '') }));
        renew();
      } else if (BLOCK.has(tag.name)) {
        flush();
        open.take(tag);
        renew();
      } else if (!open.isVerbatim) writeTag(writer, tag);
    }
  }
  flush();
  return blocks;
}

function altOf(source: string, start: number, end: number, tag: Tag): { start: number; end: number } | undefined {
  const alt = tag.attributes.get('alt') ?? '';
  const at = source.slice(start, end).indexOf(alt);
  return alt.trim() === '' || at === -1 ? undefined : { start: start + at, end: start + at + alt.length };
}

/** Write text whose line ends are no more than spaces; in `pre` they are text, but for the first. */
function writeText(writer: BlockWriter, source: string, start: number, end: number, isVerbatim: boolean): void {
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
