import type { EntityId } from '../core/entity.ts';
import type { EventId } from '../core/event.ts';
import type { DocumentId } from '../core/segment.ts';
import type { Choices } from './choices.ts';
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

export function entityAddress(id: EntityId): string {
  return `/entities/${id}`;
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
