import type { EntityId } from '../core/entity.ts';
import { holds } from '../core/link.ts';
import type { Span } from '../core/span.ts';
import type { WordTerm } from '../core/word.ts';

/** A term that a form may be, and the rule that says when it is. */
interface Homograph {
  readonly term: WordTerm;
  readonly when: WordTerm['when'];
}

/** The terms that each form may be: its own form, and its variants; those that are written alike in the order of the termbase. */
export type Homographs = ReadonlyMap<string, readonly Homograph[]>;

export function homographsOf(terms: readonly WordTerm[]): Homographs {
  const forms = terms.flatMap((term) =>
    [{ form: term.zh, when: term.when }, ...(term.variants ?? [])].map(({ form, when }) => ({
      form,
      term,
      when,
    })),
  );
  return Map.groupBy(forms, ({ form }) => form);
}

/**
 * The terms that stand at `place` of `text`, which names these entities: those whose rule holds before all others. None is left out: whoever
 * looks up a word may want another sense than the text has.
 */
export function termsAt(
  homographs: Homographs,
  text: string,
  place: Span,
  named: ReadonlySet<EntityId>,
): WordTerm[] {
  const here = homographs.get(text.slice(place.start, place.end)) ?? [];
  const isHeld = ({ when }: Homograph): boolean => when !== undefined && holds(when, text, place, named);
  const ranked = [...here.filter(isHeld), ...here.filter((one) => !isHeld(one))];
  return [...new Set(ranked.map(({ term }) => term))];
}
