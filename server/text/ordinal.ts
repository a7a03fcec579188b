/** What a line of a list begins with: a bullet, or a number that counts. */
export interface Ordinal {
  /** As written, without the space behind it. */
  readonly label: string;
  readonly length: number;
  readonly value: number;
  /** Numbers of one style count together: `（#）`, `#、`. */
  readonly style: string;
  /** It may as well be text: `3、4月间`, `J. 某某`. Only its neighbours tell. */
  readonly isDoubtful: boolean;
}

// The last three are what Word's symbol fonts leave. A tick or a cross says something, so it is text.
const BULLET = /^(?:[•·●○▪■◆◇►▶‣⁃◦➢➤❖\uf0b7\uf06c\uf0d8]\s*|[-–—*+]\s+)/;
const ORDINAL =
  /^(?:(\d{1,2})(?:[)）、]|[.．](?!\d))|[（(](\d{1,2})[)）]|([①-⑳])|([⑴-⒇])|([⒈-⒛])|[[［〔](\d{1,3})[\]］〕]|([a-zA-Z])[.)）、．](?=\s|\p{Script=Han})|[（(]([a-zA-Z])[)）])\s*/u;
const SECTION = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s+\S/;
const CHAPTER =
  /^(?:第[一二三四五六七八九十百零\d]{1,5}(?:[章节]|(?:[篇回卷部编讲课幕场集]|部分)(?=[\s:：、.]|$))|(?:附录|附件)\s*[A-Z\d一二三四五六七八九十](?=[\s:：、.]|$)|Chapter \d)/;
const HAN_ORDINAL =
  /^(?:[一二三四五六七八九十]{1,3}[、．]|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、．]|[（(][一二三四五六七八九十]{1,3}[)）]|[㈠-㈩])/;

/** Length of the bullet a line begins with, with the space behind it; 0 without one, or if it is the first of a row of dots. */
export function bulletOf(text: string): number {
  const length = BULLET.exec(text)?.[0].length ?? 0;
  return /[\p{L}\p{N}]/u.test(text.slice(length, length + 40)) ? length : 0;
}

export function ordinalOf(text: string): Ordinal | undefined {
  const match = ORDINAL.exec(text);
  if (match === null) return undefined;
  const label = match[0].trimEnd();
  const written = match.slice(1).find((group) => group !== undefined) ?? '';
  // `①看；②听`: it counts within its line.
  const next = /[①-⑳]/.test(written)
    ? String.fromCodePoint((written.codePointAt(0) ?? 0) + 1)
    : label.replace(written, String(numberOf(written) + 1));
  if (!/[.．]$/.test(label) && text.includes(next, match[0].length)) return undefined;
  const isDoubtful =
    /[a-z]/i.test(written) || (/^\d+[、．.]$/.test(label) && /^\d/.test(text.slice(label.length)));
  return {
    label,
    length: match[0].length,
    value: numberOf(written),
    style: label.replace(written, styleOf(written)),
    isDoubtful,
  };
}

/** How deep the numbered heading is that a line would be: 1 chapter, 2 `一、`, 3 `（一）` or `1.1`; 0 if it begins with no such number. */
export function headingDepth(text: string): number {
  if (CHAPTER.test(text)) return 1;
  if (HAN_ORDINAL.test(text)) return /^[（(㈠-㈩]/.test(text) ? 3 : 2;
  return SECTION.test(text) ? 3 : 0;
}

/** The number of a heading as written: `一、`, `2.1`. */
export function headingNumber(text: string): string {
  return (SECTION.exec(text)?.[1] ?? HAN_ORDINAL.exec(text)?.[0] ?? CHAPTER.exec(text)?.[0] ?? '').trim();
}

/**
 * Those of the ordinals, given in the order of the text, that count: the first of a series, or next to its neighbour in the same
 * style. A single `3、` that follows nothing is text.
 */
export function counting(ordinals: readonly Ordinal[]): Set<Ordinal> {
  const found = new Set<Ordinal>();
  const last = new Map<string, Ordinal>();
  for (const ordinal of ordinals) {
    const before = last.get(ordinal.style);
    if (before?.value === ordinal.value - 1) found.add(before).add(ordinal);
    else if (ordinal.value === 1 && !ordinal.isDoubtful) found.add(ordinal);
    last.set(ordinal.style, ordinal);
  }
  return found;
}

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const code = written.codePointAt(0) ?? 0;
  if (code >= 0x2460 && code < 0x24a0) return ((code - 0x2460) % 20) + 1;
  return code & 0x1f || 0;
}

function styleOf(written: string): string {
  if (/^\d/.test(written)) return '#';
  if (/^[a-z]/i.test(written)) return /[a-z]/.test(written) ? 'a' : 'A';
  return written.codePointAt(0) === undefined
    ? ''
    : String(Math.floor(((written.codePointAt(0) ?? 0) - 0x2460) / 20));
}
