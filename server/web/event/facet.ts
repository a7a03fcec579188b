import type { Library } from '../../core/document.ts';
import type { Entity } from '../../core/entity.ts';
import { eventsAddress } from '../address.ts';
import { inLanguage, shortTitleOf } from '../facts.ts';
import type { Told } from '../history.ts';
import type { Locale } from '../locale.ts';
import type { Filter } from './filter.ts';
import { filtered } from './filter.ts';

/** One way to narrow the events, with all that they can be narrowed to. */
export interface FacetView {
  /** Of its title; unique in the page. */
  readonly id: string;
  readonly title: string;
  /** All of them; then the foremost, and the one in force. */
  readonly entries: readonly EntryView[];
  readonly rest: readonly EntryView[];
  /** `40 more`; null if there are none. */
  readonly more: string | null;
}

export interface EntryView {
  readonly href: string;
  readonly label: string;
  /** How many events its link shows. */
  readonly count: string;
  readonly isCurrent: boolean;
}

interface Setting {
  readonly events: readonly Told[];
  readonly library: Library;
  readonly filter: Filter;
  readonly locale: Locale;
}

const FOREMOST = 12;

export function facetsOf(setting: Setting): FacetView[] {
  return [differenceFacet(setting), documentFacet(setting), entityFacet(setting)];
}

function differenceFacet(setting: Setting): FacetView {
  const isChosen = setting.filter.isDisputed === true;
  const differing = entryView({ isDisputed: true }, setting.locale.t('events.differing'), isChosen, setting);
  const entries = [
    entryView({ isDisputed: false }, setting.locale.t('events.all'), !isChosen, setting),
    differing,
  ];
  return facetView('by_difference', setting.locale.t('events.by-difference'), entries, setting);
}

/** In the order of the shelf. */
function documentFacet(setting: Setting): FacetView {
  const { events, library, filter, locale } = setting;
  const open = filtered(events, { ...filter, document: undefined });
  const telling = new Set(open.flatMap(({ documents }) => documents));
  const entries = library.documents
    .filter((document) => telling.has(document) || document === filter.document)
    .map((document) =>
      entryView({ document }, shortTitleOf(document, locale), document === filter.document, setting),
    );
  const all = entryView(
    { document: undefined },
    locale.t('events.all'),
    filter.document === undefined,
    setting,
  );
  return facetView('by_document', locale.t('events.by-document'), [all, ...entries], setting);
}

/** Those of the most events first; of equally many, in the order in which time brings them. */
function entityFacet(setting: Setting): FacetView {
  const { events, library, filter, locale } = setting;
  const counts = new Map<Entity, number>();
  for (const id of filtered(events, { ...filter, entity: undefined }).flatMap(({ entities }) => [
    ...entities,
  ])) {
    const entity = library.authority.entities.get(id);
    if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  if (filter.entity !== undefined && !counts.has(filter.entity)) counts.set(filter.entity, 0);
  const entries = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([entity]) =>
      entryView({ entity }, inLanguage(entity.name, locale), entity === filter.entity, setting),
    );
  const all = entryView({ entity: undefined }, locale.t('events.all'), filter.entity === undefined, setting);
  return facetView('by_entity', locale.t('events.by-entity'), [all, ...entries], setting);
}

function entryView(
  change: Filter,
  label: string,
  isCurrent: boolean,
  { events, filter, locale }: Setting,
): EntryView {
  const changed = { ...filter, ...change };
  const count = locale.number(filtered(events, changed).length);
  return { href: eventsAddress(changed), label, count, isCurrent };
}

function facetView(
  id: string,
  title: string,
  entries: readonly EntryView[],
  { locale: { t, number } }: Setting,
): FacetView {
  // One that would be alone behind a fold is shown.
  const isShown = (entry: EntryView, index: number): boolean =>
    index <= FOREMOST || entry.isCurrent || entries.length === FOREMOST + 2;
  const rest = entries.filter((entry, index) => !isShown(entry, index));
  const more =
    rest.length === 0 ? null : t('events.more', { count: rest.length, number: number(rest.length) });
  return { id, title, entries: entries.filter(isShown), rest, more };
}
