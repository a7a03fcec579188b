import { pinyin } from 'pinyin-pro';

/** The reading of each Han character of a text in its context, without tones: `重新` is `chong xin`. */
export interface Reading {
  /** Where the character stands, in UTF-16 units. */
  readonly offset: number;
  readonly syllable: string;
}

/** Readings in order; what is no Han character has none. `ü` is `v`, as people type it. */
export function readingsOf(text: string): Reading[] {
  return readings(text, { toneType: 'none', v: true });
}

/** Readings in order, with tone marks. `spoken`: 一 and 不 as they are said before other tones (`yí gè`, `bú shì`). */
export function soundsOf(text: string, spoken: boolean): Reading[] {
  return readings(text, { toneType: 'symbol', toneSandhi: spoken });
}

function readings(
  text: string,
  how: { toneType: 'none' | 'symbol'; v?: boolean; toneSandhi?: boolean },
): Reading[] {
  const syllables = pinyin(text, { type: 'all', ...how });
  const found: Reading[] = [];
  let offset = 0;
  for (const { origin, pinyin: syllable, isZh } of syllables) {
    if (isZh && syllable !== '') found.push({ offset, syllable });
    offset += origin.length;
  }
  return found;
}
