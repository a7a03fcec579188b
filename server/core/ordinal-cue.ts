import type { Cues } from './cue.ts';
import { valueOfWords } from './number-word.ts';
import { plainNumber } from './numeral.ts';

const WEIGHT = 2;
const ITEM = /^\s*[（(]?(\d{1,3}|[一二三四五六七八九十百]{1,5})\s?[、.．)）](?!\d)/;
const CHAPTER = /^\s*第\s?(\d{1,4}|[〇零一二三四五六七八九十百]{1,7})\s?[章节回部卷篇讲集]/;
const ITEM_EN = /^\s*\(?(\d{1,3}|[ivx]{1,5}(?=[.)]))[.)](?!\d)/i;
const CHAPTER_EN =
  /^\s*(?:chapter|part|section|book|volume|lecture)\s+(\d{1,4}|[ivxlc]{1,7}|[a-z]+(?:-[a-z]+)?)\b/i;

/** The number that a Chinese heading or item begins with. */
export function addOrdinal(text: string, cues: Cues): void {
  const written = CHAPTER.exec(text)?.[1] ?? ITEM.exec(text)?.[1];
  const value = written === undefined ? undefined : plainNumber(written);
  if (value !== undefined) cues.add(`=#${value}`, WEIGHT);
}

/** The same of an English one. */
export function addEnglishOrdinal(text: string, cues: Cues): void {
  const written = CHAPTER_EN.exec(text)?.[1] ?? ITEM_EN.exec(text)?.[1];
  if (written === undefined) return;
  const value = /^\d+$/.test(written) ? Number(written) : valueOfRoman(written) || valueOfWords(written);
  if (value > 0) cues.add(`=#${value}`, WEIGHT);
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** 0 for what is no Roman number. */
function valueOfRoman(text: string): number {
  if (!/^[ivxlc]+$/i.test(text)) return 0;
  const values = [...text.toLowerCase()].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
