import type { Document, Library } from '../../server/core/document.ts';
import { parseQuery } from '../../server/core/query.ts';
import type { Search, SearchHit, SearchResult } from '../../server/core/search.ts';
import type { Span } from '../../server/core/span.ts';
import { datesTold } from '../../server/core/told.ts';
import { searchOver } from '../../server/search/engine.ts';
import type { Index } from '../../server/search/open-index.ts';
import { openIndex } from '../../server/search/open-index.ts';
import type { WordLore } from '../../server/search/snapshot.ts';
import { buildSnapshot } from '../../server/search/snapshot.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { readingsOf } from '../../server/words/pinyin.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What is known of words without the dictionary that takes a third of a second to read. */
export const LORE: WordLore = {
  segment: (text) => [...words.segment(text)].map(({ segment }) => segment),
  readingsOf,
  simplifications: () => ({ traditional: '開倡議燈風', simplified: '开倡议灯风' }),
};

/** Search over a library of a test. */
export async function searchIn(library: Library, lore = LORE): Promise<Search> {
  return await Promise.resolve(
    searchOver(indexOf(library, lore), library, datesTold(library.chronicle.events)),
  );
}

export function indexOf(library: Library, lore = LORE): Index {
  const units = unitsOf(library);
  const snapshot = buildSnapshot(
    units.map(({ source }) => source),
    lore,
  );
  // As it is kept and read again.
  return openIndex(JSON.parse(JSON.stringify(snapshot)), units, library.authority.gazetteer);
}

/** What is asked for `text`, all of it, the best first. */
export function ask(search: Search, text: string, rest: { document?: Document } = {}): SearchResult {
  const document = rest.document === undefined ? {} : { document: rest.document.id };
  return search.search({ query: parseQuery(text), limit: 1000, offset: 0, sort: 'relevance', ...document });
}

/** `document:segment` of each hit, the best first. */
export function placesOf({ hits }: Pick<SearchResult, 'hits'>): string[] {
  return hits.map(({ document, segment }) => `${document}:${segment}`);
}

/** The texts of a hit with what was found in brackets: `在[灯塔]上`, `in the [tower]`. */
export function shown(hit: SearchHit, { documents }: Library): { zh: string; en: string } {
  const segment = documents
    .find(({ id }) => id === hit.document)
    ?.segments.find(({ id }) => id === hit.segment);
  return { zh: bracketed(segment?.zh ?? '', hit.zh), en: bracketed(segment?.en ?? '', hit.en) };
}

/** @throws if spans overlap, are out of order, or reach beyond the text. */
export function bracketed(text: string, spans: readonly Span[]): string {
  let [shown, at] = ['', 0];
  for (const { start, end } of spans) {
    if (start < at || end <= start || end > text.length) throw new Error(`${start}–${end} in “${text}”`);
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}
