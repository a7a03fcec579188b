import type { Document } from '../../core/document.ts';
import type { Occurrence } from '../../core/occurrence.ts';
import { timesNamed } from '../../core/occurrence.ts';
import type { Title } from '../facts.ts';
import { inLanguage, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import { numbersOf } from '../reading/apparatus.ts';
import type { LineView } from './passage.ts';
import { lineOf, placeOf } from './passage.ts';

/** All places of one document that name the entity. */
export interface ConcordanceGroup {
  readonly id: string;
  readonly title: Title;
  /** In the UI's language. */
  readonly name: string;
  /** The first place in the document, and where the group stands on this page. */
  readonly first: string;
  readonly here: string;
  /** `12`: as `timesNamed` counts. */
  readonly times: string;
  /** `Named 12 times`. */
  readonly named: string;
  readonly lines: string;
  readonly isOpen: boolean;
  readonly segments: readonly {
    readonly href: string;
    readonly number: string;
    readonly lines: readonly LineView[];
  }[];
}

// What one looks through without searching; documents behind it wait to be opened.
const MOST_OPEN = 40;

/** Every mention in its context, by document and segment; of one segment the Chinese before the English. */
export function concordanceOf(occurrences: readonly Occurrence[], locale: Locale): ConcordanceGroup[] {
  const { t, number } = locale;
  let before = 0;
  return [...Map.groupBy(occurrences, ({ document }) => document)].map(([document, own]) => {
    const times = timesNamed(own);
    const segments = segmentsOf(document, own);
    const isOpen = before === 0 || before + own.length <= MOST_OPEN;
    before += own.length;
    return {
      id: `in_${document.id}`,
      title: titleOf(document),
      name: inLanguage(document.title, locale),
      first: segments[0]?.href ?? '',
      here: `#in_${document.id}`,
      times: number(times),
      named: t('entity.times', { count: times, number: number(times) }),
      lines: t('entity.lines', { count: own.length, number: number(own.length) }),
      isOpen,
      segments,
    };
  });
}

function segmentsOf(document: Document, occurrences: readonly Occurrence[]): ConcordanceGroup['segments'] {
  const numbers = numbersOf(document.segments);
  return [...Map.groupBy(occurrences, ({ segment }) => segment)].map(([segment, own]) => ({
    href: placeOf(document, segment),
    number: numbers.get(segment.id) ?? '',
    lines: own.map(({ mention, language }) => lineOf(segment, language, mention)),
  }));
}
