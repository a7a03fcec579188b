import { searchAddress } from '../address.ts';
import type { Locale } from '../locale.ts';
import type { SearchChoices } from './choices.ts';

/** Ways from one page of a result to the others. */
export interface PagerView {
  /** `Page 2 of 7`; null where there is but one. */
  readonly label: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  /** What is said on a page behind the last one; null on the others. */
  readonly beyond: { readonly text: string; readonly href: string; readonly label: string } | null;
}

export const PER_PAGE = 20;

export function offsetOf(page: number): number {
  return (page - 1) * PER_PAGE;
}

export function pagerOf(
  total: number,
  { text, narrowing, sort, page }: SearchChoices,
  { t, number }: Locale,
): PagerView {
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const hrefOf = (to: number): string => searchAddress(text, narrowing, { sort, page: to });
  if (page > last) {
    const beyond = {
      text: t('search.beyond', { count: last, number: number(last) }),
      href: hrefOf(last),
      label: t('search.last-page'),
    };
    return { label: null, previous: null, next: null, beyond };
  }
  return {
    label: last === 1 ? null : t('search.page', { page: number(page), pages: number(last) }),
    previous: page === 1 ? null : hrefOf(page - 1),
    next: page === last ? null : hrefOf(page + 1),
    beyond: null,
  };
}
