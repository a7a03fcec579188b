import type { Finding } from './finding.ts';
import type { Prose } from './proofread.ts';

/** How many times as often a spelling must stand elsewhere before its rare neighbour is called a slip. */
const USUAL = 4;

/** Names that English prose does not render in one way throughout: spelt in several ways, with a slip of a letter, or lost from a gloss. */
export function compareNames(prose: readonly Prose[]): Finding[] {
  // Where the Chinese is not at hand, nobody knows whether it has the name so itself.
  const known = prose.filter(({ beside }) => beside !== null);
  return [...formsOf(known), ...slipsIn(known), ...lossesIn(known)];
}

// A name: Latin letters, digits and what joins them, with at most three words.
const NAME = /[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+){0,2}/g;

// Forms in the minority (`RedHat` beside `Red Hat`, `runc` beside `runC`), but for those that the Chinese itself has. What counts as a
// name is told by the Chinese beside the glosses: Latin words in it. The case of a first letter and a hyphen are no difference.
function formsOf(prose: readonly Prose[]): Finding[] {
  const keys = new Set(prose.flatMap(({ beside }) => [...formsIn(beside ?? '')].map(keyOf)));
  const names = new Map<string, Map<string, Prose[]>>();
  for (const piece of prose) {
    for (const form of formsIn(piece.text)) {
      const key = /^[A-Z]+$/.test(form) ? form : keyOf(form);
      if (!keys.has(key)) continue;
      const same = names.get(key) ?? new Map<string, Prose[]>();
      names.set(key, same.set(shapeOf(form), [...(same.get(shapeOf(form)) ?? []), piece]));
    }
  }
  return [...names.values()].flatMap((same) => {
    const [usual, ...others] = [...same].sort(([, a], [, b]) => b.length - a.length);
    if (usual === undefined) return [];
    return others.flatMap(([form, pieces]) =>
      pieces
        .filter(({ beside }) => ![...formsIn(beside ?? '')].some((theirs) => shapeOf(theirs) === form))
        .map((piece) =>
          warning(
            'name-form',
            piece,
            `“${form}” is written “${usual[0]}” in ${usual[1].length} other places`,
          ),
        ),
    );
  });
}

// Rare capitalised words that differ by one letter from a frequent name: `Polvy` beside `Polvi`.
function slipsIn(prose: readonly Prose[]): Finding[] {
  const places = new Map<string, Prose[]>();
  for (const piece of prose)
    for (const word of wordsIn(piece.text)) places.set(word, [...(places.get(word) ?? []), piece]);
  const proper = [...places].filter(
    ([word]) => word.length >= 5 && /^[A-Z]/.test(word) && !places.has(word.toLowerCase()),
  );
  const frequent = proper.filter(([, pieces]) => pieces.length >= USUAL);
  return proper.flatMap(([word, pieces]) => {
    const name = frequent.find(
      ([other, { length }]) =>
        length >= pieces.length * USUAL && isSlipOf(word.toLowerCase(), other.toLowerCase()),
    )?.[0];
    if (name === undefined) return [];
    return pieces
      .filter(({ beside }) => !beside?.includes(word))
      .map((piece) => warning('name-slip', piece, `“${word}”: is “${name}” meant?`));
  });
}

// Glosses without a Latin word that stands in their Chinese, where other glosses keep that word.
function lossesIn(prose: readonly Prose[]): Finding[] {
  const kept = new Map<string, number>();
  const lost = new Map<string, Prose[]>();
  for (const piece of prose) {
    const text = keyOf(piece.text);
    for (const word of new Set(wordsIn(piece.beside ?? ''))) {
      const key = keyOf(word);
      if (key.length < 3) continue;
      if (text.includes(key)) kept.set(key, (kept.get(key) ?? 0) + 1);
      else lost.set(key, [...(lost.get(key) ?? []), piece]);
    }
  }
  return [...lost].flatMap(([key, pieces]) => {
    const others = kept.get(key) ?? 0;
    if (others < pieces.length * USUAL) return [];
    return pieces.map((piece) => {
      const word = wordsIn(piece.beside ?? '').find((candidate) => keyOf(candidate) === key) ?? key;
      return warning(
        'name-lost',
        piece,
        `“${word}” of the Chinese is not in the English; ${others} glosses keep it`,
      );
    });
  });
}

function warning(rule: string, { file, path }: Prose, message: string): Finding {
  return { rule, severity: 'warning', place: { file, path }, message };
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
}

const SMALL_WORD = /^(?:a|an|and|as|at|by|for|from|in|is|it|of|on|or|the|to|with)$/i;

/** Each word, and each two and three words in a row: `Red Hat` may be one name. */
function* formsIn(text: string): Generator<string> {
  for (const [run] of text.matchAll(NAME)) {
    const words = run.split(' ');
    for (let start = 0; start < words.length; start += 1) {
      // `In C` is no name.
      const longest = SMALL_WORD.test(words[start] ?? '') ? start + 1 : words.length;
      for (let end = start + 1; end <= longest; end += 1) yield words.slice(start, end).join(' ');
    }
  }
}

function keyOf(form: string): string {
  return form.replace(/[ -]/g, '').toLowerCase();
}

// The first letter of each word may be a capital for other reasons: a sentence, a title. All capitals are an abbreviation, which may spell a
// word (`IT`, `ARM`).
function shapeOf(form: string): string {
  return form
    .replace(/-/g, ' ')
    .replace(/(^| )([A-Za-z])/g, (_, space: string, letter: string) => space + letter.toUpperCase());
}

/** One letter more, less or other, or two changed round; but a plural is no slip. */
function isSlipOf(word: string, name: string): boolean {
  if (word === name || word === `${name}s` || name === `${word}s`) return false;
  const shorter = Math.min(word.length, name.length);
  let start = 0;
  while (start < shorter && word[start] === name[start]) start += 1;
  let end = 0;
  while (end < shorter - start && word.at(-1 - end) === name.at(-1 - end)) end += 1;
  const [a, b] = [word.slice(start, word.length - end), name.slice(start, name.length - end)];
  return Math.max(a.length, b.length) === 1 || (a.length === 2 && a === b[1] + (b[0] ?? ''));
}
