import type { Bilingual } from './bilingual.ts';
import type { Edtf } from './date.ts';
import type { EntityId, Evidence } from './entity.ts';
import { DomainError } from './refusal.ts';

export type EventId = string & { readonly __brand: 'EventId' };

/** A figure that a passage gives, and that another passage may contradict. */
export interface Quantity {
  /** What is counted; the same word in all claims of an event: `investment`. */
  readonly what: string;
  readonly value: number;
  /** `USD`, `people`, `servers` … */
  readonly unit: string;
  /** The passage itself says that it is not exact. */
  readonly bound?: 'at-least' | 'at-most' | 'about';
}

/** Who does it, by one passage. */
export interface Actors {
  readonly who: readonly EntityId[];
  /** The passage says that there were others. */
  readonly more: boolean;
}

/** What one passage of one document says about one event. Its evidence is the passage. */
export interface Claim extends Evidence {
  /** Unique in its event. */
  readonly id: string;
  readonly date?: Edtf;
  readonly actors?: Actors;
  readonly quantities: readonly Quantity[];
  /** Events that came earlier, or later, by the passage's own words. */
  readonly after: readonly EventId[];
  readonly before: readonly EventId[];
  /** In our words. */
  readonly says: Bilingual;
}

export const DISCREPANCY_KINDS = ['date', 'order', 'actors', 'number'] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export const STATES = ['open', 'explained', 'settled'] as const;
export type State = (typeof STATES)[number];

export const REASONS = [
  'source-slip',
  'translation-slip',
  'announced-versus-released',
  'different-scope',
] as const;
export type Reason = (typeof REASONS)[number];

/** What became of a discrepancy: nobody has explained it, or somebody has. */
export interface Life {
  readonly on: DiscrepancyKind;
  /** Of an order: the other event. */
  readonly event?: EventId;
  /** Of a number: what is counted. */
  readonly what?: string;
  readonly state: State;
  readonly reason?: Reason;
  readonly note?: Bilingual;
}

/** Something that happened, and what each document says about it. */
export interface Event {
  readonly id: EventId;
  readonly title: Bilingual;
  /** The best dating known. */
  readonly date?: Edtf;
  /** What it is about. */
  readonly entities: readonly EntityId[];
  readonly claims: readonly Claim[];
  readonly lives: readonly Life[];
}

/** Entities that count as one when actors are compared: a company, its product, its former name. */
export type Party = readonly EntityId[];

/** What `events.yaml` says, in its order. */
export interface Chronicle {
  readonly parties: readonly Party[];
  readonly events: readonly Event[];
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

export function isEventId(text: string): text is EventId {
  return ID.test(text);
}

/** @throws DomainError `not-found` if `text` cannot be the id of an event. */
export function parseEventId(text: string): EventId {
  if (!isEventId(text)) throw new DomainError('not-found', 'not an event id');
  return text;
}
