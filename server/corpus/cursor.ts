import type { Finding, Path, Severity } from '../core/finding.ts';
import { nearest } from '../core/nearest.ts';
import type { Locate, Opened } from './yaml.ts';

/** Which items of a list were kept, by the path of the list. */
type Kept = Map<string, readonly number[]>;

/**
 * A value in a file, together with where it stands. Reading it in the wrong type is a finding and gives `undefined`;
 * reading goes on, so that every fault of a file is reported at once.
 */
export class Cursor {
  readonly value: unknown;
  readonly path: Path;
  readonly #locate: Locate;
  readonly #findings: Finding[];
  readonly #kept: Kept;

  private constructor(value: unknown, path: Path, locate: Locate, findings: Finding[], kept: Kept) {
    this.value = value;
    this.path = path;
    this.#locate = locate;
    this.#findings = findings;
    this.#kept = kept;
  }

  /** The whole of a file. Findings are added to `findings`, those of parsing it first. */
  static of(opened: Opened, findings: Finding[]): Cursor {
    findings.push(...opened.findings);
    return new Cursor(opened.value, [], opened.locate, findings, new Map());
  }

  report(rule: string, message: string, severity: Severity = 'error'): undefined {
    this.#findings.push({ rule, severity, message, place: this.#locate(this.path) });
    return undefined;
  }

  get isAbsent(): boolean {
    return this.value === undefined;
  }

  /** The value under `key`, present or not. */
  at(key: string | number): Cursor {
    const parent = this.value;
    const value =
      typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)
        ? (parent as Record<string | number, unknown>)[key]
        : undefined;
    return new Cursor(value, [...this.path, key], this.#locate, this.#findings, this.#kept);
  }

  /** Whether it is a map; keys that are not `known` are findings. */
  isMap(known: readonly string[]): boolean {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.report('type', `${this.#name} must be a map of ${known.join(', ')}`);
      return false;
    }
    for (const key of Object.keys(this.value)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean “${near}”?`;
      this.at(key).report('unknown-key', `unknown key “${key}”; ${hint}`);
    }
    return true;
  }

  /** Key and value of each entry of a map, in the file's order; none if it is no map. */
  entries(): [string, Cursor][] {
    if (this.isAbsent) return [];
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      this.report('type', `${this.#name} must be a map`);
      return [];
    }
    return Object.keys(this.value).map((key) => [key, this.at(key)]);
  }

  /** The items of a list; none if it is absent or no list. */
  items(): Cursor[] {
    if (this.isAbsent) return [];
    if (!Array.isArray(this.value)) {
      this.report('type', `${this.#name} must be a list`);
      return [];
    }
    return this.value.map((_, index) => this.at(index));
  }

  /**
   * What `read` can make of the items of the list under `key`, and a `locate` that counts those alone, in lists within lists too: what is
   * left out of a layer must not shift the places of what follows it.
   */
  list<Item>(
    key: string | number,
    read: (item: Cursor) => Item | undefined,
  ): { items: Item[]; locate: Locate } {
    const items: Item[] = [];
    const indexes: number[] = [];
    for (const [index, cursor] of this.at(key).items().entries()) {
      const item = read(cursor);
      if (item === undefined) continue;
      items.push(item);
      indexes.push(index);
    }
    this.#kept.set([...this.path, key].join('/'), indexes);
    const locate: Locate = (path) => {
      const inFile: (string | number)[] = [];
      for (const step of path) {
        const kept = typeof step === 'number' ? this.#kept.get(inFile.join('/'))?.[step] : undefined;
        inFile.push(kept ?? step);
      }
      return this.#locate(inFile);
    };
    return { items, locate };
  }

  text(): string | undefined {
    if (this.isAbsent) return this.report('missing-key', `${this.#name} is missing`);
    if (typeof this.value !== 'string') return this.report('type', `${this.#name} must be text`);
    return this.value;
  }

  optionalText(): string | undefined {
    return this.isAbsent ? undefined : this.text();
  }

  /** A whole number that is not negative. */
  count(): number | undefined {
    if (this.isAbsent) return this.report('missing-key', `${this.#name} is missing`);
    const number =
      typeof this.value === 'string' && /^\d{1,15}$/.test(this.value) ? Number(this.value) : this.value;
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
    return this.report('type', `${this.#name} must be a whole number, 0 or more`);
  }

  /** A number as people write it: `130`, `2.5`. */
  number(): number | undefined {
    if (this.isAbsent) return this.report('missing-key', `${this.#name} is missing`);
    if (typeof this.value === 'string' && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(this.value))
      return Number(this.value);
    return this.report('type', `${this.#name} must be a number`);
  }

  flag(): boolean | undefined {
    if (this.isAbsent) return this.report('missing-key', `${this.#name} is missing`);
    if (this.value === true || this.value === 'true') return true;
    if (this.value === false || this.value === 'false') return false;
    return this.report('type', `${this.#name} must be true or false`);
  }

  oneOf<Choice extends string>(choices: readonly Choice[]): Choice | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const choice = choices.find((one) => one === text);
    return choice ?? this.report('unknown-value', `${this.#name} must be one of ${choices.join(', ')}`);
  }

  get #name(): string {
    return this.path.length === 0 ? 'the file' : `“${this.path.at(-1)}”`;
  }
}
