import type { EntityId, EntityType } from './entity.ts';
import type { Query } from './query.ts';
import type { DocumentId, SegmentId, SegmentKind } from './segment.ts';
import type { Span } from './span.ts';

/** What of a segment holds what was looked for. */
export const HIT_PLACES = ['zh', 'en', 'note', 'title'] as const;
export type HitPlace = (typeof HIT_PLACES)[number];

export const SORTS = ['relevance', 'place'] as const;
export type Sort = (typeof SORTS)[number];

export interface SearchRequest {
  readonly query: Query;
  readonly limit: number;
  readonly offset: number;
  readonly sort: Sort;
  /** Only within this document; only matches in this place. */
  readonly document?: DocumentId;
  readonly place?: HitPlace;
}

/** A segment that answers a query. Spans are in its text and in its gloss, in order and apart. */
export interface SearchHit {
  readonly document: DocumentId;
  readonly segment: SegmentId;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
  readonly in: readonly HitPlace[];
  readonly zh: readonly Span[];
  readonly en: readonly Span[];
}

export interface Facet<Value> {
  readonly value: Value;
  readonly count: number;
}

/** What the whole result holds, the commonest first. */
export interface Facets {
  readonly documents: readonly Facet<DocumentId>[];
  readonly places: readonly Facet<HitPlace>[];
  readonly kinds: readonly Facet<SegmentKind>[];
  readonly entities: readonly Facet<EntityId>[];
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Facets;
  /** Entities that go by the query, or by a word of it. */
  readonly entities: readonly EntityId[];
  /** The query as it was looked for, where a word of it is a slip. */
  readonly corrected: string | undefined;
  /** Not all words occur together: what fits best is shown. */
  readonly isLoose: boolean;
}

export interface Suggestion {
  readonly kind: 'document' | 'entity' | 'term';
  readonly id: string;
  readonly text: string;
  readonly type?: EntityType;
}

/** The engine of search, whatever stands behind it: a query tree in, hits with spans out. */
export interface Search {
  readonly search: (request: SearchRequest) => SearchResult;
  /** Titles and names that begin like `text`, or have a word that does; at most `limit`. */
  readonly suggest: (text: string, limit: number) => readonly Suggestion[];
  /** Where a query stands in one document, in the order of the text: for marking it there. */
  readonly within: (query: Query, document: DocumentId) => readonly SearchHit[];
}
