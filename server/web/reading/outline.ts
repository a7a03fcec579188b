import { createHash } from 'node:crypto';
import type { Block, Document } from '../../core/document.ts';

/** The block that is the document's title and so the page's h1; `undefined` if its text does not begin with one. */
export function titleBlockOf(document: Document, blocks: readonly Block[]): Block | undefined {
  const [first] = blocks;
  const [segment, another] = first?.segments ?? [];
  if (first?.kind !== 'heading' || segment === undefined || another !== undefined) return undefined;
  const { title } = document;
  // The digest tells even where the text is not at hand.
  const isTitle = segment.zh === null ? segment.digest === digestOf(title.zh) : segment.zh === title.zh;
  return isTitle ? first : undefined;
}

/**
 * The level of each heading below the page's h1: 2 to 6, deeper by one where the source goes deeper by
 * any number, so that no level is skipped:
 *
 *     source  1  3  3  2  4
 *     page    2  3  3  3  4
 */
export function levelsOf(headings: readonly Block[]): Map<Block, number> {
  const levels = new Map<Block, number>();
  const open: number[] = [];
  for (const heading of headings) {
    while ((open.at(-1) ?? 0) >= heading.level && open.length > 0) open.pop();
    levels.set(heading, Math.min(6, open.length + 2));
    open.push(heading.level);
  }
  return levels;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
