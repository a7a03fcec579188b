import type { Locale } from '../locale.ts';

/** `41%`: how sure an aligner is. */
export function certainty(score: number, { percent }: Locale): string {
  // Scores are kept with two digits; a hundredth of one must not become 40.999….
  return percent(Math.round(score * 100), 100);
}
