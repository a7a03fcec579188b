import { parseEntityId } from '../../core/entity.ts';
import { parseQuery } from '../../core/query.ts';
import type { Facets, HitPlace, Search, SearchHit, Suggestion } from '../../core/search.ts';
import type { DocumentId, SegmentId } from '../../core/segment.ts';
import { parseDocumentId } from '../../core/segment.ts';
import type { Span } from '../../core/span.ts';
import { parseTermId } from '../../core/term.ts';
import { entityAddress, readerAddress, termAddress } from '../address.ts';
import { BadRequest } from '../bad-request.ts';
import type { House } from '../house.ts';
import type { Query } from '../query.ts';
import { documentChosen } from '../search/choices.ts';
import { FaultyQuery } from '../search/faulty-query.ts';
import { termsFor } from '../search/term-card.ts';
import type { EntitySummary } from './entity.ts';
import { entitySummaryOf } from './entity.ts';
import type { TermSummary } from './term.ts';
import { termSummaryOf } from './term.ts';

/** What a search finds. The shape is public: fields may be added, not renamed. */
export interface Findings {
  readonly query: string;
  readonly correctedQuery?: string;
  readonly total: number;
  readonly entities: readonly EntitySummary[];
  readonly terms: readonly TermSummary[];
  readonly facets: Facets;
  readonly hits: readonly Hit[];
}

interface Hit {
  readonly document: DocumentId;
  readonly segment: SegmentId;
  readonly score: number;
  readonly in: readonly HitPlace[];
  readonly zh: string | null;
  readonly en: string | null;
  readonly highlights: { readonly zh: readonly Range[]; readonly en: readonly Range[] };
}

type Range = readonly [start: number, end: number];

export interface Suggested {
  readonly items: readonly (Suggestion & { readonly href: string })[];
}

const USUAL = 20;
const MOST = 100;
const FARTHEST = 1_000_000;
const LONGEST = 200;
const SUGGESTIONS = { usual: 8, most: 20 };
const NO_FACETS: Facets = { documents: [], places: [], kinds: [], entities: [] };

/**
 * What the address asks for, not searched for yet.
 * @throws FaultyQuery or QueryRefused where the query cannot be run as it is.
 * @throws BadRequest, or DomainError `not-found`, where another parameter asks for what does not exist.
 */
export function searchIn(query: Query, house: House): (search: Search) => Findings {
  const limit = query.whole('limit', 1, MOST) ?? USUAL;
  const offset = query.whole('offset', 0, FARTHEST) ?? 0;
  const document = documentChosen(query, house);
  const place = query.choice('language', ['zh', 'en']);
  const tree = parseQuery((query.value('q') ?? '').toWellFormed());
  const [first, ...others] = tree.faults;
  if (first !== undefined) throw new FaultyQuery([first, ...others]);
  const blank = { query: tree.text, total: 0, entities: [], terms: [], facets: NO_FACETS, hits: [] };
  if (tree.root === null) return () => blank;
  return (search) => {
    const { total, hits, facets, entities, corrected } = search.search({
      query: tree,
      limit,
      offset,
      sort: 'relevance',
      ...(document !== undefined && { document: document.id }),
      ...(place !== undefined && { place }),
    });
    return {
      ...blank,
      ...(corrected !== undefined && { correctedQuery: corrected }),
      total,
      entities: entities.flatMap((id) => {
        const entity = house.library.authority.entities.get(id);
        return entity === undefined ? [] : [entitySummaryOf(entity, house)];
      }),
      terms: termsFor(tree, house).map((term) => termSummaryOf(house.termbook.recordOf(term))),
      facets,
      hits: hits.flatMap((hit) => hitOf(hit, house)),
    };
  };
}

function hitOf({ document, segment, score, in: places, zh, en }: SearchHit, { documents }: House): Hit[] {
  const found = documents.get(document)?.segments.find(({ id }) => id === segment);
  if (found === undefined) return [];
  const texts = { zh: found.zh, en: found.en };
  return [
    { document, segment, score, in: places, ...texts, highlights: { zh: rangesOf(zh), en: rangesOf(en) } },
  ];
}

function rangesOf(spans: readonly Span[]): Range[] {
  return spans.map(({ start, end }) => [start, end]);
}

const HREFS: Readonly<Record<Suggestion['kind'], (id: string) => string>> = {
  document: (id) => readerAddress(parseDocumentId(id)),
  entity: (id) => entityAddress(parseEntityId(id)),
  term: (id) => termAddress(parseTermId(id)),
};

/** @throws BadRequest if what is typed is too long, or a parameter asks for what does not exist. */
export function suggestIn(query: Query): (search: Search) => Suggested {
  const typed = (query.value('q') ?? '').toWellFormed();
  const limit = query.whole('limit', 1, SUGGESTIONS.most) ?? SUGGESTIONS.usual;
  if (typed.length > LONGEST) throw new BadRequest('long-query', { limit: LONGEST });
  if (typed.trim() === '') return () => ({ items: [] });
  return (search) => ({
    items: search.suggest(typed, limit).map(({ kind, id, text, type }) => ({
      kind,
      id,
      text,
      ...(type !== undefined && { type }),
      href: HREFS[kind](id),
    })),
  });
}
