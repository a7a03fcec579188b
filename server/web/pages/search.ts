import type { Document, Library } from '../../core/document.ts';
import type { Found, Hit } from '../../core/find.ts';
import { find } from '../../core/find.ts';
import { readerAddress } from '../address.ts';
import { BadRequest } from '../bad-request.ts';
import type { Title } from '../facts.ts';
import { titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import type { Query } from '../query.ts';
import { numbersOf } from '../reading/apparatus.ts';
import type { Piece } from '../reading/piece.ts';
import { piecesOf } from '../reading/piece.ts';

const LONGEST = 200;
const MOST_HITS = 200;

export interface SearchPage {
  readonly query: string;
  /** `12 passages`, `nothing found` …; null before anything was asked. */
  readonly summary: string | null;
  readonly groups: readonly {
    readonly title: Title;
    readonly hits: readonly {
      readonly href: string;
      readonly number: string;
      readonly zh: readonly Piece[] | null;
      readonly en: readonly Piece[] | null;
    }[];
  }[];
}

/**
 * What is asked for, without the spaces around it; empty if nothing is.
 * @throws BadRequest if it is over 200 characters, or given more than once.
 */
export function queryIn(query: Query): string {
  const text = query.value('q') ?? '';
  if (text.length > LONGEST) throw new BadRequest('long-query', { limit: LONGEST });
  // Control characters are in no text, and in no page.
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

export function searchPage({ documents }: Library, query: string, locale: Locale): SearchPage {
  const found = find(query, documents, MOST_HITS);
  return {
    query,
    summary: query === '' ? null : summaryOf(found, query, locale),
    groups: groupsOf(found.hits),
  };
}

function summaryOf({ total, hits }: Found, query: string, { t, number }: Locale): string {
  if (total === 0) return t('search.none', { query });
  const count = { count: total, number: number(total) };
  return total > hits.length
    ? t('search.first', { ...count, shown: number(hits.length) })
    : t('search.found', count);
}

function groupsOf(hits: readonly Hit[]): SearchPage['groups'] {
  return [...Map.groupBy(hits, (hit) => hit.document)].map(([document, own]) => {
    const numbers = numbersOf(document.segments);
    return {
      title: titleOf(document),
      hits: own.map(({ segment, zh, en }) => ({
        href: hrefOf(document, segment.id),
        number: numbers.get(segment.id) ?? '',
        zh: segment.zh === null ? null : piecesOf(segment.zh, zh),
        en: segment.en === null ? null : piecesOf(segment.en, en),
      })),
    };
  });
}

function hrefOf(document: Document, segment: string): string {
  return `${readerAddress(document.id)}#${segment}`;
}
