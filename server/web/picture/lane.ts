import { outlineOf } from './bar.ts';
import type { Box } from './box.ts';
import { around, rounded, tenth } from './box.ts';
import { languageOf, linesOf, onOneLine, widthOf } from './label.ts';
import type { Moment, Placing } from './moment.ts';
import { ITEM_SIZE, placingOf } from './moment.ts';
import type { Scale } from './scale.ts';
import { rowsOf } from './stack.ts';

/** A lane with what stands in it, before it has a place. */
export interface Lane {
  readonly label: string;
  /** The label as it is set at the left. */
  readonly lines: readonly string[];
  readonly width: number;
  readonly moments: readonly Moment[];
}

export interface LaneView {
  /** `''` for what stands in no lane. */
  readonly label: string;
  readonly lang: 'zh-Hans' | 'en';
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** The hairline above the lane. */
  readonly y: number;
  readonly height: number;
  readonly items: readonly ItemView[];
}

export interface ItemView {
  readonly href: string;
  /** The mark: the `d` of a path. */
  readonly d: string;
  readonly kind: 'dot' | 'bar';
  readonly isDisputed: boolean;
  readonly label: string;
  /** When, and the whole label. */
  readonly name: string;
  readonly lang: 'zh-Hans' | 'en';
  readonly labelX: number;
  readonly labelY: number;
  readonly anchor: 'start' | 'end';
  /** Around mark and label: where one can click, and the ring of the focus. */
  readonly box: Box;
  readonly labelBox: Box;
}

/** A row in which a label stands above its bar is higher. */
const ROW = { usual: 22, above: 36 } as const;
const PADDING = 7;
const GAP = 14;
/** Between what is drawn and the ring of the focus. */
const AIR = 2.5;
const NAME = { size: 13, leading: 17, width: 120, most: 3, gap: 16 } as const;
const LETTER = { above: ITEM_SIZE * 0.95, below: ITEM_SIZE * 0.35 } as const;

/** Every lane, in order, even one without items; and one more, without a name, for what stands in none of them. */
export function lanesOf(moments: readonly Moment[], names: readonly { id: string; label: string }[]): Lane[] {
  const byId = new Map<string, string>();
  for (const { id, label } of names) if (!byId.has(id)) byId.set(id, onOneLine(label));
  const lanes = [...byId].map(([id, label]): Lane => {
    const lines = linesOf(label, NAME.size, NAME.width, NAME.most);
    const width = Math.max(0, ...lines.map((line) => widthOf(line, NAME.size))) + NAME.gap;
    return { label, lines, width, moments: moments.filter(({ item }) => item.lane === id) };
  });
  const rest = moments.filter(({ item }) => item.lane === undefined || !byId.has(item.lane));
  return rest.length === 0 ? lanes : [...lanes, { label: '', lines: [], width: 0, moments: rest }];
}

/** A lane below `y`, as high as its rows or its name; its items are `margin` and a place of the scale from the left. */
export function laneView(lane: Lane, y: number, scale: Scale, width: number, margin: number): LaneView {
  const placings = lane.moments.map((moment) => placingOf(moment, scale, width));
  const rows = rowsOf(placings, GAP);
  const tops = topsOf(placings, rows);
  const inside = Math.max(tops.at(-1) ?? 0, ROW.usual, NAME.leading * lane.lines.length);
  const middleOf = (row: number): number => y + PADDING + (tops[row] ?? 0) + ROW.usual / 2;
  return {
    label: lane.label,
    lang: languageOf(lane.label),
    lines: lane.lines.map((text, line) => ({
      text,
      y: tenth(middleOf(0) + NAME.size * 0.36 + NAME.leading * line),
    })),
    y: tenth(y),
    height: tenth(inside + 2 * PADDING),
    items: placings.map((placing, place) => itemView(placing, middleOf(rows[place] ?? 0), margin)),
  };
}

/** Where each row begins, and where the last one ends. */
function topsOf(placings: readonly Placing[], rows: readonly number[]): number[] {
  const heights: number[] = [];
  for (const [place, row] of rows.entries()) {
    const height = placings[place]?.side === 'above' ? ROW.above : ROW.usual;
    heights[row] = Math.max(heights[row] ?? 0, height);
  }
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  return tops;
}

function itemView(
  { moment: { item }, bar, label, side, labelX, labelWidth }: Placing,
  middle: number,
  margin: number,
): ItemView {
  const name = onOneLine(item.label);
  const barY = side === 'above' ? middle + 16 : middle;
  const baseline = middle + ITEM_SIZE * 0.36;
  const moved = { ...bar, left: bar.left + margin, right: bar.right + margin };
  const labelBox = {
    x: labelX + margin - (side === 'left' ? labelWidth : 0),
    y: baseline - LETTER.above,
    width: labelWidth,
    height: LETTER.above + LETTER.below,
  };
  const mark = { x: moved.left, y: barY - 3, width: moved.right - moved.left, height: 6 };
  return {
    href: item.href,
    d: outlineOf(moved, barY),
    kind: bar.kind,
    isDisputed: bar.isDisputed,
    label,
    name: `${item.when ?? item.date} · ${name}`,
    lang: languageOf(name),
    labelX: tenth(labelX + margin),
    labelY: tenth(baseline),
    anchor: side === 'left' ? 'end' : 'start',
    box: rounded(around([labelBox, mark]), AIR),
    labelBox: rounded(labelBox),
  };
}
