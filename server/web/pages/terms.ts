import { withoutTones } from '../../core/pinyin.ts';
import { isOutlier } from '../../core/rendering.ts';
import { termsAddress } from '../address.ts';
import type { TermSort } from '../choices.ts';
import { TERM_SORTS } from '../choices.ts';
import type { Group } from '../entity/order.ts';
import type { Locale } from '../locale.ts';
import type { TermDocument } from '../term/lines.ts';
import { documentsOf } from '../term/lines.ts';
import type { RenderingView, TermLink } from '../term/link.ts';
import { linkToTerm, renderingViewOf } from '../term/link.ts';
import { termGroupsOf } from '../term/order.ts';
import type { Termbook, TermRecord } from '../term/termbook.ts';

export interface TermEntry extends TermLink {
  readonly domain: string;
  /** `154` and `11`, and the same in words. */
  readonly times: string;
  readonly documents: string;
  readonly figures: string;
  /** What was found, outliers first; empty where it is the preferred rendering throughout. */
  readonly renderings: readonly RenderingView[];
  /** The places of outliers; null where there are none. */
  readonly outliers: { readonly label: string; readonly documents: readonly TermDocument[] } | null;
  /** All that it may be looked for by, besides what is seen; one form a line. */
  readonly forms: string;
}

export interface TermsPage {
  readonly sort: TermSort;
  readonly sorts: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly total: string;
  readonly groups: readonly Group<TermEntry>[];
  /** Letters that lead to their groups; empty where they are ordered by something else. */
  readonly letters: readonly { readonly href: string; readonly label: string }[];
}

export function termsPage({ records }: Termbook, sort: TermSort, locale: Locale): TermsPage {
  const groups = termGroupsOf(records, sort, locale).map((group) => ({
    ...group,
    entries: group.entries.map((record) => entryOf(record, locale)),
  }));
  return {
    sort,
    sorts: TERM_SORTS.map((one) => ({
      href: termsAddress(one),
      label: locale.t(`terms.by-${one}`),
      isCurrent: one === sort,
    })),
    total: locale.number(records.length),
    groups,
    letters:
      sort === 'outliers' ? [] : groups.map(({ id, title }) => ({ href: `#group_${id}`, label: title })),
  };
}

function entryOf({ term, uses, groups, documents }: TermRecord, locale: Locale): TermEntry {
  const { t, number } = locale;
  const { pinyin, variants, admitted } = term;
  const outliers = groups.filter(isOutlier).flatMap((group) => group.uses);
  return {
    ...linkToTerm(term),
    domain: t(`terms.domain.${term.domain}`),
    times: number(uses.length),
    documents: number(documents),
    figures: figuresOf(uses.length, documents, locale),
    renderings: groups.every(({ kind }) => kind === 'preferred')
      ? []
      : groups.map((group, index) => renderingViewOf(group, index, term, locale)),
    outliers:
      outliers.length === 0
        ? null
        : {
            label: t('terms.outliers', { count: outliers.length, number: number(outliers.length) }),
            documents: documentsOf(outliers, locale),
          },
    forms: [withoutTones(pinyin), ...variants.map(({ form }) => form), ...admitted]
      .map((form) => form.replace(/\s+/g, ' '))
      .join('\n'),
  };
}

/** `Stands 154 times in 11 texts`. */
export function figuresOf(times: number, documents: number, { t, number }: Locale): string {
  if (times === 0) return t('terms.never');
  return t('terms.stands', {
    times: t('terms.times', { count: times, number: number(times) }),
    documents: t('entity.documents', { count: documents, number: number(documents) }),
  });
}
