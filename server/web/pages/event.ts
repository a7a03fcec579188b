import type { EntityType } from '../../core/entity.ts';
import { entityAddress, eventAddress, eventsAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import type { ComparisonView } from '../event/comparison.ts';
import { comparisonOf } from '../event/comparison.ts';
import type { DifferenceView } from '../event/difference.ts';
import { differencesOf } from '../event/difference.ts';
import type { Setting } from '../event/fact.ts';
import type { TextView } from '../event/passage.ts';
import { textsOf } from '../event/passage.ts';
import type { Title } from '../facts.ts';
import { inLanguage, titleOf } from '../facts.ts';
import type { Told } from '../history.ts';

export interface EventPage {
  readonly title: Title;
  /** Our dating; null where we have none. */
  readonly date: string | null;
  /** How many texts tell it, in how many passages. */
  readonly summary: string;
  readonly entities: readonly {
    readonly href: string;
    readonly type: EntityType;
    readonly name: string;
  }[];
  readonly differences: readonly DifferenceView[];
  readonly comparison: ComparisonView | null;
  readonly texts: readonly TextView[];
  readonly allHref: string;
  readonly previous: NeighbourView | null;
  readonly next: NeighbourView | null;
}

export interface NeighbourView {
  readonly href: string;
  readonly title: Title;
  readonly date: string | null;
}

export function eventPage(told: Told, setting: Setting): EventPage {
  const { event } = told;
  const { locale, authority, history } = setting;
  const texts = textsOf(told, setting);
  const place = history.events.indexOf(told);
  return {
    title: titleOf(event),
    date: event.date === undefined ? null : dateIn(locale, event.date),
    summary: summaryOf(texts, setting),
    entities: event.entities.flatMap((id) => {
      const entity = authority.entities.get(id);
      if (entity === undefined) return [];
      return [{ href: entityAddress(id), type: entity.type, name: inLanguage(entity.name, locale) }];
    }),
    differences: differencesOf(told, setting),
    comparison: comparisonOf(told, setting),
    texts,
    allHref: eventsAddress(),
    previous: neighbourView(history.events[place - 1], setting),
    next: neighbourView(history.events[place + 1], setting),
  };
}

function summaryOf(texts: readonly TextView[], { locale: { t, number } }: Setting): string {
  const passages = texts.reduce((sum, { rows }) => sum + rows.length, 0);
  if (passages === 0) return t('event.untold');
  return t('event.told', {
    texts: t('event.texts', { count: texts.length, number: number(texts.length) }),
    passages: t('event.passages', { count: passages, number: number(passages) }),
  });
}

function neighbourView(told: Told | undefined, { locale }: Setting): NeighbourView | null {
  if (told === undefined) return null;
  const { event } = told;
  const { id, date } = event;
  return {
    href: eventAddress(id),
    title: titleOf(event),
    date: date === undefined ? null : dateIn(locale, date),
  };
}
