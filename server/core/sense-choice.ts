import type { GlossedWord } from './word.ts';

/** A stub until the other branch comes. */
export function senseIn(word: GlossedWord, _gloss: string | null): { en: string } | undefined {
  const en = word.senses[0]?.en[0]
    ?.replace(/\([^)]*\)/g, '')
    .replace(/^to /, '')
    .trim()
    .slice(0, 18);
  return en ? { en } : undefined;
}
