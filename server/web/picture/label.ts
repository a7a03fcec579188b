const HAN = /\p{Script=Han}/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const NARROW = /[ijlI.,:;'’|!()[\]{}/\\\s·-]/;
const SLIM = /[frtszcJ]/;
const BROAD = /[mwMW@%&—…]/;
const MIDDLING = /[\p{Lu}_+=<>~#$"]/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\u0020-\u00ff\u2010-\u2015‘“”]/u;
const FULL = /[\p{Script=Han}\u3000-\u30ff\uac00-\ud7af\uff00-\uffef]/u;

/**
 * About how wide `text` is in letters of `size`, erring on the wide side: no font is known here. Han is one em wide, Latin
 * around 0.6, and `text-autospace` puts an eighth between them.
 */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  let before = '';
  for (const character of text) {
    ems += emsOf(character);
    if (before !== '' && FULL.test(before) !== FULL.test(character)) ems += 0.125;
    before = character;
  }
  return ems * size;
}

function emsOf(character: string): number {
  if (INVISIBLE.test(character)) return 0;
  if (FULL.test(character)) return 1.03;
  if (NARROW.test(character)) return 0.38;
  if (SLIM.test(character)) return 0.52;
  if (BROAD.test(character)) return 1;
  if (MIDDLING.test(character)) return 0.76;
  if (LATIN.test(character)) return 0.63;
  return PICTURE.test(character) ? 1.35 : 1;
}

/** `text` on one line: as SVG shows it, without double spaces. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Han makes a text Chinese; of a name in two scripts the Chinese face sets both. */
export function languageOf(text: string): 'zh-Hans' | 'en' {
  return HAN.test(text) ? 'zh-Hans' : 'en';
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `text`, or as much of it as fits into `width` with `…` behind it; at the end of a word where that costs little. */
export function shortened(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const room = width - widthOf('…', size);
  let kept = '';
  for (const { segment } of letters.segment(text)) {
    if (widthOf(kept + segment, size) > room) break;
    kept += segment;
  }
  const word = kept.lastIndexOf(' ');
  const isWithinWord = /[\p{L}\p{N}]$/u.test(kept) && !HAN.test(kept.slice(-1));
  const end = isWithinWord && word > kept.length * 0.6 ? word : kept.length;
  return `${kept.slice(0, end).trimEnd()}…`;
}

// A word or one full-width character, with what may not begin a line, and the space behind it.
const UNITS =
  /(?:[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]|[^\p{Script=Han}\u3000-\u30ff\uff00-\uffef\s]+)[，。、；：？！）》」』”’…—]*\s*/gu;

/** `text` in at most `most` lines of `width`, the last one shortened if it must be. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  const units = text.match(UNITS) ?? [];
  for (const [index, unit] of units.entries()) {
    if (line !== '' && widthOf((line + unit).trimEnd(), size) > width) {
      if (lines.length === most - 1) {
        line += units.slice(index).join('');
        break;
      }
      lines.push(line);
      line = '';
    }
    line += unit;
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => shortened(one.trimEnd(), size, width));
}
