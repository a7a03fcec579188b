/** The Latin words of the texts, in the order of code units: what prefixes stand for, and what slips are slips of. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #units: ReadonlyMap<string, number>;

  constructor(words: readonly (readonly [word: string, units: number])[]) {
    this.#words = words.map(([word]) => word);
    this.#units = new Map(words);
  }

  has(word: string): boolean {
    return this.#units.has(word);
  }

  /** Words that begin with `prefix`, the commonest first; at most `limit`. */
  beginningWith(prefix: string, limit: number): string[] {
    const found: string[] = [];
    for (let at = this.#firstFrom(prefix); this.#words[at]?.startsWith(prefix) === true; at += 1)
      found.push(this.#words[at] ?? '');
    return found.sort((a, b) => this.#count(b) - this.#count(a)).slice(0, limit);
  }

  /**
   * The word that `word` is probably a slip of: one letter more, less, other or changed round, in longer words two; the first letter is
   * seldom wrong. Undefined if none is near, or `word` is only an inflection of one.
   */
  nearest(word: string): string | undefined {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    let best: { word: string; distance: number } | undefined;
    for (const other of most === 0 ? [] : this.#words) {
      if (Math.abs(other.length - word.length) > most || /\d/.test(other)) continue;
      const distance = distanceOf(word, other, most);
      if (distance === 0 || distance > most) continue;
      const isBetter =
        best === undefined ||
        rank(word, other, distance) < rank(word, best.word, best.distance) ||
        (rank(word, other, distance) === rank(word, best.word, best.distance) &&
          this.#count(other) > this.#count(best.word));
      if (isBetter) best = { word: other, distance };
    }
    return best === undefined || `${best.word}s` === word ? undefined : best.word;
  }

  #count(word: string): number {
    return this.#units.get(word) ?? 0;
  }

  #firstFrom(word: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function rank(word: string, other: string, distance: number): number {
  return distance + (word[0] === other[0] ? 0 : 1);
}

/** Damerau & Levenshtein, as far as `most`; anything further is `most + 1`. */
function distanceOf(a: string, b: string, most: number): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let value = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
