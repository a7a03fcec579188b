import type { Correspondence } from './correspondence.ts';
import type { CueTable } from './cue-table.ts';
import type { Link } from './lattice.ts';

/** Beads that are less sure teach nothing. */
const SURE = 0.3;
/** How often two cues must stand together, and how unlikely that must be by chance (Dunning 1993). */
const TOGETHER = 1.6;
const LIKELIHOOD = 9;
/** How far what is learned from one text can be trusted; a little less where it is seldom. */
const TRUST = 0.85;
const DOUBT = 0.5;

/** `there`, with what the beads of a first alignment teach: words that stand together far more often than by chance, names above all. */
export function taught(
  there: Correspondence,
  zh: CueTable,
  en: CueTable,
  links: readonly Link[],
): Correspondence {
  const beads = links.filter(({ chance, kind }) => chance >= SURE && kind.zh > 0 && kind.en > 0);
  const ours = countsOf(zh, beads, ({ zh: start, kind }) => [start, kind.zh]);
  const theirs = countsOf(en, beads, ({ en: start, kind }) => [start, kind.en]);
  const all = beads.reduce((sum, { chance }) => sum + chance, 0);
  const ids = [...there.ids];
  const chances = [...there.chances];
  for (const [id, places] of ours.places.entries()) {
    const count = ours.counts[id] ?? 0;
    // What is written alike answers to itself only.
    if (count < TOGETHER || zh.keys[id]?.startsWith('=')) continue;
    const learned = new Map<number, number>();
    for (const [other, both] of togetherIn(places, beads, theirs.ids)) {
      const alone = theirs.counts[other] ?? 0;
      if (both >= TOGETHER && both * all > count * alone && likelihood(both, count, alone, all) >= LIKELIHOOD)
        learned.set(other, (TRUST * (both - DOUBT)) / count);
    }
    if (learned.size === 0) continue;
    for (const [k, other] of (ids[id] ?? []).entries())
      learned.set(other, Math.max(learned.get(other) ?? 0, chances[id]?.[k] ?? 0));
    ids[id] = Int32Array.from(learned.keys());
    chances[id] = Float64Array.from(learned.values());
  }
  return { ids, chances };
}

/** How often each cue stands in the beads of `places`. */
function togetherIn(
  places: readonly number[],
  beads: readonly Link[],
  ids: readonly ReadonlySet<number>[],
): Map<number, number> {
  const together = new Map<number, number>();
  for (const place of places)
    for (const other of ids[place] ?? [])
      together.set(other, (together.get(other) ?? 0) + (beads[place]?.chance ?? 0));
  return together;
}

/** Which cues each bead has, which beads each cue is in, and how often it is in one. */
function countsOf(
  table: CueTable,
  beads: readonly Link[],
  sideOf: (bead: Link) => readonly [start: number, length: number],
): { ids: ReadonlySet<number>[]; places: number[][]; counts: Float64Array } {
  const places: number[][] = table.keys.map(() => []);
  const counts = new Float64Array(table.keys.length);
  const ids = beads.map((bead, place) => {
    const [start, length] = sideOf(bead);
    const own = new Set<number>();
    for (let at = start; at < start + length; at += 1) for (const id of table.cues[at] ?? []) own.add(id);
    for (const id of own) {
      places[id]?.push(place);
      counts[id] = (counts[id] ?? 0) + bead.chance;
    }
    return own;
  });
  return { ids, places, counts };
}

/** Twice the logarithm of the likelihood ratio of two words that stand together in `both` of `all` beads, alone in `a` and `b`. */
function likelihood(both: number, a: number, b: number, all: number): number {
  return (
    2 *
    (part(both, a, b, all) +
      part(a - both, a, all - b, all) +
      part(b - both, all - a, b, all) +
      part(all - a - b + both, all - a, all - b, all))
  );
}

function part(count: number, row: number, column: number, all: number): number {
  return count > 0 ? count * Math.log((count * all) / (row * column)) : 0;
}
