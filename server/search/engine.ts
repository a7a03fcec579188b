import type { Authority } from '../core/authority.ts';
import type { Edtf } from '../core/date.ts';
import type { Library } from '../core/document.ts';
import type { Query } from '../core/query.ts';
import type { Search, SearchHit, SearchRequest, SearchResult } from '../core/search.ts';
import { HIT_PLACES } from '../core/search.ts';
import type { DocumentId } from '../core/segment.ts';
import type { DatesTold } from '../core/told.ts';
import type { Answer, Asking } from './answer.ts';
import { answer } from './answer.ts';
import { facetsOf } from './facets.ts';
import { passOf } from './filter.ts';
import { highlighter } from './highlight.ts';
import type { Index } from './open-index.ts';
import { BIT } from './place.ts';
import { ranked } from './rank.ts';
import { relationsTold } from './relation.ts';
import { suggester } from './suggest.ts';

/** Search over an index in memory. */
export function searchOver(
  index: Index,
  library: Pick<Library, 'authority' | 'documents' | 'terms'>,
  datesTold: DatesTold,
): Search {
  const { authority } = library;
  const dates = datesOf(index, datesTold);
  const asking: Asking = {
    index,
    passOf: (filter) => passOf(filter, index, authority, dates),
    typoOf: (text) => typoIn(text, index, authority),
    told: relationsIn(index, authority),
  };
  return {
    suggest: suggester(index, library),
    search: (request) => resultOf(answer(request, asking), request, index),
    within: (query: Query, document: DocumentId) => {
      const found = answer({ query, document }, asking);
      return [...found.found.units.keys()].map(hitsOf(found, index));
    },
  };
}

/** A segment is read for its dates when they are first asked for. */
function datesOf({ units }: Index, datesTold: DatesTold): (unit: number) => readonly Edtf[] {
  const dates = new Map<number, readonly Edtf[]>();
  return (unit) => {
    const at = units[unit];
    const known = dates.get(unit) ?? (at === undefined ? [] : datesTold(at.document, at.segment));
    dates.set(unit, known);
    return known;
  };
}

function relationsIn({ units }: Index, { entities }: Authority): Asking['told'] {
  const places = new Map(units.map(({ document, segment }, unit) => [`${document.id}:${segment.id}`, unit]));
  return relationsTold(entities.values(), ({ document, segment }) => places.get(`${document}:${segment}`));
}

/** The preferred name of the only entity of which `text` is a misspelling. */
function typoIn(text: string, { gazetteer }: Index, { entities }: Authority): string | undefined {
  const forms = gazetteer.formsNamed(text);
  const [form] = forms;
  if (form === undefined || forms.some(({ kind }) => kind !== 'typo')) return undefined;
  const { name } = entities.get(form.entity) ?? {};
  return /^[\x20-\x7e]+$/.test(text) ? name?.en : name?.zh;
}

function resultOf(found: Answer, { limit, offset, sort }: SearchRequest, index: Index): SearchResult {
  const { entities, corrected, isLoose } = found;
  const order = sort === 'place' ? [...found.found.units.keys()] : ranked(found, index);
  return {
    total: order.length,
    hits: order.slice(offset, offset + limit).map(hitsOf(found, index)),
    facets: facetsOf(found.found, index),
    entities,
    corrected,
    isLoose,
  };
}

function hitsOf({ found, sought }: Answer, index: Index): (at: number) => SearchHit {
  const highlights = highlighter(index, sought);
  return (at) => {
    const unit = found.units[at] as number;
    const { document, segment } = index.units[unit] as Index['units'][number];
    const places = found.places[at] as number;
    return {
      document: document.id,
      segment: segment.id,
      score: found.scores[at] as number,
      in: HIT_PLACES.filter((place) => (places & BIT[place]) !== 0),
      zh: highlights(unit, 'zh'),
      en: highlights(unit, 'en'),
    };
  };
}
