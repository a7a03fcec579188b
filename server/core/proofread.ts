import type { Finding, Path } from './finding.ts';

/** A piece of prose of our own, and where it stands. */
export interface Prose {
  readonly file: string;
  readonly path: Path;
  readonly language: 'zh' | 'en';
  readonly text: string;
  /**
   * The Chinese that a gloss stands beside. Only there Han in the English wants a reason: a note may speak of Chinese words wherever it
   * likes. And a name may be spelt as it stands there.
   */
  readonly beside?: string;
}

const HAN = '\\p{Script=Han}';
// Closed punctuation between Han is a quotation's own: “《三国》，……” within English.
const WIDE = new RegExp(
  `(?<!${HAN})[\\u3001-\\u3003\\u3008-\\u3011\\uff01-\\uff5e]|[\\u3001-\\u3003\\u3008-\\u3011\\uff01-\\uff5e](?!${HAN}|[“”‘’《》])`,
  'u',
);
const NARROW = new RegExp(`${HAN}[,;:!?]|${HAN}\\.(?!\\d)|[(]${HAN}|${HAN}[)]|[,;:!?]${HAN}`, 'u');
const HAN_RUN = new RegExp(`${HAN}+`, 'gu');
const CHINESE_TITLE = /《[^《》]*》/g;
const QUOTED = /“[^“”]*”|‘[^‘’]*’|\([^()]*\)|《[^《》]*》/g;

/** What a proofreader marks in our own prose: quotation marks, spaces and punctuation of the other script, Han in English. */
export function proofread(prose: readonly Prose[]): Finding[] {
  const curly = new Set(prose.filter(({ text }) => /[“”‘’]/.test(text)).map(({ file }) => file));
  return prose.flatMap((piece) => {
    const { file, path, language, text } = piece;
    const found: Finding[] = [];
    const mark = (rule: string, message: string): void => {
      found.push({ rule, severity: 'warning', place: { file, path }, message });
    };
    if (curly.has(file) && hasStraightQuote(text))
      mark('straight-quote', 'a straight quotation mark, where the rest of the file has curly ones');
    if (/\S {2,}\S/.test(text)) mark('double-space', 'two spaces in a row');
    if (text !== text.trim()) mark('outer-space', 'a space at the start or the end');
    if (language === 'zh') {
      const narrow = NARROW.exec(text)?.[0];
      if (narrow !== undefined) mark('narrow-punctuation', `half-width punctuation in Chinese: “${narrow}”`);
      return found;
    }
    const wide = WIDE.exec(text.replace(CHINESE_TITLE, ''))?.[0];
    if (wide !== undefined) mark('wide-punctuation', `full-width punctuation in English: “${wide}”`);
    const bare = piece.beside === undefined ? undefined : bareHan(text, piece.beside);
    if (bare !== undefined)
      mark('han-in-english', `“${bare}” in the English, neither quoted nor in brackets`);
    return found;
  });
}

// A word that the Chinese quotes is spoken of there, and may be in the English.
function bareHan(gloss: string, beside: string): string | undefined {
  const spokenOf = (beside.match(QUOTED) ?? []).join(' ');
  return (gloss.replace(QUOTED, '').match(HAN_RUN) ?? []).find((run) => !spokenOf.includes(run));
}

// Feet, inches and minutes are written with them, behind a digit.
function hasStraightQuote(text: string): boolean {
  return /(?<![\d`=])["']/.test(text.replace(/`[^`]*`/g, ''));
}

// A name: Latin letters, digits and what joins them, with at most three words.
const NAME = /[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+){0,2}/g;

/**
 * Names that English prose spells in several ways (`RedHat` and `Red Hat`, `runc` and `runC`), each place of a form that is in the minority.
 * What counts as a name is told by the Chinese beside the glosses: Latin words in it. The case of a first letter and a hyphen are no difference.
 */
export function compareNames(prose: readonly Prose[]): Finding[] {
  const keys = namesIn(prose.flatMap(({ beside }) => beside ?? []));
  const forms = new Map<string, Map<string, Prose[]>>();
  for (const piece of prose) {
    for (const form of formsIn(piece.text)) {
      const key = /^[A-Z]+$/.test(form) ? form : keyOf(form);
      if (!keys.has(key) || piece.beside?.includes(form)) continue;
      const same = forms.get(key) ?? new Map<string, Prose[]>();
      const places = same.get(shapeOf(form)) ?? [];
      // A form that stands in one piece several times is one thing to look at.
      if (places.at(-1) !== piece) places.push(piece);
      forms.set(key, same.set(shapeOf(form), places));
    }
  }
  return [...forms.values()].flatMap((same) => {
    const [usual, ...others] = [...same].sort(([, a], [, b]) => b.length - a.length);
    if (usual === undefined) return [];
    return others.flatMap(([form, places]) =>
      places.map(({ file, path }): Finding => {
        const message = `“${form}” is written “${usual[0]}” in ${usual[1].length} other places`;
        return { rule: 'name-form', severity: 'warning', place: { file, path }, message };
      }),
    );
  });
}

function namesIn(sources: Iterable<string>): Set<string> {
  const keys = new Set<string>();
  for (const text of sources) for (const form of formsIn(text)) keys.add(keyOf(form));
  return keys;
}

const SMALL_WORD = /^(?:a|an|and|as|at|by|for|from|in|is|it|of|on|or|the|to|with)$/i;

/** Each word, and each two and three words in a row: `Red Hat` may be one name. */
function* formsIn(text: string): Generator<string> {
  for (const [run] of text.matchAll(NAME)) {
    const words = run.split(' ');
    for (let start = 0; start < words.length; start += 1) {
      // `In C` is no name.
      const longest = SMALL_WORD.test(words[start] ?? '') ? start + 1 : words.length;
      for (let end = start + 1; end <= longest; end += 1) yield words.slice(start, end).join(' ');
    }
  }
}

function keyOf(form: string): string {
  return form.replace(/[ -]/g, '').toLowerCase();
}

// The first letter of each word may be a capital for other reasons: a sentence, a title. All capitals are an abbreviation, which may spell a
// word (`IT`, `ARM`).
function shapeOf(form: string): string {
  return form
    .replace(/-/g, ' ')
    .replace(/(^| )([A-Za-z])/g, (_, space: string, letter: string) => space + letter.toUpperCase());
}
