const MOST = 2;

/** The known word that differs from `word` in at most two letters, if there is one. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .filter((one) => Math.abs(one.length - word.length) <= MOST)
    .map((one) => ({ one, distance: distanceOf(word, one) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.min(MOST, best.one.length - 1) ? best.one : undefined;
}

// Levenshtein 1966; words here are short.
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
