import type { Box } from './box.ts';
import { collides, pushOff } from './box.ts';

interface Settled {
  /** In the order in which they were given. */
  readonly boxes: readonly Box[];
  readonly height: number;
}

const ROUNDS = 120;

/**
 * Boxes moved as little as needed so that at least `gap` lies between any two of them, none leaves the frame at the left,
 * the right or the top, and the frame is as high as it must be. None may be wider than the frame.
 */
export function settled(
  boxes: readonly Box[],
  gap: number,
  frame: { width: number; height: number },
): Settled {
  const moved = boxes.map((box) => kept(box, frame));
  for (let round = 0; round < ROUNDS && jostle(moved, gap, frame); round += 1);
  const fallen = fall(moved, gap);
  return { boxes: fallen, height: Math.max(frame.height, ...fallen.map(({ y, height }) => y + height)) };
}

/** Each two that collide give way by half. False if none did. */
function jostle(boxes: Box[], gap: number, frame: { width: number; height: number }): boolean {
  let isRestless = false;
  for (const one of boxes.keys()) {
    for (let other = one + 1; other < boxes.length; other += 1) {
      const [a, b] = [boxes[one], boxes[other]];
      if (a === undefined || b === undefined || !collides(a, b, gap)) continue;
      const { x, y } = pushOff(a, b, gap + 0.02);
      boxes[one] = kept({ ...a, x: a.x - x / 2, y: a.y - y / 2 }, frame);
      boxes[other] = kept({ ...b, x: b.x + x / 2, y: b.y + y / 2 }, frame);
      isRestless = true;
    }
  }
  return isRestless;
}

function kept(box: Box, frame: { width: number; height: number }): Box {
  return {
    ...box,
    x: Math.max(0, Math.min(box.x, frame.width - box.width)),
    y: Math.max(0, Math.min(box.y, frame.height - box.height)),
  };
}

/** The guarantee: from the top, each falls until it touches none that has come to rest. Who touches none does not fall. */
function fall(boxes: readonly Box[], gap: number): Box[] {
  const order = [...boxes.keys()].sort((a, b) => (boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0) || a - b);
  const rest = new Map<number, Box>();
  for (const place of order) {
    let box = boxes[place];
    while (box !== undefined) {
      const { x, y, width, height }: Box = box;
      const below = [...rest.values()].find((other) => collides({ x, y, width, height }, other, gap));
      if (below === undefined) break;
      box = { ...box, y: below.y + below.height + gap };
    }
    if (box !== undefined) rest.set(place, box);
  }
  return boxes.map((box, place) => rest.get(place) ?? box);
}
