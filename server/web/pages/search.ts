import type { Query } from '../../core/query.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import { wordsOf } from '../../core/query-text.ts';
import type { Search, SearchResult } from '../../core/search.ts';
import { SORTS } from '../../core/search.ts';
import { searchAddress } from '../address.ts';
import type { EntityLink } from '../entity/name.ts';
import { linkTo } from '../entity/name.ts';
import { inLanguage } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';
import { figuresIn } from '../reading/card.ts';
import type { SearchChoices } from '../search/choices.ts';
import { narrowed, understood } from '../search/choices.ts';
import type { ChipView, FacetView } from '../search/facet.ts';
import { chipsOf, facetsOf } from '../search/facet.ts';
import type { FaultsView } from '../search/fault.ts';
import { faultsOf, refusalMessage } from '../search/fault.ts';
import type { OperatorView } from '../search/help.ts';
import { operatorsOf } from '../search/help.ts';
import type { HitView } from '../search/hit.ts';
import { hitsOf } from '../search/hit.ts';
import type { PagerView } from '../search/pager.ts';
import { offsetOf, PER_PAGE, pagerOf } from '../search/pager.ts';
import { asTyped } from '../search/rewrite.ts';
import type { Said } from '../search/said.ts';
import { isolated, saidOf } from '../search/said.ts';
import type { TermCard } from '../search/term-card.ts';
import { termCardsOf } from '../search/term-card.ts';
import type { NothingView } from '../search/widen.ts';
import { nothingOf } from '../search/widen.ts';

/** An entity that goes by the query. */
export interface EntityCard extends EntityLink {
  readonly description: string;
  readonly figures: string;
}

export interface ResultView {
  /** `12 passages`. */
  readonly summary: string;
  readonly sorts: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly hits: readonly HitView[];
  readonly facets: readonly FacetView[];
  readonly pager: PagerView;
}

export interface SearchPage {
  /** Of the window. */
  readonly heading: string;
  readonly query: string;
  /** Why the query is not run. */
  readonly refusal: string | null;
  readonly faults: FaultsView | null;
  readonly entities: readonly EntityCard[];
  readonly terms: readonly TermCard[];
  readonly corrected: {
    readonly said: readonly Said[];
    readonly back: readonly Said[];
    readonly href: string;
  } | null;
  /** Not every word occurs together. */
  readonly isLoose: boolean;
  readonly chips: readonly ChipView[];
  readonly result: ResultView | null;
  readonly nothing: NothingView | null;
  /** Before anything was asked. */
  readonly operators: readonly OperatorView[];
}

/** What came of a search. */
export type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'refused'; readonly refusal: QueryRefused }
  /** Nothing in the query can be looked for. */
  | { readonly kind: 'faulty'; readonly query: Query }
  | { readonly kind: 'ran'; readonly query: Query; readonly result: SearchResult; readonly search: Search };

export async function outcomeOf(choices: SearchChoices, open: () => Promise<Search>): Promise<Outcome> {
  const { text, narrowing, sort, page } = choices;
  const query = understood(text);
  if (query instanceof QueryRefused) return { kind: 'refused', refusal: query };
  if (query.root === null) return query.faults.length === 0 ? { kind: 'idle' } : { kind: 'faulty', query };
  const search = await open();
  const { document, place } = narrowing;
  const result = search.search({
    query: narrowed(query, narrowing),
    limit: PER_PAGE,
    offset: offsetOf(page),
    sort,
    ...(document !== undefined && { document: document.id }),
    ...(place !== undefined && { place }),
  });
  return { kind: 'ran', query, result, search };
}

export function searchPage(
  outcome: Outcome,
  choices: SearchChoices,
  house: House,
  locale: Locale,
): SearchPage {
  const { text, narrowing } = choices;
  const { t } = locale;
  const blank: SearchPage = {
    heading: text === '' ? t('search.title') : t('search.heading', { query: isolated(text) }),
    query: text,
    refusal: null,
    faults: null,
    entities: [],
    terms: [],
    corrected: null,
    isLoose: false,
    chips: [],
    result: null,
    nothing: null,
    operators: [],
  };
  switch (outcome.kind) {
    case 'idle':
      return { ...blank, operators: operatorsOf(locale) };
    case 'refused':
      return { ...blank, heading: t('search.title'), refusal: refusalMessage(outcome.refusal, locale) };
    case 'faulty':
      return { ...blank, faults: faultsOf(outcome.query, narrowing, locale), operators: operatorsOf(locale) };
    case 'ran': {
      const { query, result, search } = outcome;
      return {
        ...blank,
        faults: faultsOf(query, narrowing, locale),
        entities: entitiesOf(result, house, locale),
        terms: termCardsOf(query, house, locale),
        corrected: correctionOf(query, result, choices, locale),
        isLoose: result.isLoose,
        chips: chipsOf({ ...choices, locale }),
        ...(result.total === 0
          ? { nothing: nothingOf(search, query, choices, locale) }
          : { result: resultOf(query, result, choices, house, locale) }),
      };
    }
  }
}

function entitiesOf({ entities }: SearchResult, { library, survey }: House, locale: Locale): EntityCard[] {
  return entities.flatMap((id) => {
    const entity = library.authority.entities.get(id);
    if (entity === undefined) return [];
    return [
      {
        ...linkTo(entity, locale),
        description: inLanguage(entity.description, locale),
        figures: figuresIn(survey.occurrences.get(id) ?? [], locale),
      },
    ];
  });
}

function correctionOf(
  query: Query,
  { corrected }: SearchResult,
  { narrowing, text }: SearchChoices,
  { t }: Locale,
): SearchPage['corrected'] {
  if (corrected === undefined) return null;
  return {
    said: saidOf({ query: corrected }, (typed) => t('search.corrected', typed)),
    back: saidOf({ query: text }, (typed) => t('search.as-typed', typed)),
    href: searchAddress(asTyped(query, corrected), narrowing),
  };
}

function resultOf(
  query: Query,
  result: SearchResult,
  choices: SearchChoices,
  house: House,
  locale: Locale,
): ResultView {
  const { t, number } = locale;
  const { text, narrowing, sort } = choices;
  const { total, hits, corrected } = result;
  const right = corrected === undefined ? query : understood(corrected);
  const words = wordsOf(right instanceof QueryRefused ? query : right).map((word) => word.text);
  return {
    summary: t('search.found', { count: total, number: number(total) }),
    sorts: (total === 1 ? [] : SORTS).map((one) => ({
      href: searchAddress(text, narrowing, { sort: one }),
      label: t(`search.sort.${one}`),
      isCurrent: one === sort,
    })),
    hits: hitsOf(hits, { documents: house.documents, text, words, locale }),
    facets: facetsOf(result, { ...choices, ...house, locale }),
    pager: pagerOf(total, choices, locale),
  };
}
