import { tenth } from './box.ts';

/** When an item was, as it is drawn: from `left` to `right`, around a height of 0. */
export interface Bar {
  readonly kind: 'dot' | 'bar';
  readonly left: number;
  readonly right: number;
  readonly isDisputed: boolean;
}

const DOT = 3.5;
const HALF = { dot: DOT, bar: 2.5, disputed: 5 } as const;
const SHORTEST = 9;

/** One day is a dot; anything else a bar as long as it may have taken, and long enough to be seen. All within `width`. */
export function barOf(from: number, to: number, isDay: boolean, isDisputed: boolean, width: number): Bar {
  const least = isDisputed ? 2 * HALF.disputed : isDay ? 2 * DOT : SHORTEST;
  const missing = isDay ? least / 2 : Math.max(0, (least - (to - from)) / 2);
  const [left, right] = isDay ? [from - missing, from + missing] : [from - missing, to + missing];
  const over = Math.min(0, left) + Math.max(0, right - width);
  return { kind: isDay ? 'dot' : 'bar', left: left - over, right: right - over, isDisputed };
}

/** The outline at the height of `y`, as the `d` of a path: round ends, or pointed ones if it is disputed. */
export function outlineOf({ kind, left, right, isDisputed }: Bar, y: number): string {
  const half = isDisputed ? HALF.disputed : HALF[kind];
  const [start, end] = [left + half, right - half].map(tenth);
  const [top, bottom] = [y - half, y + half].map(tenth);
  if (isDisputed)
    return `M${tenth(left)} ${tenth(y)}L${start} ${top}H${end}L${tenth(right)} ${tenth(y)}L${end} ${bottom}H${start}Z`;
  return `M${start} ${top}H${end}A${half} ${half} 0 0 1 ${end} ${bottom}H${start}A${half} ${half} 0 0 1 ${start} ${top}Z`;
}
