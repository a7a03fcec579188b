import { Automaton } from './automaton.ts';
import type { Entity, EntityId, Form } from './entity.ts';
import { formsOf } from './entity.ts';
import { beginsWord, behindAccents, endsWord, isInvisible, patternOf, squeeze, withoutGaps } from './name.ts';
import type { Span } from './span.ts';
import { overlapWith } from './span.ts';

/** A place where a text has a form of one or more entities; of none where a longer word says that it is something else. */
export interface Candidate extends Span {
  readonly forms: readonly Form[];
}

/** All names of all entities, ready to be found in texts. */
export interface Gazetteer {
  /** The places of all forms, also those that lie within others; none that touches `closed`. In the order of their ends. */
  readonly candidatesIn: (text: string, closed: readonly Span[]) => Candidate[];
  /** The forms that `surface` may be, however it is written. */
  readonly formsNamed: (surface: string) => Form[];
}

/** Units of the longest form that is looked for: what nests deeper than this would make time grow with the number of names. */
export const LONGEST_FORM = 120;

// Of the forms that end at one place only the longest are looked at, or names that are made to nest would fill the memory.
const MOST_NESTED = 8;

// A form as it stands in the automaton: under its key, with the places where it may be broken.
interface Entry {
  readonly form: Form | undefined;
  readonly breaks: ReadonlySet<number>;
  /** What a text must have to the letter, but for gaps and width; undefined where case does not matter. */
  readonly exact: string | undefined;
}

export function buildGazetteer(entities: readonly Entity[]): Gazetteer {
  const entries = new Map<string, Entry[]>();
  const add = (name: string, form: Form | undefined): void => {
    const { key, breaks } = patternOf(name);
    if (key === '' || key.length > LONGEST_FORM) return;
    const exact = form?.exact === true ? withoutGaps(name) : undefined;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, [{ form, breaks, exact }]);
    else known.push({ form, breaks, exact });
  };
  for (const entity of entities) {
    for (const form of formsOf(entity)) {
      add(form.text, form);
      for (const longer of form.unless ?? []) add(longer, undefined);
    }
  }
  const lists = [...entries.values()];
  const keys = [...entries.keys()];
  const automaton = new Automaton(keys);
  return {
    candidatesIn: (text, closed) => {
      const { key, offsets } = squeeze(text);
      const isClosed = overlapWith(closed);
      const candidates: Candidate[] = [];
      let nested = 0;
      let before = 0;
      automaton.search(key, (pattern, keyEnd) => {
        const end = behindAccents(text, (offsets[keyEnd - 1] ?? 0) + 1);
        if (keyEnd !== before) {
          if (!endsWord(text, end)) return false;
          nested = 0;
          before = keyEnd;
        }
        const keyStart = keyEnd - (keys[pattern]?.length ?? 0);
        const start = offsets[keyStart] ?? 0;
        if (!beginsWord(text, start) || isClosed(start, end)) return true;
        const fitting = (lists[pattern] ?? []).filter((entry) =>
          fits(entry, text, offsets.subarray(keyStart, keyEnd)),
        );
        if (fitting.length === 0) return true;
        candidates.push({ start, end, forms: fitting.flatMap(({ form }) => form ?? []) });
        nested += 1;
        return nested < MOST_NESTED;
      });
      return candidates;
    },
    formsNamed: (surface) => {
      const { key, offsets } = squeeze(surface);
      return (entries.get(key) ?? [])
        .filter((entry) => fits(entry, surface, offsets))
        .flatMap(({ form }) => form ?? []);
    },
  };
}

function fits({ breaks, exact }: Entry, text: string, offsets: Uint32Array): boolean {
  const isUnbroken = (offsets.at(-1) ?? 0) - (offsets[0] ?? 0) === offsets.length - 1;
  for (let at = 1; at < offsets.length && !isUnbroken; at += 1) {
    const [before, here] = [offsets[at - 1] ?? 0, offsets[at] ?? 0];
    if (here === before + 1) continue;
    const gap = text.slice(before + 1, here);
    // What nobody sees is no gap; more than a gap is none either.
    if (isInvisible(gap)) continue;
    if (!breaks.has(at) || gap.length > 3) return false;
  }
  if (exact === undefined) return true;
  return withoutGaps(text.slice(offsets[0], (offsets.at(-1) ?? 0) + 1)) === exact;
}

/** Entities that go by `surface`, each once, in the order of the authority file. */
export function entitiesNamed(gazetteer: Gazetteer, surface: string): EntityId[] {
  return [...new Set(gazetteer.formsNamed(surface).map(({ entity }) => entity))];
}
