import { pinyin } from 'pinyin-pro';

/** The reading of each Han character of a text in its context, without tones: `重新` is `chong xin`. */
export interface Reading {
  /** Where the character stands, in UTF-16 units. */
  readonly offset: number;
  readonly syllable: string;
}

/** Readings in order; what is no Han character has none. `ü` is `v`, as people type it. */
export function readingsOf(text: string): Reading[] {
  const syllables = pinyin(text, { type: 'all', toneType: 'none', v: true });
  const readings: Reading[] = [];
  let offset = 0;
  for (const { origin, pinyin: syllable, isZh } of syllables) {
    if (isZh && syllable !== '') readings.push({ offset, syllable });
    offset += origin.length;
  }
  return readings;
}
