/** Units that answer a part of a query: how well, and in which places (bits of `BIT`). */
export type Found = Map<number, Match>;

export interface Match {
  readonly score: number;
  readonly places: number;
}

export function add(found: Found, unit: number, { score, places }: Match): void {
  const known = found.get(unit);
  found.set(
    unit,
    known === undefined
      ? { score, places }
      : { score: Math.max(known.score, score), places: known.places | places },
  );
}

/** Units in both; what each adds counts. */
export function both(a: Found, b: Found): Found {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const found: Found = new Map();
  for (const [unit, one] of few) {
    const other = many.get(unit);
    if (other !== undefined)
      found.set(unit, { score: one.score + other.score, places: one.places | other.places });
  }
  return found;
}

/** Units in either. */
export function either(a: Found, b: Found): Found {
  const found: Found = new Map(a);
  for (const [unit, match] of b) {
    const known = found.get(unit);
    found.set(
      unit,
      known === undefined ? match : { score: known.score + match.score, places: known.places | match.places },
    );
  }
  return found;
}

/** All `units` units but those found. */
export function without(found: Found, units: number): Found {
  const rest: Found = new Map();
  for (let unit = 0; unit < units; unit += 1) if (!found.has(unit)) rest.set(unit, { score: 0, places: 0 });
  return rest;
}
