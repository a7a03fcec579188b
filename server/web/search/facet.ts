import type { Facet, SearchResult } from '../../core/search.ts';
import { searchAddress } from '../address.ts';
import { inLanguage, shortTitleOf } from '../facts.ts';
import type { House } from '../house.ts';
import type { Locale } from '../locale.ts';
import type { Narrowing, SearchChoices } from './choices.ts';
import { DIMENSIONS } from './choices.ts';

/** One way to narrow a result: each entry with how much it leaves. */
export interface FacetView {
  /** Of its title; unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly entries: readonly EntryView[];
  readonly rest: readonly EntryView[];
  /** `40 more`; null if there are none. */
  readonly more: string | null;
}

export interface EntryView {
  readonly href: string;
  readonly label: string;
  readonly count: string;
}

/** What a result is narrowed to already, and the way back. */
export interface ChipView {
  readonly label: string;
  readonly removeLabel: string;
  readonly href: string;
}

const FOREMOST = 8;

type Setting = Pick<SearchChoices, 'text' | 'narrowing' | 'sort'> &
  Pick<House, 'documents' | 'library'> & { readonly locale: Locale };

/** Ways to narrow further; of one by which the result is narrowed already, and of one that leaves all of it, there is none. */
export function facetsOf(
  { total, facets }: Pick<SearchResult, 'total' | 'facets'>,
  setting: Setting,
): FacetView[] {
  const { documents, library, locale } = setting;
  const { t } = locale;
  const { entities } = library.authority;
  const views = [
    facet('document', t('search.by-document'), facets.documents, total, setting, (value) => {
      const document = documents.get(value);
      return document && { label: shortTitleOf(document, locale), to: { document } };
    }),
    facet('place', t('search.by-place'), facets.places, total, setting, (value) => ({
      label: t(`search.place.${value}`),
      to: { place: value },
    })),
    facet('kind', t('search.by-kind'), facets.kinds, total, setting, (kind) => ({
      label: t(`search.kind.${kind}`),
      to: { kind },
    })),
    facet('entity', t('search.by-entity'), facets.entities, total, setting, (value) => {
      const entity = entities.get(value);
      return entity && { label: inLanguage(entity.name, locale), to: { entity } };
    }),
  ];
  return views.filter((view) => view !== undefined);
}

function facet<Value>(
  dimension: (typeof DIMENSIONS)[number],
  title: string,
  found: readonly Facet<Value>[],
  total: number,
  { text, narrowing, sort, locale: { t, number } }: Setting,
  read: (value: Value) => { readonly label: string; readonly to: Narrowing } | undefined,
): FacetView | undefined {
  if (narrowing[dimension] !== undefined || found.every(({ count }) => count === total)) return undefined;
  const entries = found.flatMap(({ value, count }): EntryView[] => {
    const entry = read(value);
    if (entry === undefined) return [];
    const href = searchAddress(text, { ...narrowing, ...entry.to }, { sort });
    return [{ href, label: entry.label, count: number(count) }];
  });
  // One that would be alone behind a fold is shown.
  const shown = entries.length === FOREMOST + 1 ? FOREMOST + 1 : FOREMOST;
  const rest = entries.slice(shown);
  return {
    id: `by_${dimension}`,
    title,
    entries: entries.slice(0, shown),
    rest,
    more: rest.length === 0 ? null : t('search.more', { count: rest.length, number: number(rest.length) }),
  };
}

export function chipsOf({
  text,
  narrowing,
  sort,
  locale,
}: Omit<Setting, 'documents' | 'library'>): ChipView[] {
  const { document, place, kind, entity } = narrowing;
  const labels = {
    document: document && shortTitleOf(document, locale),
    place: place && locale.t(`search.place.${place}`),
    kind: kind && locale.t(`search.kind.${kind}`),
    entity: entity && inLanguage(entity.name, locale),
  };
  return DIMENSIONS.flatMap((dimension) => {
    const label = labels[dimension];
    if (label === undefined) return [];
    return [
      {
        label,
        removeLabel: locale.t('search.remove', { label }),
        href: searchAddress(text, { ...narrowing, [dimension]: undefined }, { sort }),
      },
    ];
  });
}
