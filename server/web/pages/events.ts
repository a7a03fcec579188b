import type { Library } from '../../core/document.ts';
import type { State } from '../../core/event.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { labelOf } from '../event/difference.ts';
import type { FacetView } from '../event/facet.ts';
import { facetsOf } from '../event/facet.ts';
import type { Filter } from '../event/filter.ts';
import { filtered } from '../event/filter.ts';
import type { Title } from '../facts.ts';
import { inLanguage, titleOf } from '../facts.ts';
import type { History, Told } from '../history.ts';
import type { Locale } from '../locale.ts';
import type { TimelineView } from '../picture/timeline.ts';
import { timelineOf } from '../picture/timeline.ts';

export interface EventsPage {
  /** `84 events`, `the texts differ on 21 of them`. */
  readonly facts: readonly string[];
  readonly facets: readonly FacetView[];
  readonly timeline: TimelineView;
  readonly rows: readonly EventRow[];
}

export interface EventRow {
  readonly href: string;
  readonly title: Title;
  readonly date: string | null;
  /** How many texts tell it: `3 texts`. */
  readonly texts: string;
  readonly differences: readonly { readonly label: string; readonly state: State }[];
}

/** `events` are those that `filter` lets through, of all that the history holds. */
export function eventsPage(library: Library, history: History, filter: Filter, locale: Locale): EventsPage {
  const shown = filtered(history.events, filter);
  return {
    facts: factsOf(shown, filter, locale),
    facets: facetsOf({ events: history.events, library, filter, locale }),
    timeline: timelineOf(
      shown.map((told) => itemOf(told, locale)),
      { id: 'events', title: locale.t('events.picture'), months: monthsIn(locale) },
    ),
    rows: shown.map((told) => rowOf(told, locale)),
  };
}

function factsOf(shown: readonly Told[], filter: Filter, { t, number }: Locale): string[] {
  const differing = shown.filter(({ discrepancies }) => discrepancies.length > 0).length;
  return [
    t('events.count', { count: shown.length, number: number(shown.length) }),
    ...(differing === 0 || filter.isDisputed === true
      ? []
      : [t('events.differing-on', { count: differing, number: number(differing) })]),
  ];
}

function itemOf({ event, discrepancies }: Told, locale: Locale): Parameters<typeof timelineOf>[0][number] {
  const { id, title, date } = event;
  const isDisputed = discrepancies.length > 0;
  const when = date === undefined ? '' : dateIn(locale, date);
  return {
    href: eventAddress(id),
    label: inLanguage(title, locale),
    date: date ?? '',
    when: isDisputed ? locale.t('events.when-differing', { when }) : when,
    isDisputed,
  };
}

function rowOf({ event, documents, discrepancies }: Told, locale: Locale): EventRow {
  const { id, date } = event;
  return {
    href: eventAddress(id),
    title: titleOf(event),
    date: date === undefined ? null : dateIn(locale, date),
    texts: locale.t('event.texts', { count: documents.length, number: locale.number(documents.length) }),
    differences: discrepancies.map((one) => ({ label: labelOf(one, { locale }), state: one.state })),
  };
}

/** Short names of the twelve months. */
function monthsIn({ language }: Locale): string[] {
  const format = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)));
}
