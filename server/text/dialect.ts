import type { Matter } from '../core/opened.ts';
import type { Span } from '../core/span.ts';
import { matterOf } from './matter.ts';

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
const CODE_TAG =
  /^\s{0,3}(?:\{%-?\s*(highlight|codeblock|code)\b[^%\r\n]{0,400}%\}|\{\{[<%]\s*(highlight)\b[^{}\r\n]{0,400}[>%]\}\})\s*$/;
const TAG =
  /^\s{0,3}(?:\{%-?\s*\/?\w[^%\r\n]{0,400}%\}|\{\{[<%]\s*\/?\s*\w[^{}\r\n]{0,400}[>%]\}\}|\{:[^{}\r\n]{1,200}\})\s*$/;
const CONTAINER = /^\s{0,3}:{3,}[ \t]*[\w-]{0,40}[ \t]*/;
const LISTED = /^\s{0,3}(?:[-*+]\s|\d{1,9}[.)]\s|\[\^)/;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/gu;
const NEEDED = /^(?: {4}|\t| {0,3}(?:\{[%{:]|:::))|\$/m;
const FORMULA = /\${1,2}(?![\s$])[^$`\r\n]{1,300}(?<!\s)\${1,2}(?!\d)/g;
const TILDES = '~~~~~~';

/**
 * Front matter and lines that are a tag are blanked; code between tags is put between fences; prose that is indented by four spaces, as
 * in print, is no code; within a formula nothing is markup. Nothing moves, so offsets stay.
 */
export function dialectOf(source: string): Dialect {
  const start = FRONT_MATTER.exec(source)?.[0].length ?? 0;
  const matter = blank(source.slice(0, start));
  const text = source.slice(start);
  if (!NEEDED.test(text)) return { body: matter + text, asides: [] };
  const translator = new Translator(source);
  let body = matter;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    body += translator.line(match[1] ?? '', start + match.index) + (match[2] ?? '');
  }
  // A tag that is never closed encloses nothing.
  return translator.isOpen ? { body: matter + text, asides: [] } : { body, asides: translator.asides };
}

/** What a text's front matter says of it, YAML or TOML. */
export function frontMatterOf(source: string): Matter {
  const matter = FRONT_MATTER.exec(source)?.[0] ?? '';
  const said = (key: string): string | undefined => {
    const written = new RegExp(`^(?:${key})[ \\t]*[:=][ \\t]*(\\S.{0,400}?)[ \\t]*$`, 'im').exec(matter)?.[1];
    // A list of authors in a line; one that stands in lines of its own.
    const value =
      written ??
      new RegExp(`^(?:${key})[ \\t]*:[ \\t]*\\r?\\n[ \\t]*-[ \\t]+(.{1,200}?)[ \\t]*$`, 'im').exec(
        matter,
      )?.[1];
    return value?.replace(/^\[(.*)\]$/, '$1').replace(/^"(.*)"$|^'(.*)'$/, '$1$2');
  };
  return matterOf({
    title: said('title'),
    author: said('authors?'),
    date: said('date|published|publishDate'),
    url: said('canonical|canonicalURL|original_url|source_url|url'),
  });
}

/** Reads a text line by line and says each in CommonMark's terms, as long as it was. */
class Translator {
  readonly asides: (Span & { readonly isDebris: boolean })[] = [];
  readonly #source: string;
  #fence = '';
  /** What ends the code between two tags. */
  #end: RegExp | undefined;
  #isListed = false;
  #isCode = false;

  constructor(source: string) {
    this.#source = source;
  }

  /** Within code between tags. */
  get isOpen(): boolean {
    return this.#end !== undefined;
  }

  line(line: string, at: number): string {
    if (this.#end !== undefined) return this.#inTags(line, this.#end);
    if (this.#fence !== '') {
      if (closes(line, this.#fence)) this.#fence = '';
      return line;
    }
    const name = codeTagOf(line);
    if (name !== '' && this.#source.lastIndexOf(name) > at + line.length) {
      this.#end = new RegExp(
        `^\\s*(?:\\{%-?\\s*end${name}\\b.*%\\}|\\{\\{[<%]\\s*/\\s*${name}\\b.*[>%]\\}\\})\\s*$`,
      );
      return padded(TILDES, line);
    }
    this.#fence = opened(line);
    return this.#fence === '' ? this.#outside(line, at) : line;
  }

  #inTags(line: string, end: RegExp): string {
    if (!end.test(line)) return line;
    this.#end = undefined;
    return padded(TILDES, line);
  }

  #outside(line: string, at: number): string {
    if (line.includes('{') && TAG.test(line)) {
      this.asides.push({ ...trimmed(line, at), isDebris: true });
      return blank(line);
    }
    const container = line.includes(':::') ? CONTAINER.exec(line)?.[0].length : undefined;
    if (container !== undefined) {
      if (line.slice(container).trim() !== '')
        this.asides.push({ ...trimmed(line.slice(container), at + container), isDebris: false });
      return blank(line);
    }
    if (line.trim() === '') return line;
    if (!/^(?: {4}|\t)/.test(line)) [this.#isListed, this.#isCode] = [LISTED.test(line), false];
    else if (!this.#isListed && !this.#isCode && isProse(line))
      return line.replace(/^\s+/, (spaces) => '\u3000'.repeat(spaces.length));
    else this.#isCode = true;
    return line.includes('$')
      ? line.replace(FORMULA, (formula) => formula.replace(/[*_\\<>[\]~]/g, 'x'))
      : line;
  }
}

function codeTagOf(line: string): string {
  const match = line.includes('{') ? CODE_TAG.exec(line) : null;
  return match?.[1] ?? match?.[2] ?? '';
}

function opened(line: string): string {
  if (!line.includes('```') && !line.includes('~~~')) return '';
  const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
  return marks.startsWith('`') && info.includes('`') ? '' : marks;
}

function closes(line: string, fence: string): boolean {
  const marks = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1] ?? '';
  return marks[0] === fence[0] && marks.length >= fence.length;
}

function isProse(line: string): boolean {
  const text = line.trim();
  return (
    /^[\p{Script=Han}“「『（《]/u.test(text) &&
    /[，。！？；：、]/.test(text) &&
    (text.match(HAN)?.length ?? 0) * 10 >= text.length * 6
  );
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
