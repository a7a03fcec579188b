import { rangeOf } from '../core/date.ts';
import type { Discrepancy } from '../core/discrepancy.ts';
import type { Document, Library } from '../core/document.ts';
import type { EntityId } from '../core/entity.ts';
import type { Claim, Event, EventId } from '../core/event.ts';
import { parseEventId } from '../core/event.ts';
import { DomainError } from '../core/refusal.ts';
import type { ClaimAt, Survey } from '../core/survey.ts';

/** An event with all that is told of it. */
export interface Told {
  readonly event: Event;
  readonly claims: readonly ClaimAt[];
  /** Those that tell it, in the order of the shelf. */
  readonly documents: readonly Document[];
  /** Those that it is about, and those who act in it by any passage. */
  readonly entities: ReadonlySet<EntityId>;
  readonly discrepancies: readonly Discrepancy[];
}

/** The events in order of time: made once for a library. */
export interface History {
  readonly events: readonly Told[];
  readonly byId: ReadonlyMap<EventId, Told>;
  /** Where each claim stands. */
  readonly passages: ReadonlyMap<Claim, ClaimAt>;
}

/** Of events that share an id, the first. */
export function historyOf({ documents }: Library, { events, claimsOn, discrepancies }: Survey): History {
  const byId = new Map<EventId, Told>();
  for (const event of inOrderOfTime(events)) {
    if (byId.has(event.id)) continue;
    const claims = claimsOn.get(event) ?? [];
    const telling = new Set(claims.map(({ passage }) => passage.document));
    byId.set(event.id, {
      event,
      claims,
      documents: documents.filter((document) => telling.has(document)),
      entities: new Set([...event.entities, ...event.claims.flatMap(({ actors }) => actors?.who ?? [])]),
      discrepancies: discrepancies.get(event.id) ?? [],
    });
  }
  const passages = [...claimsOn.values()].flat().map((told) => [told.claim, told] as const);
  return { events: [...byId.values()], byId, passages: new Map(passages) };
}

/** @throws DomainError `not-found` if `id` is no event's. */
export function eventIn({ byId }: History, id: unknown): Told {
  const told = typeof id === 'string' ? byId.get(parseEventId(id)) : undefined;
  if (told === undefined) throw new DomainError('not-found', 'no such event');
  return told;
}

/**
 * `events` so that none stands behind one that it wholly precedes. Where their dates leave it open (2013 and 2013-03), the order given stays;
 * one without a date stays behind the one before it.
 */
export function inOrderOfTime(events: readonly Event[]): Event[] {
  let range = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const rest = events.map((event) => {
    if (event.date !== undefined) range = rangeOf(event.date);
    return { event, ...range };
  });
  const ordered: Event[] = [];
  while (rest.length > 0) {
    const soonest = Math.min(...rest.map(({ to }) => to));
    // There always is one: that which ends soonest.
    const place = rest.findIndex(({ from }) => from < soonest);
    ordered.push(...rest.splice(place, 1).map(({ event }) => event));
  }
  return ordered;
}
