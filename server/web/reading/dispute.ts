import type { Side } from '../../core/anchor.ts';
import type { Discrepancy } from '../../core/discrepancy.ts';
import type { DocumentSegment } from '../../core/document.ts';
import type { Claim } from '../../core/event.ts';
import type { Span } from '../../core/span.ts';
import type { ClaimAt, Survey } from '../../core/survey.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { inLanguage } from '../facts.ts';
import { listIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import { disputeAddressesOf } from './stretch.ts';
import type { DisputePoint, DisputeView } from './view.ts';

/** A claim of a segment that others contradict, and where in it. */
export interface DisputeAt {
  readonly dispute: string;
  readonly language: Side;
  /** Null where the text is not at hand. */
  readonly span: Span | null;
  readonly view: DisputeView;
}

/** What is said against the claims of a segment, by other documents or elsewhere in its own; nothing where all agree. */
export function disputesOf(segment: DocumentSegment, survey: Survey, locale: Locale): DisputeAt[] {
  return (survey.claimsAt.get(segment) ?? []).flatMap((told) => {
    const { event, claim, passage } = told;
    const against = (survey.discrepancies.get(event.id) ?? []).filter(
      ({ opponents }) => (opponents.get(claim)?.length ?? 0) > 0,
    );
    if (against.length === 0) return [];
    const dispute = `${event.id}_${claim.id}`;
    const { id, href } = disputeAddressesOf(dispute);
    const view: DisputeView = {
      id: href.slice(1),
      back: `#${passage.span === null ? segment.id : id}`,
      href: eventAddress(event.id),
      title: inLanguage(event.title, locale),
      others: othersLine(told, survey, locale),
      points: against.map((one) => pointOf(claim, one, survey, locale)),
      state: stateOf(against),
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
  const documents = new Set((claimsOn.get(event) ?? []).map((one) => one.passage.document));
  documents.delete(passage.document);
  return t('dispute.others', { count: documents.size, number: number(documents.size) });
}

function pointOf(claim: Claim, discrepancy: Discrepancy, survey: Survey, locale: Locale): DisputePoint {
  const { state, note, opponents } = discrepancy;
  const against = opponents.get(claim) ?? [];
  const own = against.filter(({ document }) => document === claim.document);
  const foreign = against.filter(({ document }) => document !== claim.document);
  return {
    lines: [
      ...(foreign.length === 0 ? [] : [foreignLine(foreign, discrepancy, survey, locale)]),
      ...(own.length === 0 ? [] : [ownLine(own, discrepancy, foreign.length > 0, survey, locale)]),
    ],
    state,
    note: note === undefined ? null : inLanguage(note, locale),
  };
}

/** What other documents say: `1 gives another date: October 2017.` */
function foreignLine(
  against: readonly Claim[],
  { on, event }: Discrepancy,
  survey: Survey,
  locale: Locale,
): string {
  const { t, number } = locale;
  const documents = new Set(against.map(({ document }) => document)).size;
  const count = { count: documents, number: number(documents) };
  if (on === 'date') {
    const dates = datesOf(against, locale);
    const told = { ...count, dates: listIn(dates, locale.language) };
    return dates.length === 1 ? t('dispute.date', told) : t('dispute.dates', told);
  }
  if (on === 'order') return t('dispute.order', { ...count, title: titleOf(event, survey, locale) });
  return t(`dispute.${on}`, count);
}

/** What the document itself says elsewhere. */
function ownLine(
  against: readonly Claim[],
  { on, event }: Discrepancy,
  isOneOfMany: boolean,
  survey: Survey,
  locale: Locale,
): string {
  const { t, language } = locale;
  if (isOneOfMany && on !== 'date') return t('dispute.own.too');
  if (on === 'date') return t('dispute.own.date', { dates: listIn(datesOf(against, locale), language) });
  if (on === 'order') return t('dispute.own.order', { title: titleOf(event, survey, locale) });
  return t(`dispute.own.${on}`);
}

function datesOf(claims: readonly Claim[], locale: Locale): string[] {
  return [...new Set(claims.flatMap(({ date }) => (date === undefined ? [] : [dateIn(locale, date)])))];
}

function titleOf(id: Discrepancy['event'], { events }: Survey, locale: Locale): string {
  const title = events.find((event) => event.id === id)?.title;
  return title === undefined ? '' : inLanguage(title, locale);
}
