import lunr from 'lunr';

// One Han character, also beyond the basic plane.
const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007]|[\ud840-\ud87f][\udc00-\udfff]/g;
const WORD = /[a-z0-9\u00df-\u024f\u0370-\u052f]+(?:\.[0-9]+)*/g;

/** A word of Latin letters or digits, and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

export function wordsIn(normal: string): Word[] {
  return [...normal.matchAll(WORD)].map(({ 0: text, index }) => ({ text, start: index }));
}

/** Runs of neighbouring Han characters. */
export function hanRuns(
  normal: string,
): { readonly characters: readonly string[]; readonly start: number }[] {
  const runs: { characters: string[]; start: number; end: number }[] = [];
  for (const { 0: character, index } of normal.matchAll(HAN)) {
    const last = runs.at(-1);
    if (last?.end === index) {
      last.characters.push(character);
      last.end += character.length;
    } else runs.push({ characters: [character], start: index, end: index + character.length });
  }
  return runs;
}

/** Every two Han characters that stand together, and each stem: what finds. lunr's own tokenizer drops every Han character. */
export function tokensOf(normal: string): string[] {
  return [...bigramsOf(normal), ...wordsIn(normal).map(({ text }) => stemOf(text))];
}

/** A lone character is in no pair: it is looked for by reading. */
export function bigramsOf(normal: string): string[] {
  return hanRuns(normal).flatMap(({ characters }) =>
    characters.slice(1).map((character, index) => characters[index] + character),
  );
}

const stems = new Map<string, string>();

/** Porter 1980, as lunr has it. Numbers and versions stay. */
export function stemOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = lunr.stemmer(new lunr.Token(word, {})).toString();
  // Queries are without number; the words of texts are not.
  if (stems.size < 50_000) stems.set(word, stem);
  return stem;
}

/** A token of what is told of a passage, and does not stand in it. */
export function toldToken(token: string): string {
  return `~${token}`;
}
