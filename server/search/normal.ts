import { fold } from '../core/fold.ts';

/** Makes texts comparable, unit for unit: no case, no width, no accents on single letters, traditional characters simplified. */
export type Normalize = (text: string) => string;

export function normalizer(simplified: ReadonlyMap<string, string>): Normalize {
  // A replacement gives a flat string; one put together unit by unit would be kept as a chain of its pieces.
  return (text) => fold(text).replace(BEYOND_ASCII, (unit) => simplified.get(unit) ?? plain(unit));
}

const BEYOND_ASCII = /[\u0080-\uffff]/g;

// é is e and ü is u; what would become more than one letter stays.
const PLAIN = new Map<string, string>();
function plain(unit: string): string {
  const known = PLAIN.get(unit);
  if (known !== undefined) return known;
  const bare = /[\u00c0-\u024f\u1e00-\u1eff’‘]/.test(unit)
    ? unit
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/[’‘]/, "'")
    : unit;
  const one = bare.length === 1 ? bare : unit;
  PLAIN.set(unit, one);
  return one;
}
