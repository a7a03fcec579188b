import type { Side } from '../../core/anchor.ts';
import type { KwicLine } from '../../core/concordance.ts';
import { kwicLineOf } from '../../core/concordance.ts';
import type { Document, DocumentSegment } from '../../core/document.ts';
import type { Passage } from '../../core/evidence.ts';
import type { Span } from '../../core/span.ts';
import { readerAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';
import { numbersOf } from '../reading/apparatus.ts';

/** A stretch of a text around its keyword. */
export interface LineView extends KwicLine {
  readonly lang: UiLanguage;
}

/** A passage that says something, where it stands, and what the other language makes of it. */
export interface PassageView {
  readonly href: string;
  readonly title: string;
  readonly number: string;
  /** Null where the text is not at hand. */
  readonly line: LineView | null;
  /** The whole segment in the other language; null where there is nothing. */
  readonly other: { readonly text: string; readonly lang: UiLanguage } | null;
}

const LANG: Record<Side, UiLanguage> = { zh: 'zh-Hans', en: 'en' };

export function lineOf(segment: DocumentSegment, language: Side, span: Span): LineView {
  return { ...kwicLineOf({ mention: span, segment, language }), lang: LANG[language] };
}

export function passageView(
  { document, segment, span }: Passage,
  language: Side,
  locale: Locale,
): PassageView {
  const side: Side = language === 'zh' ? 'en' : 'zh';
  const other = segment[side];
  return {
    href: placeOf(document, segment),
    title: inLanguage(document.title, locale),
    number: numbersOf(document.segments).get(segment.id) ?? '',
    line: span === null ? null : lineOf(segment, language, span),
    other: other === null ? null : { text: other, lang: LANG[side] },
  };
}

/** Where a segment is read. */
export function placeOf(document: Document, segment: DocumentSegment): string {
  return `${readerAddress(document.id)}#${segment.id}`;
}
