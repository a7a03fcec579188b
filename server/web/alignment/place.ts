import type { Document } from '../../core/document.ts';
import type { Bar, Place, Row } from '../../core/facing.ts';
import { barBehind, isOpen, isStale } from '../../core/facing.ts';
import type { Cutters } from '../../core/parting.ts';
import { partingsOf } from '../../core/parting.ts';
import type { SegmentId } from '../../core/segment.ts';
import type { Locale } from '../locale.ts';
import type { Shown } from './address.ts';
import { alignmentAddress } from './address.ts';
import { certainty } from './certainty.ts';
import type { SplitView } from './split.ts';
import { splitView } from './split.ts';

/** A row of the alignment, or loose English between two. */
export interface PlaceView {
  /** Its fragment. */
  readonly id: string;
  readonly kind: Place['kind'];
  /** What the reader sees in the gutter; null beside loose English. */
  readonly number: string | null;
  readonly zh: string | null;
  /** Its English, sentence by sentence; none where there is none. */
  readonly sentences: readonly string[];
  readonly isStale: boolean;
  /** `41 % sure`, `looked at`; null where there is nothing to be sure of. */
  readonly certainty: string | null;
  /** Why somebody should look at it; null where nobody need. */
  readonly doubt: string | null;
  /** To the other places to look at, from one of them. */
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** What can be done with it; null where the alignment is only read. */
  readonly tools: ToolsView | null;
  /** Where it is to be cut, while that is asked. */
  readonly split: SplitView | null;
}

/** What the button of each sends; null where it cannot be done. */
export interface ToolsView {
  readonly up: string | null;
  readonly down: string | null;
  readonly join: string | null;
  /** Why it is not joined with the row behind it, where that is so. */
  readonly bar: string | null;
  readonly splitHref: string | null;
  readonly confirm: string | null;
}

export interface PlaceSetting {
  readonly document: Document;
  readonly places: readonly Place[];
  /** Which of them are to be looked at. */
  readonly open: readonly number[];
  readonly sentences: Cutters;
  readonly numbers: ReadonlyMap<SegmentId, string>;
  /** What is seen of a place; undefined where the alignment is only read. */
  readonly seen: ((at: number) => string) | undefined;
  readonly shown: Shown;
  readonly locale: Locale;
}

export function placeView(at: number, setting: PlaceSetting): PlaceView {
  const { document, places, open, sentences, numbers, seen, shown, locale } = setting;
  const place = places[at] as Place;
  const { t } = locale;
  const isRow = place.kind === 'row';
  const zh = isRow ? (document.segments[place.at]?.zh ?? null) : null;
  const en = isRow ? place.segment.en : place.en;
  const isDoubtful = isOpen(place);
  const linkTo = (index: number | undefined): string | null =>
    isDoubtful && index !== undefined ? `#${places[index]?.key}` : null;
  return {
    id: place.key,
    kind: place.kind,
    number: isRow ? (numbers.get(place.segment.id) ?? '') : null,
    zh,
    sentences: en === null ? [] : sentences.en(en).map(({ start, end }) => en.slice(start, end)),
    isStale: isStale(place),
    certainty: isRow ? certaintyOf(place, locale) : null,
    doubt: isDoubtful ? (isRow ? t('alignment.doubtful') : t('alignment.loose')) : null,
    previousHref: linkTo(open[open.indexOf(at) - 1]),
    nextHref: linkTo(open[open.indexOf(at) + 1]),
    tools: seen === undefined ? null : toolsOf(at, setting, seen(at)),
    split:
      isRow && shown.split === place.key && seen !== undefined && canSplit(place, setting)
        ? splitView(place.key, zh ?? '', place.en, seen(at), sentences)
        : null,
  };
}

function certaintyOf({ segment, en, score }: Row, locale: Locale): string | null {
  if (segment.en === null) return null;
  if (score !== undefined) return locale.t('alignment.sure', { percent: certainty(score, locale) });
  return en === null ? null : locale.t('alignment.looked-at');
}

function toolsOf(at: number, setting: PlaceSetting, seen: string): ToolsView {
  const { document, places, shown, locale } = setting;
  const place = places[at] as Place;
  const isShifted = (to: number): boolean => {
    const next = places[to];
    return next !== undefined && !isStale(next) && !isStale(place) && (place.en ?? '') !== '';
  };
  const value = (kind: string, isDone: boolean): string | null =>
    isDone ? `${kind} ${place.key} ${seen}` : null;
  const bar = document.presence === 'present' ? barBehind(places, at) : undefined;
  const isRow = place.kind === 'row';
  return {
    up: value('up', isShifted(at - 1)),
    down: value('down', isShifted(at + 1)),
    join: value('join', isRow && bar === undefined && document.presence === 'present'),
    bar: isRow && bar !== undefined ? barIn(bar, locale) : null,
    splitHref:
      isRow && canSplit(place, setting)
        ? `${alignmentAddress(document.id, { ...shown, split: place.key })}#${place.key}`
        : null,
    confirm: value('confirm', isRow && place.score !== undefined),
  };
}

function barIn(bar: Bar, { t }: Locale): string {
  return t(`alignment.bar.${bar}`);
}

function canSplit(
  place: Row,
  { document, sentences }: Pick<PlaceSetting, 'document' | 'sentences'>,
): boolean {
  const zh = document.segments[place.at]?.zh ?? '';
  return document.presence === 'present' && !isStale(place) && partingsOf(zh, sentences.zh).length > 0;
}
