import type { EntityId } from '../core/entity.ts';
import type { Filter, Node, Query } from '../core/query.ts';
import { wordsOf } from '../core/query-text.ts';
import type { SearchRequest } from '../core/search.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import type { Pass } from './filter.ts';
import type { Found } from './found.ts';
import { either, NOTHING, passing } from './found.ts';
import type { Sought } from './look.ts';
import { namedBy, soughtIn } from './look.ts';
import { looseMatches } from './loose.ts';
import type { Index } from './open-index.ts';
import { BIT } from './place.ts';
import { questionIn } from './question.ts';
import type { Told } from './relation.ts';

const MOST_ENTITIES = 6;

/** What answering needs, whatever is asked. */
export interface Asking {
  readonly index: Index;
  readonly passOf: (filter: Filter) => Pass;
  readonly typoOf: Evaluation['typoOf'];
  readonly told: readonly Told[];
}

/** What answers a query, not yet in order. */
export interface Answer {
  readonly found: Found;
  /** What is marked in it. */
  readonly sought: readonly Sought[];
  /** The words of the query that stand the better the closer they stand. */
  readonly words: readonly string[];
  readonly entities: readonly EntityId[];
  readonly corrected: string | undefined;
  readonly isLoose: boolean;
}

export function answer(
  { query, document, language }: Pick<SearchRequest, 'query' | 'document' | 'language'>,
  asking: Asking,
): Answer {
  const { index } = asking;
  const { root, text } = query;
  const sought: Sought[] = [];
  if (root === null)
    return { found: NOTHING, sought, words: [], entities: [], corrected: undefined, isLoose: false };
  const hold = holding(root, asking, document, language);
  const slips = new Map<string, string>();
  const words = wordsOf(query).map((word) => word.text);
  const isQuestion = questionIn(index.normal(words.join(' '))).isAsked;
  let strict = evaluate(root, { ...asking, sought, slips, correctsSlips: true, isQuestion });
  const entities = [...new Set([...wholeName(query, index), ...sought.flatMap((one) => one.entities)])];
  // `CoreOS, Inc.` is a name, dot and all: not every word of it need occur where it is called otherwise.
  const whole = isPlain(root) && !isOneWord(root, text) ? wholeName(query, index) : [];
  for (const entity of whole) strict = either(strict, index.named.of.get(entity) ?? NOTHING);
  if (whole.length > 0) sought.push({ ...soughtIn(index, text, true), entities: whole });
  strict = hold(strict);
  const corrected = slips.size === 0 ? undefined : correctedIn(text, slips);
  if (whole.length > 0 || !isPlain(root) || !isLoose(strict, words, isQuestion)) {
    return {
      found: strict,
      sought,
      words,
      entities: entities.slice(0, MOST_ENTITIES),
      corrected,
      isLoose: false,
    };
  }
  const asked = correctedIn(words.join(' '), slips);
  const loose = looseMatches(index, asked, asking.told);
  const found = hold(loose.found);
  return {
    found,
    sought: [
      ...loose.texts.map((one) => soughtIn(index, one, false)),
      { ...soughtIn(index, asked, true), entities: loose.entities },
    ],
    words,
    entities: [...new Set([...entities, ...loose.entities])].slice(0, MOST_ENTITIES),
    corrected,
    isLoose: found.units.length > 0,
  };
}

function isOneWord(root: Node, text: string): boolean {
  return root.kind === 'word' && root.text === text.trim();
}

/** Only words, and filters: who uses operators gets what they ask for, and nothing that is like it. */
function isPlain(node: Node): boolean {
  if (node.kind === 'and') return node.nodes.every(isPlain);
  return node.kind === 'filter' || (node.kind === 'word' && node.field === 'any');
}

/** Nothing fits strictly; or it is a question of several words, in which the words that ask are as good as any for a strict search. */
function isLoose(strict: Found, words: readonly string[], isQuestion: boolean): boolean {
  if (strict.units.length === 0) return words.length > 0;
  return words.length > 2 && isQuestion;
}

/** The whole query first: an exact name always wins. */
function wholeName({ text }: Query, index: Index): EntityId[] {
  return namedBy(index, text.replace(/^["“「]|["”」]$/g, ''));
}

/** Keeps what the whole query asks of every hit: a document, a side, and its filters where not every word must occur. */
function holding(
  root: Node,
  { index: { units }, passOf }: Asking,
  document: SearchRequest['document'],
  language: SearchRequest['language'],
): (found: Found) => Found {
  const filters = filtersIn(root);
  const passes = filters.map(passOf);
  const sides = filters.flatMap((filter) => (filter.name === 'language' ? [filter.value] : []));
  const side = language ?? sides[0];
  if (document === undefined && side === undefined && passes.length === 0) return (found) => found;
  const bit = side === undefined ? 0 : BIT[side];
  return (found) =>
    passing(
      found,
      (unit, places) =>
        (document === undefined || units[unit]?.document.id === document) &&
        // Nothing was looked for but filters: then every side will do.
        (bit === 0 || places === 0 || (places & bit) !== 0) &&
        passes.every((pass) => pass(unit)),
    );
}

/** Filters that hold for the whole query. */
function filtersIn(node: Node): Filter[] {
  if (node.kind === 'filter') return [node.filter];
  return node.kind === 'and' ? node.nodes.flatMap(filtersIn) : [];
}

function correctedIn(text: string, slips: ReadonlyMap<string, string>): string {
  let corrected = text;
  for (const [slip, word] of slips) corrected = corrected.replace(slip, () => word);
  return corrected;
}
