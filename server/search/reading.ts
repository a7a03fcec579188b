import { firstFrom } from './found.ts';

// Codes of syllables begin here, above the signs that stand between them.
const FIRST = 0x100;
/** Where characters do not touch. */
const GAP = '|';
const END = '\n';

/**
 * How the Chinese of each unit is read out: one code for each syllable, all units in one string, which is looked through in one go. Spelt out it would be
 * four times as long, and took twenty times as long to look through.
 */
export class Readings {
  /** Every syllable that is read anywhere. */
  readonly syllables: ReadonlySet<string>;
  readonly #codes = new Map<string, string>();
  readonly #all: string;
  /** Where each unit begins. */
  readonly #starts: Uint32Array;

  constructor(readings: readonly string[]) {
    const coded = readings.map((reading) => this.#coded(reading));
    this.#all = coded.join(END);
    this.#starts = new Uint32Array(readings.length + 1);
    for (const [unit, code] of coded.entries())
      this.#starts[unit + 1] = (this.#starts[unit] ?? 0) + code.length + END.length;
    this.#codes.delete('?');
    this.syllables = new Set(this.#codes.keys());
  }

  /** The units in which `syllables` are read one behind the other, ascending. */
  holding(syllables: readonly string[]): number[] {
    const sought = this.#sought(syllables);
    const units: number[] = [];
    for (let at = sought === '' ? -1 : this.#all.indexOf(sought); at !== -1; ) {
      const unit = firstFrom(this.#starts, at + 1) - 1;
      units.push(unit);
      at = this.#all.indexOf(sought, this.#starts[unit + 1]);
    }
    return units;
  }

  /** Which of the Han characters of a unit, counted from 0, begin a place where `syllables` are read. */
  places(unit: number, syllables: readonly string[]): number[] {
    const sought = this.#sought(syllables);
    const own = this.#all.slice(this.#starts[unit], (this.#starts[unit + 1] ?? 1) - END.length);
    const places: number[] = [];
    for (let at = sought === '' ? -1 : own.indexOf(sought); at !== -1; at = own.indexOf(sought, at + 1))
      places.push(at - (own.slice(0, at).split(GAP).length - 1));
    return places;
  }

  #sought(syllables: readonly string[]): string {
    const codes = syllables.map((syllable) => this.#codes.get(syllable));
    return codes.includes(undefined) ? '' : codes.join('');
  }

  #coded(reading: string): string {
    return reading
      .split(' ')
      .filter((syllable) => syllable !== '')
      .map((syllable) => (syllable === GAP ? GAP : this.#codeOf(syllable)))
      .join('');
  }

  #codeOf(syllable: string): string {
    const known = this.#codes.get(syllable);
    if (known !== undefined) return known;
    const code = String.fromCharCode(FIRST + this.#codes.size);
    this.#codes.set(syllable, code);
    return code;
  }
}
