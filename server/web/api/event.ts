import type { Discrepancy } from '../../core/discrepancy.ts';
import type { EntityId } from '../../core/entity.ts';
import type { Claim, Event, EventId, Quantity } from '../../core/event.ts';
import type { ClaimAt } from '../../core/survey.ts';
import type { Filter } from '../event/filter.ts';
import { filtered } from '../event/filter.ts';
import type { History, Told } from '../history.ts';

/** An event and what the texts say of it. The shape is public: fields may be added, not renamed. */
export interface FullEvent extends Pick<Event, 'id' | 'title' | 'entities'> {
  /** EDTF: our dating. */
  readonly date: string | null;
  readonly claims: readonly FullClaim[];
  readonly discrepancies: readonly FullDiscrepancy[];
}

interface FullClaim
  extends Pick<Claim, 'id' | 'document' | 'language' | 'quote' | 'says' | 'after' | 'before'> {
  readonly segment: string;
  readonly start: number;
  readonly end: number;
  /** EDTF. */
  readonly date: string | null;
  readonly actors: readonly EntityId[];
  /** The passage says that there were others. */
  readonly moreActors: boolean;
  readonly numbers: readonly Quantity[];
}

interface FullDiscrepancy extends Pick<Discrepancy, 'on' | 'event' | 'what' | 'state' | 'reason' | 'note'> {
  readonly sides: readonly (readonly Reference[])[];
}

/** Of an order, the claim may be one about the other event. */
interface Reference {
  readonly event: EventId;
  readonly document: string;
  readonly segment: string;
  readonly claim: string;
}

/** The events that `filter` lets through, in order of time. */
export function eventListing(
  history: History,
  filter: Filter,
): { readonly total: number; readonly items: readonly FullEvent[] } {
  const items = filtered(history.events, filter).map((told) => fullEventOf(told, history));
  return { total: items.length, items };
}

export function fullEventOf({ event, claims, discrepancies }: Told, { passages }: History): FullEvent {
  const { id, title, date, entities } = event;
  return {
    id,
    title,
    date: date ?? null,
    entities,
    claims: claims.map(fullClaimOf),
    discrepancies: discrepancies.map(({ on, event: other, what, state, reason, note, sides }) => ({
      on,
      ...(other !== undefined && { event: other }),
      ...(what !== undefined && { what }),
      state,
      ...(reason !== undefined && { reason }),
      ...(note !== undefined && { note }),
      sides: sides.map((side) => side.claims.flatMap((claim) => referenceTo(passages.get(claim)))),
    })),
  };
}

function fullClaimOf({ claim, passage: { segment, span } }: ClaimAt): FullClaim {
  const { id, document, language, start, quote, date, actors, quantities, after, before, says } = claim;
  return {
    id,
    document,
    segment: segment.id,
    language,
    // Where the text is not at hand, as it was written down.
    start: span?.start ?? start,
    end: span?.end ?? start + quote.length,
    quote,
    date: date ?? null,
    actors: actors?.who ?? [],
    moreActors: actors?.more ?? false,
    numbers: quantities,
    after,
    before,
    says,
  };
}

function referenceTo(told: ClaimAt | undefined): Reference[] {
  if (told === undefined) return [];
  const { event, claim, passage } = told;
  return [{ event: event.id, document: passage.document.id, segment: passage.segment.id, claim: claim.id }];
}
