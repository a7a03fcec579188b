import type { Box } from './box.ts';
import { around, collides, isWithin } from './box.ts';
import type { Curve } from './curve.ts';
import { curveBetween, pointOn } from './curve.ts';
import type { Point } from './force.ts';
import type { Graph, Vertex } from './graph.ts';
import { LABEL_GAP, REACH } from './graph.ts';

/** Where a vertex and its label stand. */
export interface Placed {
  readonly vertex: Vertex;
  readonly middle: Point;
  readonly mark: Box;
  readonly label: Box;
}

/** What a label keeps between itself and its neighbours. */
const AIR = 3;
/** How far a label may stand above the frame: one that is not to be crossed from below. */
const OVERHANG = 24;
// Beneath is what the eye expects; a label that stands elsewhere must be crossed by fewer lines for it.
const COSTS = { below: 0, right: 0.6, left: 0.8, above: 0.9 } as const;
type Side = keyof typeof COSTS;
const SIDES = Object.keys(COSTS) as Side[];

/**
 * Every label on the side of its mark where the fewest curves cross it. It begins beneath, where room was kept for it, and
 * moves only to where it collides with no mark and no label, so that none ever does. Only above may it leave the frame.
 */
export function sided(middles: readonly Point[], { vertices, links }: Graph, frame: Box): Placed[] {
  const placed = vertices.map((vertex, place) => standing(vertex, middles[place] ?? { x: 0, y: 0 }, 'below'));
  const points = links.flatMap(({ source, target }) => {
    const [one, other] = [placed[source], placed[target]];
    return one === undefined || other === undefined
      ? []
      : pointsOf(curveBetween(discOf(one), discOf(other), 0));
  });
  for (const [place, { vertex, middle }] of placed.entries()) {
    const others = placed.filter((_, other) => other !== place).flatMap(({ mark, label }) => [mark, label]);
    const free = SIDES.map((side) => ({ side, at: standing(vertex, middle, side) })).filter(
      ({ side, at }) =>
        side === 'below' ||
        (isWithin(at.label, { ...frame, y: -OVERHANG, height: frame.height + OVERHANG }) &&
          !others.some((other) => collides(at.label, other, AIR))),
    );
    const costs = free.map(({ side, at }) => COSTS[side] + crossings(at.label, points));
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best !== undefined) placed[place] = best.at;
  }
  return placed;
}

/** All of it moved so that `margin` lies at its left and above it, and the frame around it. */
export function framed(placed: readonly Placed[], margin: number): { placed: Placed[]; frame: Box } {
  const whole = around(placed.flatMap(({ mark, label }) => [mark, label]));
  const moved = <Item extends Point>(item: Item): Item => ({
    ...item,
    x: item.x - whole.x + margin,
    y: item.y - whole.y + margin,
  });
  return {
    placed: placed.map(({ vertex, middle, mark, label }) => ({
      vertex,
      middle: moved(middle),
      mark: moved(mark),
      label: moved(label),
    })),
    frame: { ...whole, x: margin, y: margin },
  };
}

/** What curves begin and end at. */
export function discOf({ middle, vertex }: Placed): Point & { readonly radius: number } {
  return { ...middle, radius: vertex.radius * REACH + 1 };
}

/** Points along a curve, close enough together that few labels fall between two. */
export function pointsOf(curve: Curve): Point[] {
  const length = Math.hypot(curve.end.x - curve.start.x, curve.end.y - curve.start.y);
  const count = Math.min(60, Math.max(4, Math.round(length / 6)));
  return Array.from({ length: count + 1 }, (_, step) => pointOn(curve, step / count));
}

export function isIn({ x, y }: Point, box: Box): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

/** A line that only grazes a label leaves two or three points in it. */
function crossings(label: Box, points: readonly Point[]): number {
  return points.filter((point) => isIn(point, label)).length / 2;
}

function standing(vertex: Vertex, middle: Point, side: Side): Placed {
  const { labelWidth: width, labelHeight: height, radius } = vertex;
  const reach = radius * REACH;
  const mark = { x: middle.x - reach, y: middle.y - reach, width: 2 * reach, height: 2 * reach };
  const x = {
    below: middle.x - width / 2,
    above: middle.x - width / 2,
    right: middle.x + reach + LABEL_GAP,
    left: middle.x - reach - LABEL_GAP - width,
  }[side];
  const y = {
    below: middle.y + reach + LABEL_GAP,
    above: middle.y - reach - LABEL_GAP - height,
    right: middle.y - height / 2,
    left: middle.y - height / 2,
  }[side];
  return { vertex, middle, mark, label: { x, y, width, height } };
}
