import type { Bilingual } from './bilingual.ts';

/** What a study group reads before a text and asks itself after it. */
export interface Study {
  /** What the text is, where it comes from, how reliable it is, what to look for. */
  readonly introduction: Bilingual;
  readonly questions: readonly Bilingual[];
}
