import type { Span } from '../core/span.ts';

const HAN = String.raw`\p{Script=Han}\u3007`;
const LETTER = String.raw`[[\p{L}\p{Nl}]--[${HAN}\p{Script=Hiragana}\p{Script=Katakana}]]\p{M}{0,4}`;
const DIGITS = '[0-9０-９]+';
const WORD = `(?:${LETTER}|[0-9０-９_])+`;
// As long as anybody writes; without a bound, some long texts would take a time that grows with their square.
const LONG = '{1,200}';

// In the order in which they are tried.
const ATOMS = [
  // An address, without the sign that ends the sentence around it; a mail address.
  String.raw`(?:https?|ftp|git|ssh|file):\/\/[!-~]{0,2000}[\w\/#=&~\-]`,
  String.raw`www\.[!-~]${LONG}[\w\/#=&~\-]`,
  String.raw`(?<![\w.+\-])[\w.+\-]${LONG}@[\w\-]${LONG}(?:\.[\w\-]${LONG}){1,9}`,
  // Code: a path, an option, a variable, an image with its tag, a call.
  String.raw`(?<![\w.\/])(?:~|\.{1,2})?(?:\/[\w.@\-]${LONG})+\/?(?<!\.)`,
  String.raw`(?<![\w\-])--?[a-zA-Z][\w\-]{0,80}(?:=[\w.\/:\-]{0,80}\w)?`,
  String.raw`\$(?:[A-Za-z_]\w{0,80}|\{\w{1,80}\})`,
  String.raw`(?<![\w.\/\-])[a-zA-Z0-9][\w.\-]{0,80}(?:\/[\w.\-]{1,80}){0,9}:v?\d[\w.\-]{0,80}(?<=\w)(?<!^\d+:\d+)`,
  String.raw`(?<![\w.])[A-Za-z_]\w{0,80}(?:\.\w{1,80}){0,9}\(\)`,
  // A number with its magnitude and its unit of Latin letters or signs; counters such as 台 and 年 are words of their own.
  String.raw`(?:(?<![\p{L}\p{N}])[+\-−±])?[$€£¥￥]?${DIGITS}(?:[.,:：．\/\-]${DIGITS})*(?:[百千万萬亿億兆]{1,3}(?!分之))?(?:[%‰％°℃]|[a-zA-Z]{1,6}\d?(?:\/[a-zA-Z]{1,4})?)?(?![\p{Script=Latin}_])(?![.\-'’]${WORD})`,
  // A word of letters, with the signs within it and those that belong to a name: C++, C#, .NET, TCP/IP, AT&T, Node.js.
  String.raw`(?<![A-Za-z0-9])[A-Z][A-Za-z]{0,3}(?:[\/&][A-Z][A-Za-z]{0,3}){1,3}(?![A-Za-z0-9])`,
  String.raw`(?:(?<![\p{L}\p{N}])\.(?=[A-Z]))?${WORD}(?:['’.\-·@]${WORD})*(?:\+\+|#)?`,
  // Spaces, and signs that are one although they are written as several.
  String.raw`\s+`,
  String.raw`…+|—+|―+|⋯+|\.{2,}|-{2,}|={2,}|~{2,}|～{2,}|\*{2,}|・{2,}`,
  // What is one character to whoever reads it.
  String.raw`\p{RGI_Emoji}`,
  String.raw`[\s\S][\p{M}\p{EMod}\u200d\ufe00-\ufe0f]+`,
];
const ATOM = new RegExp(ATOMS.map((one) => `(?:${one})`).join('|'), 'gv');
// Most stretches are Han and ordinary signs alone; those have none.
const MAY_HOLD = /[^\p{Script=Han}，。、：；？！（）《》“”‘’]/v;

/**
 * What stays whole whatever stands around it, in order: words of letters, versions, numbers with magnitude and unit (`v1.11`, `2.5亿`,
 * `10GB`), addresses, code, spaces, doubled signs, and characters of several code points.
 */
export function atomsIn(text: string): Span[] {
  if (!MAY_HOLD.test(text)) return [];
  const atoms: Span[] = [];
  for (const { index, 0: atom } of text.matchAll(ATOM))
    if (atom.length > 1) atoms.push({ start: index, end: index + atom.length });
  return atoms;
}
