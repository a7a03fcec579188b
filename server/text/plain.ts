import { blockOf, promoteNumbered } from './shape.ts';
import type { Shape } from './shape.ts';
import { isCaption, isFurniture } from './debris.ts';
import type { DraftBlock } from './block.ts';
import { continues, stanzasOf, TERMINAL } from './lines.ts';
import type { Line } from './lines.ts';
import { BlockWriter } from './writer.ts';

/** A paragraph, item or heading candidate: lines that belong together, and what stood before its text. */
interface Group {
  readonly lines: readonly Line[];
  /** Nothing else in its stanza. */
  readonly isAlone: boolean;
}

const BULLET = /^(?:[•·●○▪■◆◇►▶‣⁃]\s*|[-–—*+]\s+)/;
const ORDINAL = /^(?:\d{1,2}(?:[)）、]|[.．](?!\d))\s*|[（(]\d{1,2}[)）]\s*|[①-⑳]\s*)/;
const SECTION = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s+\S/;
const CHAPTER = /^第[一二三四五六七八九十百零\d]+[章节篇回卷部]/;
const HAN_ORDINAL = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const BACK_LINK = /\s{0,9}↩\ufe0e?$/;
const REFERENCE = /\[(\d{1,3})\]/g;
// Half-width or full-width punctuation of a sentence.
const SENTENCE = /[，。；！？,;!?…]|[:：]$/;
const MAX_HEADING = 60;
const MAX_SHORT_HEADING = 40;
// A line that comes back this often is a running title.
const RUNNING = 3;

/**
 * The blocks of a text that has no markup: lines broken in the middle of a sentence are joined; numbers, bullets, shortness and blank
 * lines tell headings and items; a running title is kept where it first stands. What no rule can know, the ledger says.
 */
export function parsePlain(source: string): DraftBlock[] {
  const groups = groupsOf(source);
  const titles = runningTitles(groups);
  const footnotes = footnoteLabels(groups);
  const seen = new Set<string>();
  const blocks: DraftBlock[] = [];
  for (const [index, group] of groups.entries()) {
    const [first] = group.lines;
    if (first === undefined) continue;
    if (titles.has(first.text) && group.lines.length === 1) {
      const isDebris = seen.has(first.text);
      seen.add(first.text);
      blocks.push(...write(source, group, 0, { kind: 'heading', level: index === 0 ? 1 : 2, isDebris }, footnotes));
      continue;
    }
    const { shape, from } = shapeOf(group, index, groups);
    blocks.push(...write(source, group, from, shape, footnotes));
  }
  return promoteNumbered(source, blocks);
}

function groupsOf(source: string): Group[] {
  const groups: Group[] = [];
  for (const stanza of stanzasOf(source)) {
    let open: Line[] = [];
    const stanzaGroups: Line[][] = [];
    for (const line of stanza) {
      const last = open.at(-1);
      const isNew = last === undefined || line.isIndented || startsBlock(line.text) || !continues(last, line, stanza);
      if (isNew) stanzaGroups.push((open = [line]));
      else open.push(line);
    }
    for (const lines of stanzaGroups) groups.push({ lines, isAlone: stanzaGroups.length === 1 });
  }
  return groups;
}

function startsBlock(text: string): boolean {
  return BULLET.test(text) || ORDINAL.test(text) || SECTION.test(text) || CHAPTER.test(text) || HAN_ORDINAL.test(text) || isCaption(text);
}

function runningTitles(groups: readonly Group[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { lines } of groups) {
    const [line] = lines;
    if (line === undefined || lines.length > 1 || line.width > MAX_HEADING || SENTENCE.test(line.text)) continue;
    if (BULLET.test(line.text) || isFurniture(line.text)) continue;
    counts.set(line.text, (counts.get(line.text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= RUNNING).map(([text]) => text));
}

function footnoteLabels(groups: readonly Group[]): Set<string> {
  return new Set(
    groups
      .filter(({ lines }) => BACK_LINK.test(lines.at(-1)?.text ?? ''))
      .map(({ lines }) => /^\d+/.exec(lines[0]?.text ?? '')?.[0] ?? ''),
  );
}

/** What a group is, and how many characters of its first line are markup. */
function shapeOf(group: Group, index: number, groups: readonly Group[]): { shape: Shape; from: number } {
  const first = group.lines[0]?.text ?? '';
  const isShort = group.lines.length === 1 && (group.lines[0]?.width ?? 0) <= MAX_HEADING && !SENTENCE.test(first);
  const ordinal = ORDINAL.exec(first);
  if (ordinal !== null && BACK_LINK.test(group.lines.at(-1)?.text ?? '')) {
    return { shape: { kind: 'footnote', label: /\d+/.exec(first)?.[0] ?? '' }, from: ordinal[0].length };
  }
  const bullet = BULLET.exec(first);
  if (bullet !== null) return { shape: { kind: 'item', level: 1 }, from: bullet[0].length };
  const section = SECTION.exec(first);
  if (section !== null && isShort) return { shape: { kind: 'heading', level: index === 0 ? 1 : 3 }, from: 0 };
  if (ordinal !== null) return { shape: { kind: 'item', level: 1, label: ordinal[0].trim() }, from: ordinal[0].length };
  if (isShort && CHAPTER.test(first)) return { shape: { kind: 'heading', level: index === 0 ? 1 : 2 }, from: 0 };
  if (isShort && HAN_ORDINAL.test(first)) {
    return { shape: { kind: 'heading', level: /^[（(]/.test(first) ? 3 : 2 }, from: 0 };
  }
  // A title may ask, or exclaim; a sentence ends with a full stop.
  const isTitle = index === 0 && group.lines.length === 1 && (group.lines[0]?.width ?? 0) <= MAX_HEADING && !/[。；;,，:：]$/.test(first);
  if (isTitle && (isShort || group.isAlone)) return { shape: { kind: 'heading', level: 1 }, from: 0 };
  if (isShort && group.isAlone && isHeadingBeforeText(group, groups[index + 1])) {
    return { shape: { kind: 'heading', level: 3 }, from: 0 };
  }
  return { shape: { kind: 'paragraph' }, from: 0 };
}

function isHeadingBeforeText(group: Group, next: Group | undefined): boolean {
  const line = group.lines[0];
  const following = next?.lines[0];
  if (line === undefined || following === undefined || isCaption(line.text) || isFurniture(line.text)) return false;
  const isText = following.width > MAX_SHORT_HEADING || TERMINAL.test(following.text);
  // `作者：某某`, `注：…`: a label and what it says.
  if (/[:：]/.test(line.text)) return false;
  return line.width <= MAX_SHORT_HEADING && !TERMINAL.test(line.text) && isText;
}

function write(
  source: string,
  group: Group,
  from: number,
  shape: Shape,
  footnotes: ReadonlySet<string>,
): DraftBlock[] {
  const writer = new BlockWriter(source);
  for (const [index, line] of group.lines.entries()) {
    let at = line.start + (index === 0 ? from : 0);
    const text = line.text.replace(BACK_LINK, '');
    const end = shape.kind === 'footnote' ? line.start + text.length : line.end;
    for (const match of line.text.matchAll(REFERENCE)) {
      const label = match[1] ?? '';
      if (!footnotes.has(label) || line.start + match.index < at) continue;
      writer.append(at, line.start + match.index);
      writer.footnote(label);
      at = line.start + match.index + match[0].length;
    }
    writer.append(at, end);
    writer.breakLine();
  }
  return blockOf(writer, shape);
}
