import type { CueTable } from './cue-table.ts';

/** Which cues of one text answer to which of the other: for each cue of the first, cues of the second with the chance that they stand for it. */
export interface Correspondence {
  readonly ids: readonly Int32Array[];
  readonly chances: readonly Float64Array[];
}

/** How sure it is that what is written alike is the same. */
const ALIKE = 0.8;

/** From Chinese to English, as `rootsOf` says; what is written alike answers to itself. */
export function correspondenceOf(
  zh: CueTable,
  en: CueTable,
  rootsOf: (word: string) => ReadonlyMap<string, number>,
): Correspondence {
  const ids: Int32Array[] = [];
  const chances: Float64Array[] = [];
  for (const key of zh.keys) {
    const found: [number, number][] = [];
    const alike = key.startsWith('=') ? en.ids.get(key) : undefined;
    if (alike !== undefined) found.push([alike, ALIKE]);
    if (!key.startsWith('='))
      for (const [root, chance] of rootsOf(key)) {
        const id = en.ids.get(root);
        if (id !== undefined) found.push([id, chance]);
      }
    ids.push(Int32Array.from(found, ([id]) => id));
    chances.push(Float64Array.from(found, ([, chance]) => chance));
  }
  return { ids, chances };
}

/** The same from the second text to the first, by Bayes' rule: `from` is what the first says, and how often. */
export function reversed(there: Correspondence, from: CueTable, to: CueTable): Correspondence {
  const found: [number, number][][] = to.keys.map(() => []);
  const sums = new Float64Array(to.keys.length);
  for (const [id, others] of there.ids.entries())
    for (const [index, other] of others.entries()) {
      const joint = (there.chances[id]?.[index] ?? 0) * (from.shares[id] ?? 0);
      found[other]?.push([id, joint]);
      sums[other] = (sums[other] ?? 0) + joint;
    }
  return {
    ids: found.map((pairs) => Int32Array.from(pairs, ([id]) => id)),
    chances: found.map((pairs, other) =>
      Float64Array.from(pairs, ([, joint]) => (joint / (sums[other] || 1)) * REVERSE),
    ),
  };
}

/** That a word has any counterpart at all. */
const REVERSE = 0.8;
