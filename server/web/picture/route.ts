import type { Box } from './box.ts';
import type { Curve } from './curve.ts';
import { curveBetween, partOf, pointOn } from './curve.ts';
import type { Link } from './graph.ts';
import type { Placed } from './side.ts';
import { discOf, isIn, pointsOf } from './side.ts';

/** Straight if nothing is in the way, and never far from it. */
const LEANS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3];
/** What a lean costs, in points of the curve that lie on somebody's label. */
const STIFFNESS = 6;

/** A curve for every link, leaning to where it crosses the fewest labels and marks of others. */
export function routed(links: readonly Link[], placed: readonly Placed[], frame: Box): Curve[] {
  return links.flatMap(({ source, target }) => {
    const [one, other] = [placed[source], placed[target]];
    if (one === undefined || other === undefined) return [];
    const boxes = placed.flatMap((some) => (some === one || some === other ? [] : [some.mark, some.label]));
    const curves = LEANS.map((lean) => clear(curveBetween(discOf(one), discOf(other), lean), one, other));
    const costs = curves.map((curve, place) => {
      const points = pointsOf(curve);
      if (!curve.isStraight && !points.every((point) => isIn(point, frame))) return Number.POSITIVE_INFINITY;
      const crossed = points.filter((point) => boxes.some((box) => isIn(point, box))).length;
      return crossed + STIFFNESS * Math.abs(LEANS[place] ?? 0);
    });
    return curves[costs.indexOf(Math.min(...costs))] ?? [];
  });
}

const STEPS = 80;

/** The curve from where it leaves the label of its own start to where it comes to that of its end. */
function clear(curve: Curve, { label: first }: Placed, { label: last }: Placed): Curve {
  const shares = Array.from({ length: STEPS / 2 }, (_, step) => (step + 1) / STEPS);
  const from = shares.findLast((share) => isIn(pointOn(curve, share), first)) ?? 0;
  const to = shares.findLast((share) => isIn(pointOn(curve, 1 - share), last)) ?? 0;
  // A step further, so that letter and line do not touch.
  const [begin, end] = [from, to].map((share) => (share === 0 ? 0 : share + 1 / STEPS));
  if (begin === undefined || end === undefined || begin + end > 0.9) return curve;
  return partOf(curve, begin, 1 - end);
}
