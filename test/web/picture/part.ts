import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import fc from 'fast-check';
import type { Box } from '../../../server/web/picture/box.ts';
import { collides } from '../../../server/web/picture/box.ts';

const PARTS = join(import.meta.dirname, '../../../views/parts');

/** A part of a page as it is shipped, with what is given to it. */
export function renderPart(name: string, given: Readonly<Record<string, unknown>>): string {
  const filename = join(PARTS, `${name}.ejs`);
  return ejs.render(readFileSync(filename, 'utf8'), given, { filename });
}

/** Every two of them that touch. */
export function collisions(boxes: readonly Box[]): Box[][] {
  return boxes.flatMap((box, place) =>
    boxes.slice(place + 1).flatMap((other) => (collides(box, other) ? [[box, other]] : [])),
  );
}

export function outside(boxes: readonly Box[], frame: { width: number; height: number }): Box[] {
  return boxes.filter(
    ({ x, y, width, height }) =>
      !(x >= 0 && y >= 0 && x + width <= frame.width && y + height <= frame.height),
  );
}

/** Every number of a view that no picture can show. */
export function unshowable(view: unknown): unknown[] {
  if (typeof view === 'number') return Number.isFinite(view) ? [] : [view];
  return typeof view === 'object' && view !== null ? Object.values(view).flatMap(unshowable) : [];
}

/** A view’s paths, in which a number would be text. */
export function brokenPaths(view: unknown): string[] {
  return JSON.stringify(view).match(/"d":"[^"]*(?:NaN|Infinity|undefined)[^"]*"/g) ?? [];
}

/** Names as they come: short, long, in either script, with what would be markup. */
export const names = fc.oneof(
  fc.constantFrom(
    '谷歌',
    'Docker, Inc.',
    '云原生计算基金会',
    'rkt',
    '<i>"\'&</i>',
    '𠮷野家',
    '\u200fABC',
    '',
    'W'.repeat(60),
  ),
  fc.string({ maxLength: 60, size: 'max', unit: 'grapheme' }),
);
