import type { DraftBlock } from './block.ts';
import { isCaption, isFurniture } from './debris.ts';
import { lengthWithoutBackLink, noteLabels, noteOf, referencesIn } from './endnotes.ts';
import type { Line } from './lines.ts';
import { continues, isCutOff, measureOf, stanzasOf, TERMINAL, wrapOf } from './lines.ts';
import type { Ordinal } from './ordinal.ts';
import { bulletOf, counting, headingDepth, headingNumber, ordinalOf } from './ordinal.ts';
import { runningTitles } from './running.ts';
import type { Shape } from './shape.ts';
import { blockOf, promoteNumbered } from './shape.ts';
import { BlockWriter } from './writer.ts';

/** A paragraph, item or heading candidate: lines that belong together, and what stood before its text. */
interface Group {
  readonly lines: readonly Line[];
  /** Nothing else in its stanza. */
  readonly isAlone: boolean;
  /** Nothing before it in its stanza. */
  readonly isFirst: boolean;
  readonly ordinal: Ordinal | undefined;
}

/** What is told by the whole text, not by one line. */
interface Whole {
  readonly groups: readonly Group[];
  readonly notes: ReadonlySet<string>;
  readonly counted: ReadonlySet<Ordinal>;
}

// Half-width or full-width punctuation of a sentence.
const SENTENCE = /[，。；！？,;!?…]|[:：]$/;
const MAX_HEADING = 60;
const MAX_SHORT_HEADING = 40;
// A name under a title is its author's: the hundred surnames most borne.
const AUTHOR =
  /^[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]\p{Script=Han}{1,2}$/u;
// A line of a table of contents.
const PAGE = /(?:\t|\s{2,9}|[.．…·]{3,})\s{0,9}\d{1,4}$/;
const DATE = /^\d{4}\s?(?:年|[-/.])\s?\d{1,2}/;

/**
 * The blocks of a text that has no markup: lines broken in the middle of a sentence are joined; numbers, bullets, shortness and blank
 * lines tell headings and items; a running title is kept where it first stands. What no rule can know, the ledger says.
 */
export function parsePlain(source: string): DraftBlock[] {
  const groups = groupsOf(source);
  const counted = counting(groups.flatMap(({ ordinal }) => ordinal ?? []));
  const whole = { groups, notes: noteLabels(groups), counted };
  const titles = runningTitles(groups);
  const seen = new Set<string>();
  const blocks: DraftBlock[] = [];
  for (const [index, group] of groups.entries()) {
    const [first] = group.lines;
    if (first === undefined) continue;
    if (titles.has(first.text) && group.lines.length === 1) {
      const isDebris = seen.has(first.text);
      seen.add(first.text);
      blocks.push(
        ...write(source, group, 0, { kind: 'heading', level: index === 0 ? 1 : 2, isDebris }, whole.notes),
      );
      continue;
    }
    const { shape, from } = shapeOf(group, index, whole);
    blocks.push(...write(source, group, from, shape, whole.notes));
  }
  return promoteNumbered(source, blocks);
}

function groupsOf(source: string): Group[] {
  const stanzas = stanzasOf(source);
  const wrap = wrapOf(stanzas);
  const groups: Group[] = [];
  for (const stanza of stanzas) {
    let open: Line[] = [];
    const stanzaGroups: Line[][] = [];
    const measure = measureOf(stanza, wrap);
    for (const [index, line] of stanza.entries()) {
      const isNew = index === 0 || isIndented(line, open) || startsBlock(line.text);
      const joins = !isNew && (hangs(line, open) || continues(stanza, index - 1, measure));
      if (!joins) {
        open = [line];
        stanzaGroups.push(open);
      } else open.push(line);
    }
    const before = groups.at(-1);
    const [first] = stanzaGroups;
    if (before !== undefined && first?.[0] !== undefined && goesOnBelow(before, first[0], wrap)) {
      groups[groups.length - 1] = { ...before, lines: [...before.lines, ...first] };
      stanzaGroups.shift();
    }
    for (const [index, lines] of stanzaGroups.entries()) {
      const ordinal = ordinalOf(lines[0]?.text ?? '');
      groups.push({ lines, isAlone: stanzaGroups.length === 1, isFirst: index === 0, ordinal });
    }
  }
  return groups;
}

// In print the first line of a paragraph; under an item the lines that follow.
function isIndented(line: Line, open: readonly Line[]): boolean {
  const [first] = open;
  if (first === undefined || line.isIndented) return line.isIndented;
  return line.indent >= 2 && line.indent > (open.at(-1)?.indent ?? 0) && !startsBlock(first.text);
}

// Under the text of an item, not under its bullet.
function hangs(line: Line, open: readonly Line[]): boolean {
  const [first] = open;
  return first !== undefined && isItem(first.text) && line.indent >= first.indent + 2;
}

// A sentence may be broken even across a blank line, where its line was full.
function goesOnBelow(before: Group, next: Line, wrap: number | undefined): boolean {
  const last = before.lines.at(-1);
  return (
    last !== undefined &&
    isCutOff(last, wrap) &&
    !next.isIndented &&
    !startsBlock(next.text) &&
    !isFurniture(next.text)
  );
}

function isItem(text: string): boolean {
  return bulletOf(text) > 0 || ordinalOf(text) !== undefined;
}

function startsBlock(text: string): boolean {
  return isItem(text) || headingDepth(text) > 0 || isCaption(text) || /^[¹²³⁰⁴-⁹]/.test(text);
}

/** What a group is, and how many characters of its first line are markup. */
function shapeOf(
  group: Group,
  index: number,
  { groups, notes, counted }: Whole,
): { shape: Shape; from: number } {
  const first = group.lines[0]?.text ?? '';
  if (isFurniture(first)) return { shape: { kind: 'paragraph' }, from: 0 };
  const note = noteOf(group.lines, notes);
  if (note !== undefined) return { shape: { kind: 'footnote', label: note.label }, from: note.length };
  const bullet = bulletOf(first);
  if (bullet > 0 && bullet < first.length) return { shape: { kind: 'item', level: 1 }, from: bullet };
  const depth = headingDepth(first);
  if (depth > 0 && isHeadingLine(group)) return numbered(group, index, groups, depth);
  const { ordinal } = group;
  if (ordinal !== undefined && counted.has(ordinal) && ordinal.length < first.length) {
    return { shape: { kind: 'item', level: 1, label: ordinal.label }, from: ordinal.length };
  }
  if (isTitle(group, index, groups)) return { shape: { kind: 'heading', level: 1 }, from: 0 };
  if (isHeadingBeforeText(group, index, groups[index + 1]))
    return { shape: { kind: 'heading', level: 3 }, from: 0 };
  return { shape: { kind: 'paragraph' }, from: 0 };
}

// A heading may ask, or have a comma if it stands alone; it does not end like a sentence, nor lead to a page of a table of contents.
function isHeadingLine({ lines, isAlone }: Group): boolean {
  const [line] = lines;
  if (line === undefined || lines.length > 1 || line.width > MAX_HEADING) return false;
  if (PAGE.test(line.text)) return false;
  return (
    !/[。；;，,：:…]$|[。；;！？!?…]{1,9}.|\.{3}/.test(line.text) && (isAlone || !/[，,]/.test(line.text))
  );
}

// Numbered lines one below the other, without text between them, are a list.
function numbered(
  group: Group,
  index: number,
  groups: readonly Group[],
  depth: number,
): { shape: Shape; from: number } {
  const first = group.lines[0]?.text ?? '';
  const isListed = [groups[index - 1], groups[index + 1]].some(
    (other) =>
      other !== undefined && headingDepth(other.lines[0]?.text ?? '') === depth && isHeadingLine(other),
  );
  if (depth > 1 && isListed && !group.isAlone) {
    const label = headingNumber(first);
    const from = first.length - first.slice(label.length).trimStart().length;
    if (from < first.length) return { shape: { kind: 'item', level: 1, label }, from };
  }
  return { shape: { kind: 'heading', level: index === 0 ? 1 : Math.max(2, depth) }, from: 0 };
}

// A title may ask, or exclaim; a sentence ends with a full stop. There is something that it is the title of.
function isTitle({ lines, isAlone }: Group, index: number, groups: readonly Group[]): boolean {
  const [line] = lines;
  if (index > 0 || line === undefined || lines.length > 1 || groups.length === 1) return false;
  if (line.width > MAX_HEADING || /[。；;,，:：]$/.test(line.text)) return false;
  if (isAlone) return true;
  // The first of some short lines without a full stop is a line of verse.
  const isProse = groups.slice(1, 9).some((group) => /[。！？]/.test(group.lines.at(-1)?.text ?? ''));
  return isProse && !SENTENCE.test(line.text);
}

function isHeadingBeforeText(group: Group, index: number, next: Group | undefined): boolean {
  const line = group.lines[0];
  const following = next?.lines[0];
  if (line === undefined || following === undefined || group.lines.length > 1 || !group.isAlone) return false;
  if (
    isCaption(line.text) ||
    SENTENCE.test(line.text) ||
    TERMINAL.test(line.text) ||
    line.width > MAX_SHORT_HEADING
  )
    return false;
  // `作者：某某`, `注：…`: a label and what it says. A number says nothing of the text.
  if (/[:：]|^[※*＊@#]/.test(line.text) || PAGE.test(line.text)) return false;
  if (!/\p{L}.{0,40}\p{L}|^[一二三四五六七八九十]$/u.test(line.text)) return false;
  if (index <= 2 && (AUTHOR.test(line.text) || DATE.test(line.text))) return false;
  return following.width > MAX_SHORT_HEADING || TERMINAL.test(following.text);
}

function write(
  source: string,
  group: Group,
  from: number,
  shape: Shape,
  notes: ReadonlySet<string>,
): DraftBlock[] {
  const writer = new BlockWriter(source);
  for (const [index, line] of group.lines.entries()) {
    let at = line.start + (index === 0 ? from : 0);
    const end =
      line.start + (shape.kind === 'footnote' ? lengthWithoutBackLink(line.text) : line.text.length);
    for (const reference of referencesIn(line.text, notes)) {
      if (line.start + reference.start < at) continue;
      writer.append(at, line.start + reference.start);
      writer.footnote(reference.label);
      at = line.start + reference.end;
    }
    writer.append(at, end);
    writer.breakLine();
  }
  return blockOf(writer, shape);
}
