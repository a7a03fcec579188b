import type { EntityId } from '../core/entity.ts';
import type { Filter, Node } from '../core/query.ts';
import { wordsOf } from '../core/query-text.ts';
import type { SearchRequest } from '../core/search.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import type { Pass } from './filter.ts';
import type { Found } from './found.ts';
import { either, NOTHING, passing, scaled } from './found.ts';
import type { Sought } from './look.ts';
import { look, namedBy, soughtIn } from './look.ts';
import { looseMatches } from './loose.ts';
import type { Index } from './open-index.ts';
import { BIT } from './place.ts';
import { questionIn } from './question.ts';
import type { Told } from './relation.ts';

const MOST_ENTITIES = 6;
/** What a passage counts for each time that it holds all words as they were typed: it is found for its words once more, and for their order again. */
const AS_TYPED = 2;

type Asked = Pick<SearchRequest, 'query' | 'document' | 'place'>;

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

const NO_ANSWER: Answer = {
  found: NOTHING,
  sought: [],
  words: [],
  entities: [],
  corrected: undefined,
  isLoose: false,
};

export function answer(request: Asked, asking: Asking): Answer {
  const { query } = request;
  const { root, text } = query;
  if (root === null) return NO_ANSWER;
  const { index } = asking;
  const words = wordsOf(query).map((word) => word.text);
  const isQuestion = questionIn(index.normal(words.join(' '))).isAsked;
  const slips = new Map<string, string>();
  const sought: Sought[] = [];
  const hold = holding(root, asking, request);
  const found = evaluate(root, { ...asking, sought, slips, correctsSlips: true, isQuestion });
  const whole = wholeName(text, index);
  const entities = [...new Set([...whole, ...sought.flatMap((one) => one.entities)])];
  const corrected = slips.size === 0 ? undefined : correctedIn(text, slips);
  const strict = { sought, words, entities: entities.slice(0, MOST_ENTITIES), corrected, isLoose: false };
  if (!isPlain(root, isQuestion)) return { ...strict, found: hold(found) };

  // `CoreOS, Inc.` is a name, dot and all: not every word of it need occur where it is called otherwise.
  const isName = whole.length > 0 && !(root.kind === 'word' && root.text === text.trim());
  if (isName) sought.push({ ...soughtIn(index, text, true), entities: whole });
  const phrase = words.length > 1 ? soughtIn(index, words.join(' '), true) : undefined;
  const asTyped = phrase === undefined ? NOTHING : look(index, phrase);
  if (phrase !== undefined && asTyped.units.length > 0) sought.push(phrase);
  const plain = [
    ...(isName ? whole : []).map((entity) => index.named.of.get(entity) ?? NOTHING),
    scaled(asTyped, AS_TYPED),
  ].reduce(either, found);
  const answered = { ...strict, found: hold(plain) };
  if (isName || !isLoose(answered.found, words, isQuestion)) return answered;

  const asked = correctedIn(words.join(' '), slips);
  const loose = looseMatches(index, asked, asking.told);
  const fitting = hold(either(loose.found, lifted(asTyped, loose.found)));
  if (fitting.units.length === 0) return answered;
  return {
    ...strict,
    found: fitting,
    sought: [
      ...loose.texts.map((one) => soughtIn(index, one, false)),
      { ...soughtIn(index, asked, true), entities: loose.entities },
    ],
    entities: [...new Set([...entities, ...loose.entities])].slice(0, MOST_ENTITIES),
    isLoose: true,
  };
}

/** `found`, each above all of `others`. */
function lifted(found: Found, others: Found): Found {
  const most = others.scores.reduce((a, b) => Math.max(a, b), 0);
  return { ...found, scores: found.scores.map((score) => score + most) };
}

/**
 * Only words, and filters: who uses operators gets what they ask for, and nothing that is like it. In a question quotation marks only say that a word is
 * meant as a word.
 */
function isPlain(node: Node, isQuestion: boolean): boolean {
  if (node.kind === 'and') return node.nodes.every((one) => isPlain(one, isQuestion));
  if (node.kind === 'phrase') return isQuestion && node.field === 'any';
  return node.kind === 'filter' || (node.kind === 'word' && node.field === 'any');
}

/** Nothing fits strictly; or it is a question of several words, in which the words that ask are as good as any for a strict search. */
function isLoose(strict: Found, words: readonly string[], isQuestion: boolean): boolean {
  if (strict.units.length === 0) return words.length > 0;
  return words.length > 2 && isQuestion;
}

/** Whom the whole query names: an exact name always wins. Of several, whom the texts name more often. */
function wholeName(text: string, index: Index): EntityId[] {
  const times = (entity: EntityId): number => index.named.of.get(entity)?.units.length ?? 0;
  return namedBy(index, text.replace(/^["“「]|["”」]$/g, '')).sort((a, b) => times(b) - times(a));
}

/** Keeps what the whole query asks of every hit: a document, a side, and its filters where not every word must occur. */
function holding(
  root: Node,
  { index: { units }, passOf }: Asking,
  { document, place }: Asked,
): (found: Found) => Found {
  const filters = filtersIn(root);
  const passes = filters.map(passOf);
  const sides = filters.flatMap((filter) => (filter.name === 'language' ? [filter.value] : []));
  const side = place ?? sides[0];
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
