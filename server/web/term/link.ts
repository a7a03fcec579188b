import type { RenderingGroup } from '../../core/rendering.ts';
import { isOutlier } from '../../core/rendering.ts';
import type { Term } from '../../core/term.ts';
import { termAddress } from '../address.ts';
import type { NameView } from '../entity/name.ts';
import type { Locale } from '../locale.ts';

/** A term in its three guises, and where it is told of. */
export interface TermLink {
  readonly href: string;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
}

export function linkToTerm({ id, zh, pinyin, en }: Term): TermLink {
  return { href: termAddress(id), zh, pinyin, en };
}

/** A rendering that was found, how often, and where on the page of its term its places stand. */
export interface RenderingView {
  /** The rendering, or in the interface's language that it is none. */
  readonly label: NameView;
  /** `forbidden`, `rare`; null for what needs no remark. */
  readonly remark: string | null;
  readonly count: string;
  readonly anchor: string;
  readonly href: string;
  readonly isOutlier: boolean;
}

/** `index` is the group's place among those of its term. */
export function renderingViewOf(
  group: RenderingGroup,
  index: number,
  term: Term,
  { t, number, language }: Locale,
): RenderingView {
  const { kind, form, isRare, uses } = group;
  const anchor = `as_${index + 1}`;
  const isNamed = form !== null && kind !== 'waived';
  return {
    label: isNamed ? { text: form, lang: 'en' } : { text: t(`terms.kind.${kind}`), lang: language },
    remark: remarkOn(isNamed, kind, isRare, t),
    count: number(uses.length),
    anchor,
    href: `${termAddress(term.id)}#${anchor}`,
    isOutlier: isOutlier(group),
  };
}

function remarkOn(
  isNamed: boolean,
  kind: RenderingGroup['kind'],
  isRare: boolean,
  t: Locale['t'],
): string | null {
  if (isNamed && kind === 'forbidden') return t('terms.kind.forbidden');
  return isRare ? t('terms.rare') : null;
}
