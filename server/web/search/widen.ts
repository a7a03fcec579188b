import type { Query } from '../../core/query.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import { wordsOf } from '../../core/query-text.ts';
import type { Search, Suggestion } from '../../core/search.ts';
import { searchAddress } from '../address.ts';
import type { NameView } from '../entity/name.ts';
import { nameView } from '../entity/name.ts';
import type { Locale } from '../locale.ts';
import type { Narrowing, SearchChoices } from './choices.ts';
import { DIMENSIONS, narrowed, understood } from './choices.ts';
import { anyOf, withoutFilters, withoutQuotes } from './rewrite.ts';
import type { Said } from './said.ts';
import { saidOf } from './said.ts';

/** Nothing was found: what was tried, what is near, and what would find more. */
export interface NothingView {
  readonly said: readonly Said[];
  /** The words that were looked for; none where there was but one. */
  readonly tried: readonly string[];
  readonly near: readonly { readonly href: string; readonly name: NameView }[];
  readonly ways: readonly Way[];
}

export interface Way {
  readonly label: string;
  /** The query that it leads to; null where that stays as it is. */
  readonly query: string | null;
  readonly href: string;
  readonly count: string;
}

const MOST_NEAR = 6;

export function nothingOf(search: Search, query: Query, choices: SearchChoices, locale: Locale): NothingView {
  const words = wordsOf(query).map(({ text }) => text);
  return {
    said: saidOf({ query: choices.text }, (typed) => locale.t('search.none', typed)),
    tried: words.length > 1 ? words : [],
    near: near(search, words).map(({ text }) => ({ href: searchAddress(text), name: nameView(text) })),
    ways: waysOf(search, query, choices, locale),
  };
}

/** Names and titles that begin as a word does, with at least half of it. */
function near(search: Search, words: readonly string[]): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const word of words) {
    const letters = [...word];
    const least = Math.max(/\p{Script=Han}/u.test(word) ? 1 : 3, Math.ceil(letters.length / 2));
    for (let length = letters.length; length >= least && found.size < MOST_NEAR; length -= 1) {
      const known = search.suggest(letters.slice(0, length).join(''), MOST_NEAR);
      for (const one of known) found.set(`${one.kind} ${one.id}`, one);
      if (known.length > 0) break;
    }
  }
  return [...found.values()].slice(0, MOST_NEAR);
}

/** Only ways that lead to something. */
function waysOf(search: Search, query: Query, { text, narrowing }: SearchChoices, locale: Locale): Way[] {
  const { t, number } = locale;
  const isNarrowed = DIMENSIONS.some((dimension) => narrowing[dimension] !== undefined);
  const words = wordsOf(query);
  const ways: { label: string; query: string; narrowing: Narrowing }[] = [
    { label: t('search.widen.all'), query: isNarrowed ? text : '', narrowing: {} },
    { label: t('search.widen.filters'), query: withoutFilters(query), narrowing },
    { label: t('search.widen.quotes'), query: withoutQuotes(query), narrowing },
    { label: t('search.widen.any'), query: words.length > 1 ? anyOf(query) : '', narrowing },
  ];
  const tried = new Set(isNarrowed ? [] : [text]);
  return ways.flatMap((way) => {
    if (way.query === '' || tried.has(way.query)) return [];
    tried.add(way.query);
    const total = totalOf(search, way.query, way.narrowing);
    if (total === 0) return [];
    return [
      {
        label: way.label,
        query: way.query === text ? null : way.query,
        href: searchAddress(way.query, way.narrowing),
        count: t('search.found', { count: total, number: number(total) }),
      },
    ];
  });
}

function totalOf(search: Search, text: string, narrowing: Narrowing): number {
  const query = understood(text);
  if (query instanceof QueryRefused) return 0;
  const { document, place } = narrowing;
  return search.search({
    query: narrowed(query, narrowing),
    limit: 0,
    offset: 0,
    sort: 'place',
    ...(document !== undefined && { document: document.id }),
    ...(place !== undefined && { place }),
  }).total;
}
