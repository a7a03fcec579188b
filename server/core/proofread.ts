import type { Finding, Path } from './finding.ts';

/** A piece of prose of our own, and where it stands. */
export interface Prose {
  readonly file: string;
  readonly path: Path;
  readonly language: 'zh' | 'en';
  readonly text: string;
  /**
   * The Chinese that a gloss stands beside. Only there Han in the English wants a reason: a note may speak of Chinese words wherever it
   * likes. And a name may be spelt as it stands there. Null where there is one, but it is not at hand: then nothing is said of either.
   */
  readonly beside?: string | null;
}

const HAN = '\\p{Script=Han}';
const WIDE_MARKS = '[\\u3000-\\u3003\\u3008-\\u3011\\uff01-\\uff5e]';
// Closed punctuation between Han is a quotation's own: “《三国》，……” within English.
const WIDE = new RegExp(
  `(?<!${HAN})${WIDE_MARKS}|${WIDE_MARKS}(?!${HAN}|[“”‘’《》])|(?<!${HAN}|…)……(?!${HAN})`,
  'u',
);
// A mark that is itself spoken of: “，” is a comma.
const QUOTED_MARK = new RegExp(`[“‘]${WIDE_MARKS}+[”’]`, 'gu');
const ABBREVIATION = 'Inc|Ltd|Co|Corp|etc|vs|No|St|Dr|Mr|Ms|[A-Z]';
const NARROW = new RegExp(
  [
    `${HAN} ?[,;:!?]`,
    `[,;:!?] ?${HAN}`,
    `${HAN}\\.(?!\\d|[A-Z]{2})`,
    `(?<=${HAN}.*)(?<!\\b(?:${ABBREVIATION}))(?<=[A-Za-z])\\.$`,
    `(?<!\\b(?:${ABBREVIATION}))(?<=[A-Za-z])\\.${HAN}`,
    `${HAN} ?[(]`,
    `[(]${HAN}`,
    `${HAN}[)]`,
    '（[^（）()]*[)]',
    '[(][^（）()]*）',
    `${HAN} ?--|-- ?${HAN}`,
  ].join('|'),
  'u',
);
const HAN_RUN = new RegExp(`${HAN}+`, 'gu');
const CHINESE_TITLE = /《[^《》]*\p{Script=Han}[^《》]*》/gu;
const QUOTED = /“[^“”]*”|‘[^‘’]*’|\([^()]*\)|《[^《》]*》/g;

/** What a proofreader marks in our own prose: quotation marks, spaces and punctuation of the other script, Han in English. */
export function proofread(prose: readonly Prose[]): Finding[] {
  const curly = new Set(prose.filter(({ text }) => /[“”‘’]/.test(text)).map(({ file }) => folderOf(file)));
  return prose.flatMap((piece) => {
    const { file, path, language, text } = piece;
    const found: Finding[] = [];
    const mark = (rule: string, message: string): void => {
      found.push({ rule, severity: 'warning', place: { file, path }, message });
    };
    if (curly.has(folderOf(file)) && hasStraightQuote(text))
      mark('straight-quote', 'a straight quotation mark, where the rest of the document has curly ones');
    if (/\S[\p{Zs}\t]{2,}\S|[\p{Zs}\t]{2,}\n/u.test(text)) mark('double-space', 'two spaces in a row');
    if (text !== text.trim()) mark('outer-space', 'a space at the start or the end');
    if (language === 'zh') {
      const narrow = NARROW.exec(text)?.[0];
      if (narrow !== undefined) mark('narrow-punctuation', `half-width punctuation in Chinese: “${narrow}”`);
      return found;
    }
    const wide = WIDE.exec(text.replace(CHINESE_TITLE, '').replace(QUOTED_MARK, ''))?.[0];
    if (wide !== undefined) mark('wide-punctuation', `full-width punctuation in English: “${wide}”`);
    const bare = typeof piece.beside === 'string' ? bareHan(text, piece.beside) : undefined;
    if (bare !== undefined)
      mark('han-in-english', `“${bare}” in the English, neither quoted nor in brackets`);
    return found;
  });
}

// The files of one document stand in one folder.
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

// A word that the Chinese quotes is spoken of there, and may be in the English.
function bareHan(gloss: string, beside: string): string | undefined {
  const spokenOf = (beside.match(QUOTED) ?? []).join(' ');
  return (gloss.replace(QUOTED, '').match(HAN_RUN) ?? []).find((run) => !spokenOf.includes(run));
}

// Feet, inches and minutes are written with them, behind a digit; code has its own.
function hasStraightQuote(text: string): boolean {
  return /(?<!\d)["']/.test(text.replace(/`[^`]*`|=(["'])[^"']*\1/g, ''));
}
