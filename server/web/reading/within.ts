import type { Document, DocumentSegment } from '../../core/document.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import { wordsOf } from '../../core/query-text.ts';
import { DomainError } from '../../core/refusal.ts';
import type { Search, SearchHit } from '../../core/search.ts';
import type { SegmentId } from '../../core/segment.ts';
import { readerAddress, searchAddress } from '../address.ts';
import type { Choices } from '../choices.ts';
import type { Locale } from '../locale.ts';
import { understood } from '../search/choices.ts';
import { refusalMessage } from '../search/fault.ts';

/** What is looked for in a document that is read, and where in it that stands. */
export interface Within {
  readonly text: string;
  /** In the order of the text; none where the query cannot be run. */
  readonly hits: readonly SearchHit[];
  readonly words: readonly string[];
  /** Why it cannot: the text can be read all the same. */
  readonly trouble?: QueryRefused | 'unavailable';
}

/** The bar above the text: what is looked for, how often it is there, and the ways through it. */
export interface WithinView {
  readonly query: string;
  /** `12 passages`, or why there is none. */
  readonly summary: string;
  /** `% of 12`: for the client to say which one is looked at. */
  readonly place: string;
  /** `#…` of the first match and of the last one; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
  /** The same page without marks, and the same query in all texts. */
  readonly outHref: string;
  readonly allHref: string;
}

/** The next match and the one before it, from one of them: `#…`. */
export interface Steps {
  readonly previous: string | null;
  readonly next: string | null;
}

export async function lookWithin(
  text: string,
  document: Document,
  open: () => Promise<Search>,
): Promise<Within> {
  const query = understood(text);
  if (query instanceof QueryRefused) return { text, hits: [], words: [], trouble: query };
  const words = wordsOf(query).map((word) => word.text);
  try {
    return { text, words, hits: (await open()).within(query, document.id) };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unavailable')
      return { text, words, hits: [], trouble: 'unavailable' };
    throw error;
  }
}

export function withinView(
  { text, hits, trouble }: Within,
  { id }: Document,
  choices: Choices,
  locale: Locale,
): WithinView {
  const { t, number } = locale;
  const count = { count: hits.length, number: number(hits.length) };
  const [first, last] = [hits[0], hits.at(-1)];
  const summary = hits.length === 0 ? t('search.within.none') : t('search.within.count', count);
  return {
    query: text,
    summary: trouble === undefined ? summary : troubleOf(trouble, locale),
    place: t('search.within.place', { place: '%', total: count.number }),
    next: first === undefined ? null : `#${first.segment}`,
    previous: last === undefined ? null : `#${last.segment}`,
    outHref: readerAddress(id, choices),
    allHref: searchAddress(text),
  };
}

function troubleOf(trouble: QueryRefused | 'unavailable', locale: Locale): string {
  return trouble === 'unavailable' ? locale.t('error.unavailable.title') : refusalMessage(trouble, locale);
}

/** Each match of a document with the ways on and back; nothing of a segment that is none. */
export function matchesOf(within: Within | undefined): (segment: DocumentSegment) => Match | undefined {
  const { hits, words } = within ?? { hits: [], words: [] };
  const matches = new Map<SegmentId, Match>(
    hits.map(({ segment, zh, en, in: places }, index) => {
      const [before, behind] = [hits[index - 1], hits[index + 1]];
      const steps = {
        previous: before === undefined ? null : `#${before.segment}`,
        next: behind === undefined ? null : `#${behind.segment}`,
      };
      return [segment, { zh, en, steps, inNotes: places.includes('note') ? words : [] }];
    }),
  );
  return ({ id }) => matches.get(id);
}

export interface Match extends Pick<SearchHit, 'zh' | 'en'> {
  /** What to mark in its notes. */
  readonly inNotes: readonly string[];
  readonly steps: Steps;
}
