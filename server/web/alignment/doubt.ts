import { DOUBTFUL } from '../../core/alignment.ts';
import type { Document } from '../../core/document.ts';
import { isOpen, placesOf } from '../../core/facing.ts';
import type { SegmentId } from '../../core/segment.ts';
import type { Locale } from '../locale.ts';
import { alignmentAddress } from './address.ts';
import { certainty } from './certainty.ts';

/** What the reader says of a gloss that somebody should look at. */
export function doubtOf({ alignment }: Document, id: SegmentId, locale: Locale): string | null {
  const score = alignment?.rows.get(id);
  return score === undefined || score >= DOUBTFUL
    ? null
    : locale.t('alignment.matched', { percent: certainty(score, locale) });
}

/** The way to what should be looked at of a document's alignment; null where that is nothing. */
export function reviewOf(
  document: Document,
  { t, number }: Locale,
): { readonly href: string; readonly label: string } | null {
  const { alignment } = document;
  const count = alignment === undefined ? 0 : placesOf({ ...document, alignment }).filter(isOpen).length;
  if (count === 0) return null;
  return {
    href: alignmentAddress(document.id),
    label: t('alignment.link', { count, number: number(count) }),
  };
}
