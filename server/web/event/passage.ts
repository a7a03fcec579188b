import type { Document, DocumentSegment } from '../../core/document.ts';
import type { Span } from '../../core/span.ts';
import type { ClaimAt } from '../../core/survey.ts';
import { readerAddress } from '../address.ts';
import type { Title } from '../facts.ts';
import { inLanguage, titleOf } from '../facts.ts';
import type { Told } from '../history.ts';
import { numbersOf } from '../reading/apparatus.ts';
import type { Piece } from '../reading/piece.ts';
import { piecesOf } from '../reading/piece.ts';
import type { FactView, Setting } from './fact.ts';
import { factsOf } from './fact.ts';

/** The passages of one document, in the order of its text. */
export interface TextView {
  readonly href: string;
  readonly title: Title;
  readonly rows: readonly PassageView[];
}

/** A segment that tells an event, set as in the reader; marked is what claims rest on. */
export interface PassageView {
  readonly href: string;
  readonly number: string;
  readonly zh: readonly Piece[] | null;
  readonly en: readonly Piece[] | null;
  readonly claims: readonly ClaimView[];
}

export interface ClaimView {
  /** `claim_<id>` */
  readonly id: string;
  /** What is claimed, in our words. */
  readonly says: string;
  readonly facts: readonly FactView[];
}

export function textsOf(told: Told, setting: Setting): TextView[] {
  const byDocument = Map.groupBy(told.claims, ({ passage }) => passage.document);
  return told.documents.map((document) => ({
    href: readerAddress(document.id),
    title: titleOf(document),
    rows: rowsOf(document, byDocument.get(document) ?? [], told, setting),
  }));
}

function rowsOf(document: Document, claims: readonly ClaimAt[], told: Told, setting: Setting): PassageView[] {
  const bySegment = Map.groupBy(claims, ({ passage }) => passage.segment);
  const numbers = numbersOf(document.segments);
  return document.segments.flatMap((segment) => {
    const own = bySegment.get(segment);
    if (own === undefined) return [];
    return [
      {
        href: `${readerAddress(document.id)}#${segment.id}`,
        number: numbers.get(segment.id) ?? '',
        zh: sideOf(segment, 'zh', own),
        en: sideOf(segment, 'en', own),
        claims: own.map(({ claim }) => ({
          id: `claim_${claim.id}`,
          says: inLanguage(claim.says, setting.locale),
          facts: factsOf(claim, told, setting),
        })),
      },
    ];
  });
}

function sideOf(segment: DocumentSegment, side: 'zh' | 'en', claims: readonly ClaimAt[]): Piece[] | null {
  const text = segment[side];
  if (text === null) return null;
  const spans: Span[] = claims.flatMap(({ claim, passage: { span } }) =>
    span !== null && claim.language === side ? [span] : [],
  );
  return piecesOf(text, spans);
}
