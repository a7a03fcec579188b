import type { Bilingual } from '../../core/bilingual.ts';
import type { Document, DocumentSegment } from '../../core/document.ts';
import type { DocumentId, SegmentId } from '../../core/segment.ts';
import type { Span } from '../../core/span.ts';
import { BadRequest } from '../bad-request.ts';
import type { House } from '../house.ts';
import { documentIn, segmentIn } from '../house.ts';
import type { Query } from '../query.ts';
import type { Wordbook } from '../word/wordbook.ts';
import { within } from './text.ts';

/** Where else a word stands. The shape is public: fields may be added, not renamed. */
export interface WordUses {
  readonly total: number;
  readonly items: readonly UseItem[];
}

interface UseItem {
  readonly document: DocumentId;
  readonly segment: SegmentId;
  readonly title: Bilingual;
  readonly zh: string | null;
  readonly en: string | null;
  readonly highlights: { readonly zh: readonly Range[]; readonly en: readonly Range[] };
}

type Range = readonly [start: number, end: number];

export interface Place {
  readonly document: Document;
  readonly segment: DocumentSegment;
}

export const USES = { usual: 20, most: 100, farthest: 1_000_000, longestWord: 100 } as const;

/**
 * The uses that the address asks for, not looked up yet; one segment each.
 * @throws BadRequest if there is no word, or it is too long, or a parameter asks for what does not exist.
 * @throws DomainError `not-found` if the place that is to be left out does not exist.
 */
export function usesIn(query: Query, house: House): (wordbook: Wordbook) => Promise<WordUses> {
  const word = query.value('word');
  if (word === undefined || word === '') throw new BadRequest('missing', { name: 'word' });
  within(word, USES.longestWord);
  const limit = query.whole('limit', 1, USES.most) ?? USES.usual;
  const offset = query.whole('offset', 0, USES.farthest) ?? 0;
  const isPlace = query.value('document') !== undefined || query.value('segment') !== undefined;
  const except = isPlace ? segmentAskedIn(query, house) : undefined;
  return async (wordbook) => {
    const uses = await wordbook.usesOf(word, except);
    const shown = uses.slice(offset, offset + limit);
    const rendered = wordbook.renderedIn(shown);
    const items = shown.map(({ document, segment, places }, index): UseItem => {
      const { id, zh, en } = segment;
      const highlights = { zh: rangesOf(places), en: rangesOf(rendered[index] ?? []) };
      return { document: document.id, segment: id, title: document.title, zh, en, highlights };
    });
    return { total: uses.length, items };
  };
}

/**
 * The place that the address names.
 * @throws BadRequest `missing` if half of it is not told, DomainError `not-found` if there is no such document or segment.
 */
export function segmentAskedIn(query: Query, house: House): Place {
  const [id, at] = [query.value('document'), query.value('segment')];
  if (id === undefined) throw new BadRequest('missing', { name: 'document' });
  if (at === undefined) throw new BadRequest('missing', { name: 'segment' });
  const document = documentIn(house, id);
  return { document, segment: segmentIn(document, at) };
}

function rangesOf(spans: readonly Span[]): Range[] {
  return spans.map(({ start, end }) => [start, end]);
}
