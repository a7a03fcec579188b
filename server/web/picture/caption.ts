import type { Box } from './box.ts';
import { collides, isWithin } from './box.ts';
import type { Curve } from './curve.ts';
import { pointOn } from './curve.ts';
import type { Link } from './graph.ts';
import { widthOf } from './label.ts';
import type { Placed } from './side.ts';
import { isIn, pointsOf } from './side.ts';

export const CAPTION_SIZE = 12;
// From the middle outwards.
const SHARES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.27, 0.73];

/**
 * Where on its curve the label of each link can stand: touching no name, no mark and no other caption, and on no other typed
 * link, which it would seem to belong to. `undefined` where there is no such place.
 */
export function captioned(
  links: readonly Link[],
  curves: readonly Curve[],
  placed: readonly Placed[],
  frame: Box,
): (Box | undefined)[] {
  const taken = placed.flatMap(({ mark, label }) => [mark, label]);
  const points = curves.map(pointsOf);
  return links.map(({ label }, place) => {
    const curve = curves[place];
    if (label === '' || curve === undefined) return undefined;
    const others = links.flatMap(({ isTyped }, other) =>
      isTyped && other !== place ? (points[other] ?? []) : [],
    );
    const box = boxesOn(curve, label).find(
      (one) =>
        isWithin(one, frame) &&
        !taken.some((other) => collides(one, other, 2)) &&
        !others.some((point) => isIn(point, one)),
    );
    if (box !== undefined) taken.push(box);
    return box;
  });
}

function boxesOn(curve: Curve, label: string): Box[] {
  const [width, height] = [widthOf(label, CAPTION_SIZE), CAPTION_SIZE * 1.2];
  const [across, down] = [Math.abs(curve.end.x - curve.start.x), Math.abs(curve.end.y - curve.start.y)];
  // A caption that hides all of its line says of nothing what it says.
  if (across < width + 16 && down < height + 16) return [];
  return SHARES.map((share) => pointOn(curve, share)).map(({ x, y }) => ({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
  }));
}
