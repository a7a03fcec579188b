import type { EntityId } from '../core/entity.ts';
import type { EventId } from '../core/event.ts';
import type { DocumentId } from '../core/segment.ts';
import type { TermId } from '../core/term.ts';
import type { Choices, Sort, TermSort } from './choices.ts';
import type { Filter } from './event/filter.ts';
import type { UiLanguage } from './language.ts';
import type { Narrowing, SearchChoices } from './search/choices.ts';

/**
 * Where a document is read. What is chosen stands in the address in one order, and what is the default does not, so one
 * page has one address; a view that was chosen stays, because a device may have another default. `query` is what is marked in it.
 */
export function readerAddress(id: DocumentId, choices?: Choices, query = ''): string {
  const parameters = new URLSearchParams(query === '' ? {} : { q: query });
  if (choices !== undefined)
    for (const [name, value] of readerParameters(choices)) parameters.set(name, value);
  return withParameters(`/read/${id}`, parameters);
}

/** What is chosen, as it stands in an address. */
export function readerParameters({
  view,
  hidesGlosses,
  showsNotes,
  pinyin,
  script,
}: Choices): [string, string][] {
  const parameters: [string, string][] = [];
  if (view !== undefined) parameters.push(['view', view]);
  if (hidesGlosses) parameters.push(['reveal', '1']);
  if (!showsNotes) parameters.push(['notes', '0']);
  if (view === 'interlinear' && pinyin !== 'all') parameters.push(['pinyin', pinyin]);
  if (script !== undefined) parameters.push(['script', script]);
  return parameters;
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

/** All terms, in an order. */
export function termsAddress(sort: TermSort = 'pinyin'): string {
  return withParameters('/terms', new URLSearchParams(sort === 'pinyin' ? {} : { sort }));
}

/** One term with all its places. */
export function termAddress(term: TermId): string {
  return withParameters('/terms', new URLSearchParams({ term }));
}

/** The words of a text, or of a segment of a document. */
export function wordsAddress(asked: Readonly<Record<string, string>> = {}): string {
  return withParameters('/words', new URLSearchParams(asked));
}

/** What is searched for, narrowed, in an order; the first page and the usual order do not stand in the address. */
export function searchAddress(
  text: string,
  { document, place, kind, entity }: Narrowing = {},
  { sort = 'relevance', page = 1 }: Partial<Pick<SearchChoices, 'sort' | 'page'>> = {},
): string {
  const parameters = new URLSearchParams(text === '' ? {} : { q: text });
  if (document !== undefined) parameters.set('document', document.id);
  if (place !== undefined) parameters.set('in', place);
  if (kind !== undefined) parameters.set('kind', kind);
  if (entity !== undefined) parameters.set('entity', entity.id);
  if (sort !== 'relevance') parameters.set('sort', sort);
  if (page !== 1) parameters.set('page', String(page));
  return withParameters('/search', parameters);
}

/** The page at `address`, in another language of the interface. */
export function inUiLanguage(address: string, language: UiLanguage): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}

function withParameters(path: string, parameters: URLSearchParams): string {
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
