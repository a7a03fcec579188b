import type { Document } from '../../core/document.ts';
import type { Entity } from '../../core/entity.ts';
import type { Node, Query as QueryTree } from '../../core/query.ts';
import { parseQuery } from '../../core/query.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import type { HitPlace, Sort } from '../../core/search.ts';
import { HIT_PLACES, SORTS } from '../../core/search.ts';
import type { SegmentKind } from '../../core/segment.ts';
import { SEGMENT_KINDS } from '../../core/segment.ts';
import type { House } from '../house.ts';
import { documentIn, entityIn } from '../house.ts';
import type { Query } from '../query.ts';

/** What a result is narrowed to beside its query. */
export interface Narrowing {
  readonly document?: Document | undefined;
  readonly place?: HitPlace | undefined;
  readonly kind?: SegmentKind | undefined;
  readonly entity?: Entity | undefined;
}

export const DIMENSIONS = ['document', 'place', 'kind', 'entity'] as const;

/** What the address of a search asks for. */
export interface SearchChoices {
  /** What was typed, without the space around it; empty if nothing was. */
  readonly text: string;
  readonly narrowing: Narrowing;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
}

const LAST_PAGE = 1000;

/**
 * @throws DomainError `not-found` if no document or no entity has the id that the address asks for.
 * @throws BadRequest where the address asks for what does not exist.
 */
export function searchChoicesIn(query: Query, house: House): SearchChoices {
  return {
    text: typedIn(query),
    narrowing: {
      document: documentChosen(query, house),
      place: query.choice('in', HIT_PLACES),
      kind: query.choice('kind', SEGMENT_KINDS),
      entity: present(query, 'entity', (id) => entityIn(house, id)),
    },
    sort: query.choice('sort', SORTS) ?? 'relevance',
    page: query.whole('page', 1, LAST_PAGE) ?? 1,
  };
}

/** A parameter that pages and the API have in common; @throws as above. */
export function documentChosen(query: Query, house: House): Document | undefined {
  return present(query, 'document', (id) => documentIn(house, id));
}

function present<Value>(query: Query, name: string, read: (value: string) => Value): Value | undefined {
  const value = query.value(name);
  return value === undefined ? undefined : read(value);
}

/** What was typed; control characters are in no text, and in no page. @throws BadRequest if it is given more than once. */
export function typedIn(query: Query): string {
  return (query.value('q') ?? '')
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

/** A query understood, or why it is not. */
export function understood(text: string): QueryTree | QueryRefused {
  try {
    return parseQuery(text);
  } catch (error) {
    if (error instanceof QueryRefused) return error;
    throw error;
  }
}

/** A query that asks for a kind and an entity besides. The box holds what was typed, and nothing else. */
export function narrowed(query: QueryTree, { kind, entity }: Narrowing): QueryTree {
  const { root, text } = query;
  const at = { start: text.length, end: text.length };
  const filters: Node[] = [
    ...(kind === undefined
      ? []
      : [{ kind: 'filter', filter: { name: 'type', value: kind }, ...at } as const]),
    ...(entity === undefined
      ? []
      : [{ kind: 'filter', filter: { name: 'entity', value: entity.id }, ...at } as const]),
  ];
  if (root === null || filters.length === 0) return query;
  return {
    ...query,
    root: { kind: 'and', nodes: [...(root.kind === 'and' ? root.nodes : [root]), ...filters] },
  };
}
