import type { Edtf } from '../../core/date.ts';
import { parseEdtf, rangeOf } from '../../core/date.ts';
import type { Bar } from './bar.ts';
import { barOf } from './bar.ts';
import { onOneLine, shortened, widthOf } from './label.ts';
import type { Scale } from './scale.ts';
import type { Extent } from './stack.ts';

/** Something that was at some time. */
export interface TimelineItem {
  readonly href: string;
  readonly label: string;
  /** EDTF, as in `core/date.ts`; an item whose date is none stands in the table only. */
  readonly date: string;
  /** The date in words; without them it is said as it is written. */
  readonly when?: string;
  readonly lane?: string;
  readonly isDisputed?: boolean;
}

/** An item and the days that it may have been on. */
export interface Moment {
  readonly item: TimelineItem;
  readonly from: number;
  readonly to: number;
}

/** A moment in its place. The label stands behind its bar; before it, or above it, where it would leave the frame. */
export interface Placing extends Extent {
  readonly moment: Moment;
  readonly bar: Bar;
  readonly label: string;
  readonly side: 'right' | 'left' | 'above';
  /** Where the label begins, or, at the left, ends. */
  readonly labelX: number;
  readonly labelWidth: number;
}

export const ITEM_SIZE = 13;
const LONGEST = 24 * ITEM_SIZE;
const LABEL_GAP = 5;

/** In order of time, whatever the order of the input. */
export function momentsOf(items: readonly TimelineItem[]): Moment[] {
  return items
    .flatMap((item): Moment[] => {
      const date: Edtf | undefined = parseEdtf(item.date);
      return date === undefined ? [] : [{ item, ...rangeOf(date) }];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.item === b.item ? 0 : keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ item: { label, href, date, isDisputed } }: Moment): string {
  return JSON.stringify([label, href, date, isDisputed === true]);
}

export function placingOf(moment: Moment, scale: Scale, width: number): Placing {
  const { item, from, to } = moment;
  const bar = barOf(scale.at(from), scale.at(to), to - from === 1, item.isDisputed === true, width);
  const label = shortened(onOneLine(item.label), ITEM_SIZE, Math.min(LONGEST, width * 0.6));
  const labelWidth = widthOf(label, ITEM_SIZE);
  const placing = { moment, bar, label, labelWidth };
  const [before, behind] = [bar.left - LABEL_GAP, bar.right + LABEL_GAP];
  if (behind + labelWidth <= width)
    return { ...placing, side: 'right', labelX: behind, left: bar.left, right: behind + labelWidth };
  if (before - labelWidth >= 0)
    return { ...placing, side: 'left', labelX: before, left: before - labelWidth, right: bar.right };
  const start = Math.max(0, Math.min(bar.left, width - labelWidth));
  return {
    ...placing,
    side: 'above',
    labelX: start,
    left: Math.min(start, bar.left),
    right: Math.max(start + labelWidth, bar.right),
  };
}
