import type { Edtf } from '../../core/date.ts';
import { rangeOf } from '../../core/date.ts';
import type { EntityId } from '../../core/entity.ts';
import type { Event } from '../../core/event.ts';
import type { ClaimAt, Survey } from '../../core/survey.ts';
import { eventsWith } from '../../core/survey.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { inLanguage } from '../facts.ts';
import type { Locale } from '../locale.ts';
import type { TimelineView } from '../picture/timeline.ts';
import { timelineOf } from '../picture/timeline.ts';
import { placeOf } from './passage.ts';

/** One date of an event, and the passages that give it; null where they give none. */
export interface ToldView {
  readonly href: string;
  readonly title: string;
  readonly date: string | null;
  /** Other passages give another date. */
  readonly isDisputed: boolean;
  /** `3 texts`, and the first passage in each. */
  readonly tellers: string;
  readonly passages: readonly { readonly title: string; readonly href: string }[];
}

export interface ToldSection {
  /** Null where there is no before and after. */
  readonly timeline: TimelineView | null;
  /** The same facts in order of time; what has no date stands last. */
  readonly rows: readonly ToldView[];
}

interface Telling {
  readonly event: Event;
  readonly date: Edtf | undefined;
  readonly isDisputed: boolean;
  readonly claims: readonly ClaimAt[];
}

/** What happened to an entity or by it, and when by each passage; null if nothing is told. */
export function toldOf(entity: EntityId, name: string, survey: Survey, locale: Locale): ToldSection | null {
  const tellings = eventsWith(entity, survey)
    .flatMap((event) => tellingsOf(event, survey))
    .sort((a, b) => firstDay(a) - firstDay(b));
  if (tellings.length === 0) return null;
  const rows = tellings.map((telling) => rowOf(telling, locale));
  const items = tellings.flatMap(({ event, date, isDisputed }) =>
    date === undefined
      ? []
      : [
          {
            href: eventAddress(event.id),
            label: inLanguage(event.title, locale),
            date,
            when: dateIn(locale, date),
            isDisputed,
          },
        ],
  );
  return {
    timeline:
      items.length < 2
        ? null
        : timelineOf(items, { id: 'timeline', title: locale.t('entity.timeline', { name }), width: 992 }),
    rows,
  };
}

/** The claims of an event by their dates. Those without one are told apart only if no claim has one. */
function tellingsOf(event: Event, { claimsOn, discrepancies }: Survey): Telling[] {
  const claims = claimsOn.get(event) ?? [];
  const disputed = (discrepancies.get(event.id) ?? [])
    .filter(({ on }) => on === 'date')
    .flatMap(({ sides }) => sides.flatMap((side) => side.claims));
  const byDate = Map.groupBy(claims, ({ claim }) => claim.date);
  const dated = [...byDate].filter(([date]) => date !== undefined);
  return (dated.length === 0 ? [[event.date, claims] as const] : dated).map(([date, own]) => ({
    event,
    date,
    isDisputed: own.some(({ claim }) => disputed.includes(claim)),
    claims: own,
  }));
}

function firstDay({ date }: Telling): number {
  return date === undefined ? Number.MAX_SAFE_INTEGER : rangeOf(date).from;
}

function rowOf({ event, date, isDisputed, claims }: Telling, locale: Locale): ToldView {
  const byDocument = Map.groupBy(claims, ({ passage }) => passage.document);
  return {
    href: eventAddress(event.id),
    title: inLanguage(event.title, locale),
    date: date === undefined ? null : dateIn(locale, date),
    isDisputed,
    tellers: locale.t('entity.documents', {
      count: byDocument.size,
      number: locale.number(byDocument.size),
    }),
    passages: [...byDocument].flatMap(([document, [first]]) =>
      first === undefined
        ? []
        : [{ title: inLanguage(document.title, locale), href: placeOf(document, first.passage.segment) }],
    ),
  };
}
