import type { EntityId } from '../core/entity.ts';
import type { EventId } from '../core/event.ts';
import type { DocumentId } from '../core/segment.ts';
import type { Choices, Sort } from './choices.ts';
import type { Filter } from './event/filter.ts';
import type { UiLanguage } from './language.ts';

/**
 * Where a document is read. What is chosen stands in the address in one order, and what is the default does not, so one
 * page has one address; a view that was chosen stays, because a device may have another default.
 */
export function readerAddress(id: DocumentId, choices?: Choices): string {
  const parameters = new URLSearchParams();
  if (choices?.view !== undefined) parameters.set('view', choices.view);
  if (choices?.hidesGlosses === true) parameters.set('reveal', '1');
  if (choices?.showsNotes === false) parameters.set('notes', '0');
  return withParameters(`/read/${id}`, parameters);
}

/** The list of entities, in an order. */
export function entitiesAddress(sort: Sort = 'type'): string {
  return withParameters('/entities', new URLSearchParams(sort === 'type' ? {} : { sort }));
}

/** Who appears with whom, in all of the library. */
export function networkAddress(): string {
  return withParameters('/entities', new URLSearchParams({ view: 'network' }));
}

export function entityAddress(id: EntityId): string {
  return `/entities/${id}`;
}

/** The events that are let through. What lets all of them through does not stand in the address. */
export function eventsAddress({ entity, document, isDisputed }: Filter = {}): string {
  const parameters = new URLSearchParams();
  if (entity !== undefined) parameters.set('entity', entity.id);
  if (document !== undefined) parameters.set('document', document.id);
  if (isDisputed === true) parameters.set('disputed', '1');
  return withParameters('/events', parameters);
}

export function eventAddress(id: EventId): string {
  return `/events/${id}`;
}

export function searchAddress(query: string): string {
  return withParameters('/search', new URLSearchParams(query === '' ? {} : { q: query }));
}

/** The page at `address`, in another language of the interface. */
export function inUiLanguage(address: string, language: UiLanguage): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
