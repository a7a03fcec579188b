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
const ATOM = new RegExp(ATOMS.map((one) => `(?:${one})`).join('|'), 'vy');
const MARK = /[\p{M}\p{EMod}\u200d\ufe00-\ufe0f]/vy;

/** Takes the place of an atom. */
export type Take = (start: number, end: number) => void;

/**
 * Shows `take` what stays whole whatever stands around it, in order: words of letters, versions, numbers with magnitude and unit (`v1.11`, `2.5亿`,
 * `10GB`), addresses, code, spaces, doubled signs, and characters of several code points.
 */
export function findAtoms(text: string, take: Take): void {
  let behind = 0;
  for (let at = 0; at < text.length; ) {
    if (isOrdinary(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const plainEnd = plainWordAt(text, at);
    if (plainEnd !== undefined) {
      if (plainEnd > at + 1) take(at, plainEnd);
      at = plainEnd;
      behind = at;
      continue;
    }
    // A mark belongs to what stands before it, be that a Han character.
    const start = at > behind && isAt(MARK, text, at) ? beforeIn(text, at) : at;
    ATOM.lastIndex = start;
    const end = ATOM.test(text) ? ATOM.lastIndex : start;
    if (end > start + 1) take(start, end);
    at = Math.max(end, at + 1);
    behind = at;
  }
}

/**
 * The end of a space or a sign, of a word of ASCII letters and digits, or of a number, that nothing continues; undefined if it takes more to
 * see. The expressions would find the same, but most of what they are asked is this.
 */
function plainWordAt(text: string, start: number): number | undefined {
  const first = text.charCodeAt(start);
  if (LONE_SIGNS.includes(first)) {
    const next = text.charCodeAt(start + 1);
    return isOrdinary(next) || isLetter(next) || isDigit(next) ? start + 1 : undefined;
  }
  if (!isLetter(first) && !isDigit(first)) return undefined;
  let end = start + 1;
  while (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end))) end += 1;
  return isOver(text, end, isLetter(first)) ? end : undefined;
}

/** Whether nothing behind `end` goes on with what stands before it, a word or what begins as a number. */
function isOver(text: string, end: number, isWord: boolean): boolean {
  const next = text.charCodeAt(end);
  if (isWord && (end === text.length || (next === SPACE && text.charCodeAt(end + 1) > SPACE))) return true;
  if (!isOrdinary(next) || next === APOSTROPHE) return false;
  return isWord || !CONTINUES_NUMBER.has(text.charAt(end));
}

// Space and ASCII signs with which nothing begins that is longer than they are.
const LONE_SIGNS = [...' !"\'(),;?'].map((sign) => sign.charCodeAt(0));
const CONTINUES_NUMBER = new Set('百千万萬亿億兆％：．');
const APOSTROPHE = 0x2019;
const SPACE = 0x20;

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Han characters of the basic plane, and signs that stand alone: most units of a text, and no regular expression need look at them. */
function isOrdinary(unit: number): boolean {
  // “ ” ‘ ’
  if (unit < 0x3001) return unit >= 0x2018 && unit <= 0x201d;
  if (unit < 0xd800)
    return unit >= 0x4e00 ? unit < 0xa000 : unit < 0x3021 || (unit >= 0x3400 && unit < 0x4dc0);
  return unit >= 0xff01 && unit < 0xff20 && !(unit >= 0xff10 && unit < 0xff1a) && unit !== 0xff04;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function beforeIn(text: string, at: number): number {
  const isPair = /[\udc00-\udfff]/.test(text[at - 1] ?? '') && /[\ud800-\udbff]/.test(text[at - 2] ?? '');
  return at - (isPair ? 2 : 1);
}
