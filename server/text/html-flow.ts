import { decodeString } from 'micromark-util-decode-string';
import type { SegmentKind } from '../core/segment.ts';
import { blockOf } from './shape.ts';
import { isInformative } from './debris.ts';
import type { DraftBlock } from './block.ts';
import { BLOCK, isSilent, piecesOf, writeTag } from './html.ts';
import type { Tag } from './html.ts';
import { BlockWriter } from './writer.ts';

/**
 * The blocks of a stretch of HTML that stands on lines of its own in Markdown: the text of known elements with its marks,
 * block elements as blocks. What `script`, `style` and `svg` hold is debris.
 */
export function blocksOfHtml(source: string, start: number, end: number): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let writer = new BlockWriter(source);
  let shape: { kind: SegmentKind; level: number } = { kind: 'paragraph', level: 0 };
  let silent = '';
  const flush = (next: typeof shape): void => {
    if (!writer.isEmpty) blocks.push(...blockOf(writer, { ...shape, isDebris: silent !== '' }));
    writer = new BlockWriter(source);
    shape = next;
  };

  for (const piece of piecesOf(source, start, end)) {
    if (piece.kind === 'text') writeLines(writer, source, piece.start, piece.end);
    else if (piece.kind === 'reference') writer.append(piece.start, piece.end, decodeString(source.slice(piece.start, piece.end)));
    else if (piece.kind === 'tag') {
      const { tag } = piece;
      if (silent !== '') {
        if (!tag.isClosing || tag.name !== silent) continue;
        flush(shape);
        silent = '';
      } else if (isSilent(tag) && !tag.isClosing) {
        flush(shape);
        silent = tag.name;
      } else if (tag.name === 'img') {
        const alt = tag.attributes.get('alt') ?? '';
        const at = source.slice(piece.start, piece.end).indexOf(alt);
        if (alt.trim() === '' || at === -1) continue;
        flush({ kind: 'caption', level: 0 });
        writer.append(piece.start + at, piece.start + at + alt.length);
        blocks.push(...blockOf(writer, { kind: 'caption', isDebris: !isInformative(alt) }));
        writer = new BlockWriter(source);
        shape = { kind: 'paragraph', level: 0 };
      } else if (BLOCK.has(tag.name)) flush(shapeOf(tag));
      else writeTag(writer, tag);
    }
  }
  flush(shape);
  return blocks;
}

function shapeOf({ name, isClosing }: Tag): { kind: SegmentKind; level: number } {
  if (isClosing) return { kind: 'paragraph', level: 0 };
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
  if (name === 'li' || name === 'dd') return { kind: 'item', level: 1 };
  if (name === 'blockquote') return { kind: 'quote', level: 0 };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption', level: 0 };
  return { kind: 'paragraph', level: 0 };
}

/** Write text whose line ends are no more than spaces. */
export function writeLines(writer: BlockWriter, source: string, start: number, end: number): void {
  let at = start;
  for (const match of source.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    writer.append(at, start + match.index);
    writer.breakLine();
    at = start + match.index + match[0].length;
  }
  writer.append(at, end);
}
