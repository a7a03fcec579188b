import type { Alignment, Loose } from './alignment.ts';
import { DOUBTFUL } from './alignment.ts';
import type { Document, DocumentSegment } from './document.ts';
import { DomainError } from './refusal.ts';
import type { SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** What is asked of a segment that English faces. */
export type Faced = Pick<
  DocumentSegment,
  'id' | 'block' | 'kind' | 'cell' | 'debris' | 'digest' | 'en' | 'status'
>;

/** Where English stands: beside a segment, or loose between two. */
export type Place =
  | {
      readonly kind: 'row';
      /** The segment's id. */
      readonly key: string;
      readonly segment: Faced;
      /** Which segment of its document it is, debris counted. */
      readonly at: number;
      /** Its own English: none where it is of an earlier wording. */
      readonly en: string | null;
      /** How sure the aligner is; undefined where somebody has looked. */
      readonly score: number | undefined;
    }
  | {
      readonly kind: 'loose';
      /** Holds an underscore, which no segment id can. */
      readonly key: string;
      readonly after: SegmentId | null;
      readonly en: string;
    };

export type Row = Extract<Place, { kind: 'row' }>;

/** All places of a document in the order of its English; loose English that stands together is one. Debris has none. */
export function placesOf(
  document: Pick<Document, 'retired'> & {
    readonly segments: readonly Faced[];
    readonly alignment: Alignment;
  },
): Place[] {
  const { segments, alignment } = document;
  const loose = looseBehind(document);
  const places: Place[] = loose.get(null) ?? [];
  for (const [at, segment] of segments.entries()) {
    const { id, en, status, debris } = segment;
    const score = alignment.rows.get(id);
    if (!debris)
      places.push({ kind: 'row', key: id, segment, at, en: status === 'glossed' ? en : null, score });
    places.push(...(loose.get(id) ?? []));
  }
  return places;
}

function looseBehind({
  segments,
  retired,
  alignment,
}: Parameters<typeof placesOf>[0]): Map<SegmentId | null, Place[]> {
  const order = new Map(segments.map(({ id }, at) => [id, at]));
  const orderOf = (id: SegmentId): number => order.get(id) ?? -1;
  const behind = new Map<SegmentId | null, Place[]>();
  for (const { after, en } of alignment.loose) {
    const living = after === null ? [] : order.has(after) ? [after] : (retired.get(after) ?? []);
    const anchor = living.toSorted((a, b) => orderOf(a) - orderOf(b)).at(-1) ?? null;
    const [before] = behind.get(anchor) ?? [];
    const whole = before === undefined ? en : `${before.en} ${en}`;
    behind.set(anchor, [{ kind: 'loose', key: `loose_${anchor ?? ''}`, after: anchor, en: whole }]);
  }
  return behind;
}

/** Whether somebody should look at it. */
export function isOpen(place: Place): boolean {
  return place.kind === 'loose' || (place.score !== undefined && place.score < DOUBTFUL);
}

/**
 * What tells whether a place, or what stands before or behind it, has changed since somebody saw it.
 * `digestOf` gives a short text for a long one.
 */
export function seenAt(places: readonly Place[], index: number, digestOf: (text: string) => string): string {
  const around = [index - 1, index, index + 1].map((at) => {
    const place = places[at];
    if (place === undefined) return null;
    return [place.key, place.kind === 'row' ? place.segment.digest : '', place.en];
  });
  return digestOf(JSON.stringify(around));
}

export type Way = 'up' | 'down';

/** A sentence that goes from one place to the next: what it leaves, where it goes, and the English of both afterwards. */
export interface Shift {
  readonly from: Place;
  readonly to: Place;
  /** Of the sentence in the English that it leaves. */
  readonly span: Span;
  /** Null where nothing is left. */
  readonly left: string | null;
  readonly joined: string;
}

/**
 * The first sentence of a place up to the place before it, or its last one down to the place behind: no sentence goes past another.
 * Down and then up again is as it was, as long as the two sentences that meet are told apart there.
 *
 * @throws DomainError `conflict` if there is no English of its own, or no place to go to.
 */
export function shiftOf(
  places: readonly Place[],
  index: number,
  way: Way,
  sentencesOf: (text: string) => readonly Span[],
): Shift {
  const [from, to] = [places[index], places[index + (way === 'up' ? -1 : 1)]];
  if (from === undefined || to === undefined) throw new DomainError('conflict', 'no row stands there');
  if (isStale(from) || isStale(to))
    throw new DomainError(
      'conflict',
      'its English is of an earlier wording of the Chinese; write it anew in gloss.en.yaml first',
    );
  const en = from.en ?? '';
  const sentences = sentencesOf(en);
  const span = way === 'up' ? sentences[0] : sentences.at(-1);
  if (span === undefined) throw new DomainError('conflict', 'there is no English in this row to shift');
  const sentence = en.slice(span.start, span.end);
  const left = (way === 'up' ? en.slice(span.end) : en.slice(0, span.start)).trim();
  const there = to.en ?? '';
  const joined = there === '' ? sentence : way === 'up' ? `${there} ${sentence}` : `${sentence} ${there}`;
  return { from, to, span, left: left === '' ? null : left, joined };
}

export function isStale(place: Place): boolean {
  return place.kind === 'row' && place.segment.status === 'stale';
}

/** The loose English once a shift was made. */
export function looseAfter(places: readonly Place[], { from, to, left, joined }: Shift): Loose[] {
  return places.flatMap((place) => {
    if (place.kind === 'row') return [];
    const en = place === from ? left : place === to ? joined : place.en;
    return en === null ? [] : [{ after: place.after, en }];
  });
}

/** Why a row is not joined with what stands behind it. */
export type Bar = 'end' | 'block' | 'loose' | 'stale';

/** Undefined where it can be joined: rows are joined within a block, and in a table within a cell. */
export function barBehind(places: readonly Place[], index: number): Bar | undefined {
  const [row, next] = [places[index], places[index + 1]];
  if (row?.kind !== 'row' || next === undefined) return 'end';
  if (next.kind === 'loose') return 'loose';
  const [a, b] = [row.segment, next.segment];
  const isOtherCell = b.cell !== undefined && (a.cell?.row !== b.cell.row || a.cell.column !== b.cell.column);
  if (a.block !== b.block || a.kind !== b.kind || next.at !== row.at + 1 || isOtherCell) return 'block';
  return isStale(row) || isStale(next) ? 'stale' : undefined;
}
