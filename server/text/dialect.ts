import type { Span } from '../core/span.ts';

/** A text in terms that a CommonMark parser knows, and what was put aside for it: tags of a site generator, titles of containers. */
export interface Dialect {
  /** As long as the source, line for line. */
  readonly body: string;
  readonly asides: readonly (Span & { readonly isDebris: boolean })[];
}

// YAML; TOML; and YAML without its first line, as old Hexo wrote it.
const FRONT_MATTER =
  /^(?:---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)|\+{3}[ \t]*\r?\n[\s\S]*?\r?\n\+{3}|(?:title|layout):[^\r\n]*\r?\n(?:(?:[\w-]{1,40}:|[ \t]|-[ \t])[^\r\n]*\r?\n){0,40}---)[ \t]*(?:\r?\n|$)/;
const FENCE = /^(?:\s|>|[-*+]\s|\d{1,9}[.)]\s){0,40}(`{3,}|~{3,})([^\r\n]*)$/;
const CODE_TAG = /^\s{0,3}(?:\{%-?\s*(highlight|codeblock|code)\b[^%\r\n]{0,400}%\}|\{\{[<%]\s*(highlight)\b[^{}\r\n]{0,400}[>%]\}\})\s*$/;
const TAG = /^\s{0,3}(?:\{%-?\s*\/?\w[^%\r\n]{0,400}%\}|\{\{[<%]\s*\/?\s*\w[^{}\r\n]{0,400}[>%]\}\}|\{:[^{}\r\n]{1,200}\})\s*$/;
const CONTAINER = /^\s{0,3}:{3,}[ \t]*[\w-]{0,40}[ \t]*/;
const LISTED = /^\s{0,3}(?:[-*+]\s|\d{1,9}[.)]\s|\[\^)/;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/gu;
const NEEDED = /^(?: {4}|\t| {0,3}(?:\{[%{:]|:::))/m;
const TILDES = '~~~~~~';

/**
 * Front matter and lines that are a tag are blanked; code between tags is put between fences; prose that is indented by four spaces, as
 * in print, is no code. Nothing moves, so offsets stay.
 */
export function toCommonMark(source: string): Dialect {
  const start = FRONT_MATTER.exec(source)?.[0].length ?? 0;
  const matter = blank(source.slice(0, start));
  if (!NEEDED.test(source)) return { body: matter + source.slice(start), asides: [] };
  const asides: (Span & { isDebris: boolean })[] = [];
  const lines: string[] = [matter];
  let fence = '';
  let end: RegExp | undefined;
  let [isListed, isCode] = [false, false];
  for (const match of source.slice(start).matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [, line = '', eol = ''] = match;
    const at = start + match.index;
    const name = fence === '' && end === undefined ? codeTagOf(line) : '';
    let told = line;
    if (end !== undefined) {
      if (end.test(line)) [told, end] = [padded(TILDES, line), undefined];
    } else if (fence !== '') {
      if (closes(line, fence)) fence = '';
    } else if (name !== '' && source.lastIndexOf(name) > at + line.length) {
      end = new RegExp(`^\\s*(?:\\{%-?\\s*end${name}\\b.*%\\}|\\{\\{[<%]\\s*/\\s*${name}\\b.*[>%]\\}\\})\\s*$`);
      told = padded(TILDES, line);
    } else if (FENCE.test(line)) {
      fence = opened(line);
    } else if (TAG.test(line)) {
      asides.push({ ...trimmed(line, at), isDebris: true });
      told = blank(line);
    } else if (line.includes(':::') && CONTAINER.test(line)) {
      const title = CONTAINER.exec(line)?.[0].length ?? 0;
      if (line.slice(title).trim() !== '') asides.push({ ...trimmed(line.slice(title), at + title), isDebris: false });
      told = blank(line);
    } else if (line.trim() !== '') {
      const isDeep = /^(?: {4}|\t)/.test(line);
      if (!isDeep) [isListed, isCode] = [LISTED.test(line), false];
      else if (!isListed && !isCode && isProse(line)) told = line.replace(/^\s+/, (spaces) => '\u3000'.repeat(spaces.length));
      else isCode = true;
    }
    lines.push(told, eol);
  }
  // A tag that is never closed encloses nothing.
  if (end !== undefined) return { body: matter + source.slice(start), asides: [] };
  return { body: lines.join(''), asides };
}

function codeTagOf(line: string): string {
  const match = line.includes('{') ? CODE_TAG.exec(line) : null;
  return match?.[1] ?? match?.[2] ?? '';
}

function opened(line: string): string {
  const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
  return marks.startsWith('`') && info.includes('`') ? '' : marks;
}

function closes(line: string, fence: string): boolean {
  const marks = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1] ?? '';
  return marks[0] === fence[0] && marks.length >= fence.length;
}

function isProse(line: string): boolean {
  const text = line.trim();
  return /^[\p{Script=Han}“「『（《]/u.test(text) && /[，。！？；：、]/.test(text) && (text.match(HAN)?.length ?? 0) * 10 >= text.length * 6;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function padded(marks: string, line: string): string {
  return marks.padEnd(line.length);
}

function trimmed(text: string, at: number): Span {
  const start = at + text.length - text.trimStart().length;
  return { start, end: at + text.trimEnd().length };
}
