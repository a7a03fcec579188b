import type { Side } from '../../core/anchor.ts';
import type { Discrepancy } from '../../core/discrepancy.ts';
import type { Document, DocumentSegment } from '../../core/document.ts';
import type { Claim, DiscrepancyKind } from '../../core/event.ts';
import type { Span } from '../../core/span.ts';
import type { ClaimAt, Survey } from '../../core/survey.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { inLanguage } from '../facts.ts';
import { listIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import { disputeAddressesOf } from './stretch.ts';
import type { DisputeView } from './view.ts';

/** A claim of a segment that others contradict, and where in it. */
export interface DisputeAt {
  readonly dispute: string;
  readonly language: Side;
  /** Null where the text is not at hand. */
  readonly span: Span | null;
  readonly view: DisputeView;
}

/** What other documents say against the claims of a segment; nothing where they agree. */
export function disputesOf(segment: DocumentSegment, survey: Survey, locale: Locale): DisputeAt[] {
  return (survey.claimsAt.get(segment) ?? []).flatMap((told) => {
    const { event, claim, passage } = told;
    const against = (survey.discrepancies.get(event.id) ?? []).filter(({ sides }) =>
      sides.some(({ claims }) => claims.includes(claim)),
    );
    if (against.length === 0) return [];
    const dispute = `${event.id}_${claim.id}`;
    const { id, href } = disputeAddressesOf(dispute);
    const notes = against.flatMap(({ note }) => (note === undefined ? [] : [inLanguage(note, locale)]));
    const view: DisputeView = {
      id: href.slice(1),
      back: `#${passage.span === null ? segment.id : id}`,
      href: eventAddress(event.id),
      title: inLanguage(event.title, locale),
      lines: [othersLine(told, survey, locale), ...against.map((one) => againstLine(claim, one, locale))],
      state: stateOf(against),
      note: notes.length === 0 ? null : notes.join(locale.language === 'en' ? ' ' : ''),
    };
    return [{ dispute, language: claim.language, span: passage.span, view }];
  });
}

/** Open if any is, and settled only if all are. */
export function stateOf(discrepancies: readonly Discrepancy[]): DisputeView['state'] {
  if (discrepancies.some(({ state }) => state === 'open')) return 'open';
  return discrepancies.every(({ state }) => state === 'settled') ? 'settled' : 'explained';
}

function othersLine({ event, passage }: ClaimAt, { claimsOn }: Survey, { t, number }: Locale): string {
  const others = new Set<Document>();
  for (const one of claimsOn.get(event) ?? [])
    if (one.passage.document !== passage.document) others.add(one.passage.document);
  return t('dispute.others', { count: others.size, number: number(others.size) });
}

function againstLine(claim: Claim, { on, sides }: Discrepancy, locale: Locale): string {
  const others = sides.filter(({ claims }) => !claims.includes(claim)).flatMap(({ claims }) => claims);
  const documents = new Set(others.map(({ document }) => document)).size;
  const dates = [
    ...new Set(others.flatMap(({ date }) => (date === undefined ? [] : [dateIn(locale, date)]))),
  ];
  const { t, number } = locale;
  const line = t(`dispute.${on satisfies DiscrepancyKind}`, { count: documents, number: number(documents) });
  return on === 'date' ? t('dispute.dated', { line, dates: listIn(dates, locale.language) }) : line;
}
