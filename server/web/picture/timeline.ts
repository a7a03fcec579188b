import { em, tenth } from './box.ts';
import type { LaneView } from './lane.ts';
import { lanesOf, laneView } from './lane.ts';
import type { TimelineItem } from './moment.ts';
import { ITEM_SIZE, momentsOf } from './moment.ts';
import { scaleOf } from './scale.ts';
import type { Tick } from './tick.ts';
import { TICK_GAP, TICK_SIZE, ticksOf } from './tick.ts';

export interface TimelineOptions {
  /** Unique in the page; the ids of the picture begin with it. */
  readonly id: string;
  /** What the picture shows, in the language of the page. */
  readonly title: string;
  /** With the names of the lanes. 16 units are as wide as 1 rem. */
  readonly width?: number;
  /** In their order. What stands in none of them stands below them all. */
  readonly lanes?: readonly { readonly id: string; readonly label: string }[];
  /** Short names of the twelve months, for years that are wide enough. */
  readonly months?: readonly string[];
}

/** All in units of the picture, rounded to 0.1. */
export interface TimelineView {
  readonly titleId: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** The same in em, so that the picture grows with the letters of the page. */
  readonly inlineSize: string;
  readonly blockSize: string;
  /** The names of the lanes are a picture of their own at the left, of the same height; 0 without lanes. */
  readonly laneWidth: number;
  readonly laneInlineSize: string;
  readonly fontSize: number;
  readonly tickFontSize: number;
  /** The baselines on which the labels of the ticks stand: above, and below as well if the picture is high. */
  readonly axes: readonly number[];
  readonly ticks: readonly TickView[];
  /** None if there is no item. */
  readonly lanes: readonly LaneView[];
}

export interface TickView {
  readonly kind: Tick['kind'];
  readonly d: string;
  /** Across the picture, not only in the axis. */
  readonly isLine: boolean;
  readonly label: string;
  readonly labelX: number;
}

const WIDTH = { usual: 960, least: 320, most: 4000 } as const;
const MARGIN = 8;
const AXIS = 28;
/** A picture that is higher has a second axis below. */
const HIGH = 500;
/** How far ticks reach into the picture, and the line of a year beyond it. */
const NOTCH = { year: 9, quarter: 6, month: 3 } as const;
const RISE = 22;

/**
 * Items on an axis of time, the same for the same items in whatever order. No two labels overlap and none leaves the
 * frame, as far as a width can be told without its font. Years are not equally wide: see `scaleOf`.
 */
export function timelineOf(items: readonly TimelineItem[], options: TimelineOptions): TimelineView {
  const moments = momentsOf(items);
  const all = moments.length === 0 ? [] : lanesOf(moments, options.lanes ?? []);
  const laneWidth = Math.ceil(Math.max(0, ...all.map(({ width }) => width)));
  const width = Math.round(widthWithin(options.width)) - laneWidth;
  const plot = width - 2 * MARGIN;
  const scale = scaleOf(moments, plot);
  const lanes: LaneView[] = [];
  let bottom = AXIS;
  for (const lane of all) {
    const view = laneView(lane, bottom, scale, plot, MARGIN);
    lanes.push(view);
    bottom += view.height;
  }
  const isHigh = bottom > HIGH;
  const height = Math.ceil(bottom + (isHigh ? AXIS : 2));
  const ticks = moments.length === 0 ? [] : ticksOf(scale, plot, options.months ?? []);
  return {
    titleId: `${options.id}_title`,
    title: options.title,
    width,
    height,
    inlineSize: em(width),
    blockSize: em(height),
    laneWidth,
    laneInlineSize: em(laneWidth),
    fontSize: ITEM_SIZE,
    tickFontSize: TICK_SIZE,
    axes: isHigh ? [AXIS - 10, bottom + 18] : [AXIS - 10],
    ticks: ticks.map((tick) => tickView(tick, bottom, isHigh)),
    lanes,
  };
}

function widthWithin(width: number = WIDTH.usual): number {
  return Number.isNaN(width) ? WIDTH.usual : Math.min(Math.max(width, WIDTH.least), WIDTH.most);
}

/** Years with a label cross the picture; everything else is a notch in the axis. */
function tickView({ kind, x, label }: Tick, bottom: number, isHigh: boolean): TickView {
  const at = tenth(x + MARGIN);
  const isLine = kind === 'year' && label !== '';
  const d = isLine
    ? `M${at} ${AXIS - RISE}V${tenth(isHigh ? bottom + RISE : bottom)}`
    : `M${at} ${AXIS}v${NOTCH[kind]}${isHigh ? `M${at} ${tenth(bottom)}v-${NOTCH[kind]}` : ''}`;
  return { kind, d, isLine, label, labelX: tenth(x + MARGIN + TICK_GAP) };
}
