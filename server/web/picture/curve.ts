import { tenth } from './box.ts';
import type { Point } from './force.ts';

/** From `start` to `end` past `bend`, which the curve leans towards; straight if it lies between them. */
export interface Curve {
  readonly start: Point;
  readonly bend: Point;
  readonly end: Point;
  readonly isStraight: boolean;
}

/**
 * Between two round things, from edge to edge.
 * `lean` is how far the bend lies beside the straight line, in lengths of it; below 0 it lies on the other side.
 */
export function curveBetween(
  one: Point & { readonly radius: number },
  other: Point & { readonly radius: number },
  lean: number,
): Curve {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const bend = { x: one.x + dx / 2 - dy * lean, y: one.y + dy / 2 + dx * lean };
  return {
    start: towards(one, bend, one.radius),
    bend,
    end: towards(other, bend, other.radius),
    isStraight: lean === 0,
  };
}

/** The part of the curve between two shares of its way. */
export function partOf(curve: Curve, from: number, to: number): Curve {
  if (from === 0 && to === 1) return curve;
  const { start, bend, end } = curve;
  // De Casteljau: the bend of a part is where the tangents at its ends meet.
  const [one, other] = [between(start, bend, from), between(bend, end, from)];
  return {
    ...curve,
    start: pointOn(curve, from),
    bend: between(one, other, to),
    end: pointOn(curve, to),
  };
}

function between(one: Point, other: Point, share: number): Point {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

/** The point on the curve at `share` of its way, from 0 to 1. */
export function pointOn({ start, bend, end }: Curve, share: number): Point {
  const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
  return { x: a * start.x + b * bend.x + c * end.x, y: a * start.y + b * bend.y + c * end.y };
}

/** The curve as the `d` of a path, with open arrows at the ends that are wanted. */
export function pathOf(curve: Curve, arrows: { readonly atStart: boolean; readonly atEnd: boolean }): string {
  const { start, bend, end, isStraight } = curve;
  const line = isStraight ? `M${at(start)}L${at(end)}` : `M${at(start)}Q${at(bend)} ${at(end)}`;
  return `${line}${arrows.atStart ? arrow(bend, start) : ''}${arrows.atEnd ? arrow(bend, end) : ''}`;
}

const ARROW = { length: 6, half: 0.42 } as const;

function arrow(from: Point, tip: Point): string {
  const back = Math.atan2(from.y - tip.y, from.x - tip.x);
  const [one, other] = [back - ARROW.half, back + ARROW.half].map((angle) => ({
    x: tip.x + ARROW.length * Math.cos(angle),
    y: tip.y + ARROW.length * Math.sin(angle),
  }));
  return one === undefined || other === undefined ? '' : `M${at(one)}L${at(tip)}L${at(other)}`;
}

/** `length` from `from` on the way to `to`, and never beyond it. */
function towards(from: Point, to: Point, length: number): Point {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  const share = distance === 0 ? 0 : Math.min(1, length / distance);
  return between(from, to, share);
}

function at({ x, y }: Point): string {
  return `${tenth(x)} ${tenth(y)}`;
}
