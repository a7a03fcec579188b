import { Automaton } from './automaton.ts';
import type { Document, DocumentSegment } from './document.ts';
import type { EntityId } from './entity.ts';
import { fold } from './fold.ts';
import { addressesIn, apart, holds } from './link.ts';
import { isWholeWord } from './name.ts';
import type { Span } from './span.ts';
import { overlapWith } from './span.ts';
import type { Term, TermForm } from './term.ts';
import { termFormsOf } from './term.ts';

/** A place where a term stands in the Chinese of a segment. */
export interface FoundTerm extends Span {
  readonly term: Term;
}

/** Finds terms in a segment of a document that names these entities. */
export type TermFinder = (segment: DocumentSegment, named: ReadonlySet<EntityId>) => FoundTerm[];

/**
 * Finds terms in the Chinese, in order and apart: of those that overlap the longest, none within a name, code, an address or debris. A
 * form of several terms is decided by their rules; one without a rule is the rest of the cases; where that leaves several, it is none.
 */
export function termFinder(terms: readonly Term[]): TermFinder {
  const find = candidateFinder(terms);
  return (segment, named) => termsIn(segment, find, named);
}

/** Whom a document names, on either side: what rules of terms look at. */
export function entitiesIn({ segments }: Document): ReadonlySet<EntityId> {
  return new Set(
    segments.flatMap(({ names }) => [...names.zh.mentions, ...names.en.mentions].map(({ entity }) => entity)),
  );
}

// A place where forms of terms stand; of none where a longer word says that it is something else.
interface Candidate extends Span {
  readonly forms: readonly TermForm[];
}

function candidateFinder(terms: readonly Term[]): (text: string) => Candidate[] {
  const entries = new Map<string, TermForm[]>();
  for (const form of terms.flatMap(termFormsOf)) {
    const key = fold(form.text);
    entries.set(key, [...(entries.get(key) ?? []), form]);
    for (const longer of form.unless ?? []) if (!entries.has(fold(longer))) entries.set(fold(longer), []);
  }
  const keys = [...entries.keys()];
  const automaton = new Automaton(keys);
  return (text) => {
    const candidates: Candidate[] = [];
    automaton.search(fold(text), (pattern, end) => {
      const key = keys[pattern] ?? '';
      const start = end - key.length;
      if (isWholeWord(text, start, end)) candidates.push({ start, end, forms: entries.get(key) ?? [] });
      return true;
    });
    return candidates;
  };
}

function termsIn(
  segment: DocumentSegment,
  find: (text: string) => Candidate[],
  named: ReadonlySet<EntityId>,
): FoundTerm[] {
  const { zh, debris, kind } = segment;
  if (zh === null || debris || kind === 'code') return [];
  const isClosed = closedIn(zh, segment);
  const meant = find(zh)
    .filter((candidate) => !isClosed(candidate))
    .flatMap((candidate) => {
      const terms = termsMeant(candidate, zh, named);
      return terms === undefined ? [] : [{ ...candidate, terms }];
    });
  return apart(meant).flatMap(({ start, end, terms }) => {
    const [term, another] = terms;
    return term === undefined || another !== undefined ? [] : [{ start, end, term }];
  });
}

// Code, addresses and names.
function closedIn(zh: string, { names, marks }: DocumentSegment): (span: Span) => boolean {
  const isShut = overlapWith([
    ...marks.filter(({ kind }) => kind === 'code'),
    ...addressesIn(zh),
    ...names.zh.mentions,
    ...names.zh.ambiguities,
  ]);
  return ({ start, end }) => isShut(start, end);
}

/** Nobody's where a longer word says so; undefined where no rule holds, so that a shorter term may stand there. */
function termsMeant(
  { start, end, forms }: Candidate,
  text: string,
  named: ReadonlySet<EntityId>,
): readonly Term[] | undefined {
  if (forms.length === 0) return [];
  const holding = forms.filter(({ when }) => when !== undefined && holds(when, text, { start, end }, named));
  const meant = holding.length > 0 ? holding : forms.filter(({ when }) => when === undefined);
  const terms = [...new Set(meant.map(({ term }) => term))];
  return terms.length > 0 ? terms : undefined;
}
