/** How a word is read where one of `after` stands directly before it and one of `before` directly behind it; anywhere without them. */
export interface ReadingFix {
  readonly word: string;
  /** With tone marks: `huán`. */
  readonly pinyin: string;
  readonly after?: readonly string[];
  readonly before?: readonly string[];
}

/** What a person corrects of the words that were found in a text. */
export interface WordFixes {
  /** Stretches that are one word, unless they lie within a longer one. */
  readonly join: readonly string[];
  /** Stretches, each told by the words that it is: `[发展, 中, 国家]`. */
  readonly split: readonly (readonly string[])[];
  /** Of several that fit, the first one holds. */
  readonly readings: readonly ReadingFix[];
}

export const NO_FIXES: WordFixes = { join: [], split: [], readings: [] };

/** Both; where they contradict one another, the first. */
export function fixesOf(first: WordFixes, second: WordFixes): WordFixes {
  return {
    join: [...first.join, ...second.join],
    split: [...first.split, ...second.split],
    readings: [...first.readings, ...second.readings],
  };
}

/** Whether a reading holds for a word that stands at [start, end) of `text`. */
export function fits({ after, before }: ReadingFix, text: string, start: number, end: number): boolean {
  if (after !== undefined && !after.some((one) => text.endsWith(one, start))) return false;
  return before === undefined || before.some((one) => text.startsWith(one, end));
}
