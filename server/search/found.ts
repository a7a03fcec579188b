/** Units that answer a part of a query, ascending: how well, and in which places (bits of `BIT`). */
export interface Found {
  readonly units: Uint32Array;
  readonly scores: Float32Array;
  readonly places: Uint8Array;
}

export const NOTHING: Found = {
  units: new Uint32Array(0),
  scores: new Float32Array(0),
  places: new Uint8Array(0),
};

/** Units in both; what each adds counts. */
export function both(a: Found, b: Found): Found {
  const [few, many] = a.units.length <= b.units.length ? [a, b] : [b, a];
  const gathered = new Gathering(few.units.length);
  let from = 0;
  for (let at = 0; at < few.units.length; at += 1) {
    const unit = few.units[at] as number;
    from = firstFrom(many.units, unit, from);
    if (many.units[from] !== unit) continue;
    gathered.add(
      unit,
      (few.scores[at] as number) + (many.scores[from] as number),
      (few.places[at] as number) | (many.places[from] as number),
    );
  }
  return gathered.found();
}

/** Units in either; in both, what each adds counts. */
export function either(a: Found, b: Found): Found {
  return merged(a, b, (one, other) => one + other);
}

/** Units in either; in both, the better counts. */
export function better(a: Found, b: Found): Found {
  return merged(a, b, Math.max);
}

function merged(a: Found, b: Found, scoreOf: (one: number, other: number) => number): Found {
  if (a.units.length === 0) return b;
  if (b.units.length === 0) return a;
  const gathered = new Gathering(a.units.length + b.units.length);
  let [i, j] = [0, 0];
  while (i < a.units.length || j < b.units.length) {
    const [one, other] = [a.units[i] ?? Number.POSITIVE_INFINITY, b.units[j] ?? Number.POSITIVE_INFINITY];
    const unit = Math.min(one, other);
    const [left, right] = [one === unit, other === unit];
    const score =
      left && right
        ? scoreOf(a.scores[i] as number, b.scores[j] as number)
        : ((left ? a.scores[i] : b.scores[j]) as number);
    const places = (left ? (a.places[i] as number) : 0) | (right ? (b.places[j] as number) : 0);
    gathered.add(unit, score, places);
    if (left) i += 1;
    if (right) j += 1;
  }
  return gathered.found();
}

/** All of `count` units but those found. */
export function without(found: Found, count: number): Found {
  const rest = new Gathering(count);
  let at = 0;
  for (let unit = 0; unit < count; unit += 1) {
    if (found.units[at] === unit) at += 1;
    else rest.add(unit, 0, 0);
  }
  return rest.found();
}

/** Of `found` what passes. */
export function passing(found: Found, pass: (unit: number, places: number) => boolean): Found {
  const rest = new Gathering(found.units.length);
  for (let at = 0; at < found.units.length; at += 1) {
    const [unit, places] = [found.units[at] as number, found.places[at] as number];
    if (pass(unit, places)) rest.add(unit, found.scores[at] as number, places);
  }
  return rest.found();
}

export function scaled(found: Found, factor: number): Found {
  return factor === 1 ? found : { ...found, scores: found.scores.map((score) => score * factor) };
}

/** Where `unit` is or would be in `units`, which ascend, from `from` on. */
export function firstFrom(units: Uint32Array, unit: number, from = 0): number {
  // Most often it is near: the steps grow until it is passed, and then it is looked for between the last two.
  let [low, step] = [from, 1];
  while (low + step < units.length && (units[low + step] as number) < unit) {
    low += step;
    step *= 2;
  }
  let high = Math.min(units.length, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gathers units in ascending order, at most `capacity`. */
export class Gathering {
  readonly #units: Uint32Array;
  readonly #scores: Float32Array;
  readonly #places: Uint8Array;
  #count = 0;

  constructor(capacity: number) {
    this.#units = new Uint32Array(capacity);
    this.#scores = new Float32Array(capacity);
    this.#places = new Uint8Array(capacity);
  }

  add(unit: number, score: number, places: number): void {
    this.#units[this.#count] = unit;
    this.#scores[this.#count] = score;
    this.#places[this.#count] = places;
    this.#count += 1;
  }

  found(): Found {
    if (this.#count === 0) return NOTHING;
    return {
      units: this.#units.subarray(0, this.#count),
      scores: this.#scores.subarray(0, this.#count),
      places: this.#places.subarray(0, this.#count),
    };
  }
}
