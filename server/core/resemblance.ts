// Half of what two sentences say, in pairs of characters, must be the same.
const LEAST = 0.5;
// More pairs than these are not compared: a stretch that was written anew has nothing to find in it.
const MOST = 40_000;

/**
 * Which old sentence has become which new one, as pairs of indexes that rise on both sides: the choice with the most resemblance in all
 * (Needleman & Wunsch 1970). None where the same words were only cut otherwise: then nobody took anybody's place alone.
 */
export function alike(old: readonly string[], now: readonly string[]): [number, number][] {
  if (old.length === 0 || now.length === 0) return [];
  if (old.length * now.length > MOST || bare(old.join('')) === bare(now.join(''))) return [];
  const before = old.map(pairsOf);
  const after = now.map(pairsOf);
  const width = now.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const score = before.map((a) => after.map((b) => resemblance(a, b)));
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const likeness = score[i]?.[j] ?? 0;
      const both = likeness >= LEAST ? likeness + at(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(both, at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < old.length && j < now.length; ) {
    const likeness = score[i]?.[j] ?? 0;
    if (likeness >= LEAST && at(i, j) === likeness + at(i + 1, j + 1)) {
      found.push([i, j]);
      [i, j] = [i + 1, j + 1];
    } else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return found;
}

type Pairs = ReadonlyMap<string, number>;

function pairsOf(text: string): Pairs {
  const pairs = new Map<string, number>();
  const plain = `^${bare(text)}$`;
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over pairs of neighbouring characters, from 0 to 1. */
function resemblance(a: Pairs, b: Pairs): number {
  let [common, all] = [0, 0];
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
