import type { Appearances } from './company.ts';
import { appearancesOf } from './company.ts';
import type { Naming } from './crosslink.ts';
import { namingOf } from './crosslink.ts';
import type { Discrepancy } from './discrepancy.ts';
import { discrepanciesOf } from './discrepancy.ts';
import type { DocumentSegment, Library } from './document.ts';
import type { EntityId } from './entity.ts';
import type { Claim, Event, EventId } from './event.ts';
import type { EvidenceFinder, Passage } from './evidence.ts';
import { evidenceFinder, passageOf } from './evidence.ts';
import type { Occurrence } from './occurrence.ts';
import { occurrencesIn } from './occurrence.ts';

/** A claim whose passage can be shown. */
export interface ClaimAt {
  readonly event: Event;
  readonly claim: Claim;
  readonly passage: Passage;
}

/** What the library says across its documents, worked out once. */
export interface Survey {
  /** In the order of the chronicle; a claim whose passage is gone is left out of them. */
  readonly events: readonly Event[];
  readonly occurrences: ReadonlyMap<EntityId, readonly Occurrence[]>;
  readonly appearances: Appearances;
  readonly naming: Naming;
  readonly discrepancies: ReadonlyMap<EventId, readonly Discrepancy[]>;
  /** Claims by the segment that makes them, and by the event that they are about. */
  readonly claimsAt: ReadonlyMap<DocumentSegment, readonly ClaimAt[]>;
  readonly claimsOn: ReadonlyMap<Event, readonly ClaimAt[]>;
  readonly find: EvidenceFinder;
}

export function surveyOf({ documents, chronicle }: Library): Survey {
  const occurrences = occurrencesIn(documents);
  const find = evidenceFinder(documents);
  // A claim whose passage is gone says nothing any more; check reports it.
  const standing = chronicle.events.map((event) => ({
    event,
    claims: event.claims.flatMap((claim) => {
      const passage = passageOf(find(claim));
      return passage === undefined || passage.segment.debris ? [] : [{ claim, passage }];
    }),
  }));
  const events = standing.map(({ event, claims }) => ({
    ...event,
    claims: claims.map(({ claim }) => claim),
  }));
  const claims = standing.flatMap(({ claims: own }, index) =>
    own.map(({ claim, passage }) => ({ event: events[index] as Event, claim, passage })),
  );
  return {
    events,
    occurrences,
    appearances: appearancesOf(occurrences),
    naming: namingOf(documents, occurrences),
    discrepancies: discrepanciesOf({ ...chronicle, events }),
    claimsAt: Map.groupBy(claims, ({ passage }) => passage.segment),
    claimsOn: Map.groupBy(claims, ({ event }) => event),
    find,
  };
}

/** The events that are about `entity` or that it acts in, in the order of the chronicle. */
export function eventsWith(entity: EntityId, { events }: Survey): Event[] {
  return events.filter(
    ({ entities, claims }) =>
      entities.includes(entity) || claims.some(({ actors }) => actors?.who.includes(entity) === true),
  );
}
