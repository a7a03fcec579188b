import type { Authority } from '../core/authority.ts';
import type { Edtf } from '../core/date.ts';
import type { Document } from '../core/document.ts';
import type { EntityId } from '../core/entity.ts';
import type { Filter, Node, Query } from '../core/query.ts';
import type { Search, SearchHit, SearchRequest, SearchResult } from '../core/search.ts';
import { HIT_PLACES } from '../core/search.ts';
import type { DocumentId } from '../core/segment.ts';
import type { DatesTold } from '../core/told.ts';
import type { Evaluation } from './evaluate.ts';
import { evaluate } from './evaluate.ts';
import { facetsOf } from './facets.ts';
import type { Pass } from './filter.ts';
import { passOf } from './filter.ts';
import type { Found } from './found.ts';
import { highlights } from './highlight.ts';
import type { Sought } from './look.ts';
import { namedBy } from './look.ts';
import { looseMatches } from './loose.ts';
import type { Index } from './open-index.ts';
import { BIT } from './open-index.ts';
import { suggester } from './suggest.ts';

const MOST_ENTITIES = 6;
/** Above this many hits only the best are put in order; the rest follow in the order of the text. */
const MOST_RANKED = 1000;

/** Search over an index in memory. */
export function searchOver(
  index: Index,
  authority: Authority,
  documents: readonly Document[],
  datesTold: DatesTold,
): Search {
  const dates = new Map<number, readonly Edtf[]>();
  const datesOf = (unit: number): readonly Edtf[] => {
    const at = index.units[unit];
    const known = dates.get(unit) ?? (at === undefined ? [] : datesTold(at.document, at.segment));
    dates.set(unit, known);
    return known;
  };
  const run = (query: Query, document?: DocumentId, language?: 'zh' | 'en') =>
    answer(
      query,
      index,
      (filter) => passOf(filter, index, authority, datesOf),
      (text) => typoIn(text, index, authority),
      document,
      language,
    );
  return {
    suggest: suggester(index, authority, documents),
    search: (request) => resultOf(run(request.query, request.document, request.language), request, index),
    within: (query, document) => {
      const { found, sought } = run(query, document);
      return [...found.keys()].sort((a, b) => a - b).map((unit) => hitOf(unit, found, sought, index));
    },
  };
}

/** The preferred name of the only entity of which `text` is a misspelling. */
function typoIn(text: string, { gazetteer }: Index, { entities }: Authority): string | undefined {
  const forms = gazetteer.formsNamed(text);
  const [form] = forms;
  if (form === undefined || forms.some(({ kind }) => kind !== 'typo')) return undefined;
  return /^[\x20-\x7e]+$/.test(text)
    ? entities.get(form.entity)?.name.en
    : entities.get(form.entity)?.name.zh;
}

interface Answer {
  readonly found: Found;
  readonly sought: readonly Sought[];
  readonly corrected: string | undefined;
  readonly isLoose: boolean;
  readonly entities: readonly EntityId[];
}

function answer(
  query: Query,
  index: Index,
  filterOf: (filter: Filter) => Pass,
  typoOf: Evaluation['typoOf'],
  document?: DocumentId,
  language?: 'zh' | 'en',
): Answer {
  const { root, text } = query;
  const sought: Sought[] = [];
  const slips = new Map<string, string>();
  const evaluation: Evaluation = { index, passOf: filterOf, sought, slips, correctsSlips: true, typoOf };
  const hold = holding(root, index, filterOf, document, language);
  const strict = root === null ? new Map() : hold(evaluate(root, evaluation));
  const isLoose = strict.size === 0 && sought.length > 0;
  const found = isLoose ? hold(looseMatches(index, sought)) : strict;
  return {
    found,
    sought: isLoose ? loosened(sought) : sought,
    corrected: slips.size === 0 ? undefined : correctedIn(text, slips),
    isLoose: isLoose && found.size > 0,
    entities: entitiesIn(text, sought, index),
  };
}

/** Keeps what the whole query asks of every hit: a document, a side, and its filters where not every word must occur. */
function holding(
  root: Node | null,
  { units }: Index,
  filterOf: (filter: Filter) => Pass,
  document?: DocumentId,
  language?: 'zh' | 'en',
): (found: Found) => Found {
  const filters = root === null ? [] : filtersIn(root);
  const passes = filters.map(filterOf);
  const side = language ?? filters.flatMap((filter) => (filter.name === 'language' ? [filter.value] : []))[0];
  if (document === undefined && side === undefined && passes.length === 0) return (found) => found;
  const bit = side === undefined ? 0 : BIT[side];
  return (found) =>
    new Map(
      [...found].filter(
        ([unit, { places }]) =>
          (document === undefined || units[unit]?.document.id === document) &&
          // Nothing was looked for but filters: then every side will do.
          (bit === 0 || places === 0 || (places & bit) !== 0) &&
          passes.every((pass) => pass(unit)),
      ),
    );
}

/** Filters that hold for the whole query. */
function filtersIn(node: Node): Filter[] {
  if (node.kind === 'filter') return [node.filter];
  return node.kind === 'and' ? node.nodes.flatMap(filtersIn) : [];
}

// Of a question, the words that are there are marked: each two characters, each word.
function loosened(sought: readonly Sought[]): Sought[] {
  return sought.flatMap((one) => {
    const pieces = one.normal.match(/[a-z0-9]{2,}|[\u3400-\u9fff]{2}(?=[\u3400-\u9fff]*)/g) ?? [];
    return [
      one,
      ...pieces.map((normal): Sought => ({ ...one, text: normal, normal, entities: [], readings: [] })),
    ];
  });
}

function correctedIn(text: string, slips: ReadonlyMap<string, string>): string {
  let corrected = text;
  for (const [slip, word] of slips) corrected = corrected.replace(slip, () => word);
  return corrected;
}

/** The whole query first: an exact name always wins. */
function entitiesIn(text: string, sought: readonly Sought[], index: Index): EntityId[] {
  const whole = namedBy(index, text.replace(/^["“「]|["”」]$/g, ''));
  return [...new Set([...whole, ...sought.flatMap(({ entities }) => entities)])].slice(0, MOST_ENTITIES);
}

function resultOf(
  { found, sought, corrected, isLoose, entities }: Answer,
  { limit, offset, sort }: SearchRequest,
  index: Index,
): SearchResult {
  const order = sort === 'place' ? [...found.keys()].sort((a, b) => a - b) : ranked(found);
  return {
    total: found.size,
    hits: order.slice(offset, offset + limit).map((unit) => hitOf(unit, found, sought, index)),
    facets: facetsOf(found, index),
    entities,
    corrected,
    isLoose,
  };
}

function ranked(found: Found): number[] {
  const units = [...found.keys()].sort((a, b) => a - b);
  const byScore = (a: number, b: number): number =>
    (found.get(b)?.score ?? 0) - (found.get(a)?.score ?? 0) || a - b;
  if (units.length <= MOST_RANKED) return units.sort(byScore);
  const threshold = [...found.values()].map(({ score }) => score).sort((a, b) => b - a)[MOST_RANKED - 1] ?? 0;
  const best = units.filter((unit) => (found.get(unit)?.score ?? 0) >= threshold).slice(0, MOST_RANKED);
  const isBest = new Set(best);
  return [...best.sort(byScore), ...units.filter((unit) => !isBest.has(unit))];
}

function hitOf(unit: number, found: Found, sought: readonly Sought[], index: Index): SearchHit {
  const { document, segment } = index.units[unit] as Index['units'][number];
  const { score, places } = found.get(unit) ?? { score: 0, places: 0 };
  return {
    document: document.id,
    segment: segment.id,
    score,
    in: HIT_PLACES.filter((place) => (places & BIT[place]) !== 0),
    zh: highlights(index, unit, 'zh', sought),
    en: highlights(index, unit, 'en', sought),
  };
}
