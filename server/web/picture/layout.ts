import type { Box } from './box.ts';
import type { Point } from './force.ts';
import { GAP, spread } from './force.ts';
import type { Graph } from './graph.ts';
import { settled } from './settle.ts';

export interface Layout {
  /** The middle of each vertex's mark. */
  readonly middles: readonly Point[];
  /** Around the marks, and the labels beneath them. */
  readonly frame: Box;
}

/** How much paper there is for each bit of label: less is crowded, more is empty. */
const PAPER = 5.5;
/** Of a picture that is not as wide as it may be, to its height. */
const PROPORTION = 1.7;

/** Vertices in a frame of at most `width`, or as wide as the widest label, and as high as it must be. */
export function laidOut(graph: Graph, width: number): Layout {
  const rooms = graph.vertices.map(({ room }) => room);
  const paper = PAPER * sum(rooms.map((room) => (room.width + GAP) * (room.height + GAP)));
  const widest = Math.max(0, ...rooms.map((room) => room.width));
  const across = Math.max(widest, Math.min(width, Math.sqrt(paper * PROPORTION)));
  const size = {
    width: across,
    height: rooms.length < 2 ? sum(rooms.map(({ height }) => height)) : paper / Math.max(1, across),
  };
  const boxes = stretched(spread(graph), rooms, size);
  const { boxes: still, height } = settled(boxes, GAP, size);
  return {
    middles: still.map(({ x, y }, place) => ({
      x: x - (rooms[place]?.x ?? 0),
      y: y - (rooms[place]?.y ?? 0),
    })),
    frame: { x: 0, y: 0, width: across, height },
  };
}

/** The outermost touch the frame from within, and the rest keeps its proportions between them. */
function stretched(
  points: readonly Point[],
  rooms: readonly Box[],
  frame: { width: number; height: number },
): Box[] {
  const across = shares(points.map(({ x }) => x));
  const down = shares(points.map(({ y }) => y));
  return rooms.map(({ width, height }, place) => ({
    x: (across[place] ?? 0) * (frame.width - width),
    y: (down[place] ?? 0) * Math.max(0, frame.height - height),
    width,
    height,
  }));
}

/** Each number from 0, the least, to 1; a half if there is nothing to tell them apart. */
function shares(numbers: readonly number[]): number[] {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.map((number) => (most - least < 1 ? 0.5 : (number - least) / (most - least)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
