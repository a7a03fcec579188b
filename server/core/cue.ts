/**
 * Something in a sentence that its translation may answer to. Keys of words are bare; what is written alike in both languages – numbers, Latin
 * words and names, marks, the structure – has a key that begins with `=`, and answers only to itself.
 */
export interface Cue {
  readonly key: string;
  /** How much it says: 1 for a word. */
  readonly weight: number;
}

/** What of a longer sentence is not read: no sentence is so long that its beginning does not tell it. */
export const LONGEST_READ = 4000;

/** The cues of one sentence, each once, with the most that it says there. */
export class Cues {
  readonly #weights = new Map<string, number>();

  add(key: string, weight: number): void {
    this.#weights.set(key, Math.max(weight, this.#weights.get(key) ?? 0));
  }

  get all(): Cue[] {
    return Array.from(this.#weights, ([key, weight]) => ({ key, weight }));
  }
}

const MARKS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['=?', /[?？]/],
  ['=!', /[!！]/],
  ['="', /["“”「」『』]/],
  ['=:', /[:：]/],
  ['=…', /…|\.\.\./],
  ['=(', /[(（]/],
  ['=;', /[;；]/],
  ['=-', /—/],
];
const MARK = 0.6;
const BLANK = 1.5;

/** Marks that a translation mostly keeps; and that there is nothing at all. */
export function addMarks(text: string, cues: Cues): void {
  for (const [key, pattern] of MARKS) if (pattern.test(text)) cues.add(key, MARK);
  if (text.trim() === '') cues.add('=blank', BLANK);
}
