import type { TermUse } from '../../core/term-use.ts';
import type { LineView } from '../entity/passage.ts';
import { lineOf, placeOf } from '../entity/passage.ts';
import { inLanguage, shortTitleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import { numbersOf } from '../reading/apparatus.ts';

/** A segment with its places of a term, each with how it is rendered. */
export interface TermSegment {
  readonly href: string;
  readonly number: string;
  readonly lines: readonly LineView[];
  /** The whole gloss, where no rendering can be marked in it. */
  readonly gloss: string | null;
  /** Why the gloss may be as it is, in the interface's language. */
  readonly reason: string | null;
}

export interface TermDocument {
  /** Without its subtitle, in the interface's language. */
  readonly title: string;
  readonly segments: readonly TermSegment[];
}

/** The places by document and segment; the Chinese above what the gloss makes of it. */
export function documentsOf(uses: readonly TermUse[], locale: Locale): TermDocument[] {
  return [...Map.groupBy(uses, ({ document }) => document)].map(([document, own]) => {
    const numbers = numbersOf(document.segments);
    return {
      title: shortTitleOf(document, locale),
      segments: [...Map.groupBy(own, ({ segment }) => segment)].map(([segment, here]) => ({
        href: placeOf(document, segment),
        number: numbers.get(segment.id) ?? '',
        lines: linesOf(here),
        gloss: here.some(({ rendered }) => 'span' in rendered) ? null : segment.en,
        reason: reasonOf(here, locale),
      })),
    };
  });
}

// A rendering that stands for several places is shown once, beneath the last of them.
function linesOf(uses: readonly TermUse[]): LineView[] {
  return uses.flatMap(({ segment, span, rendered }, index) => {
    const next = uses[index + 1]?.rendered;
    const isShown =
      'span' in rendered &&
      !(next !== undefined && 'span' in next && next.span.start === rendered.span.start);
    return [lineOf(segment, 'zh', span), ...(isShown ? [lineOf(segment, 'en', rendered.span)] : [])];
  });
}

function reasonOf(uses: readonly TermUse[], locale: Locale): string | null {
  const waiver = uses.find((use) => use.waiver !== undefined)?.waiver;
  return waiver === undefined ? null : inLanguage(waiver.reason, locale);
}
