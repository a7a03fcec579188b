import type { Force, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Box } from './box.ts';
import { pushOff } from './box.ts';
import type { Graph } from './graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Body extends SimulationNodeDatum {
  readonly room: Box;
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/** Between the rooms of two vertices. */
export const GAP = 8;

/**
 * Where each vertex would like to be, near what it is linked to. First the links find their shape as points, then the shape
 * is turned to lie along the lines of the page, then room is made for the labels. d3-force draws its chances from a seed of
 * its own, so the same graph lies the same way every time.
 */
export function spread({ vertices, links }: Graph): Point[] {
  const bodies = vertices.map(({ room }): Body => {
    // What is not set d3 sets, in a spiral from the first outwards.
    return { room } as Body;
  });
  const degrees = vertices.map(() => 0);
  for (const end of links.flatMap(({ source, target }) => [source, target]))
    degrees[end] = (degrees[end] ?? 0) + 1;
  const springs = links.map(({ source, target, weight, isTyped, label }) => ({
    source,
    target,
    // What hangs on many threads is pulled less by each.
    strength: (0.4 + 0.6 * weight) / Math.sqrt(Math.min(degrees[source] ?? 1, degrees[target] ?? 1)),
    length: 60 + (isTyped ? 3 * Math.min(label.length, 20) : 0),
  }));
  const simulation = forceSimulation<Body>(bodies)
    .force(
      'springs',
      forceLink<Body, SimulationLinkDatum<Body> & (typeof springs)[number]>(springs)
        .distance(({ length }) => length)
        .strength(({ strength }) => strength),
    )
    .force('charge', forceManyBody<Body>().strength(-260).distanceMax(600))
    .force('x', forceX<Body>().strength(towardsMiddle(0.05)))
    .force('y', forceY<Body>().strength(towardsMiddle(0.05)))
    .stop();
  simulation.tick(250);
  turnLevel(bodies);
  simulation
    .alpha(0.5)
    .force('room', roomMade())
    .force('y', forceY<Body>().strength(towardsMiddle(0.12)));
  simulation.tick(200);
  return bodies.map(({ x, y }) => ({ x, y }));

  function towardsMiddle(strength: number): (body: Body, place: number) => number {
    return (_, place) => (vertices[place]?.node.isCentre === true ? 0.6 : strength);
  }
}

/** Turn everything around its middle until it is as wide as it can be. */
function turnLevel(bodies: readonly Body[]): void {
  const middle = { x: mean(bodies.map(({ x }) => x)), y: mean(bodies.map(({ y }) => y)) };
  const spans = bodies.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
  const across = mean(spans.map(({ x, y }) => x * x - y * y));
  const angle = Math.atan2(2 * mean(spans.map(({ x, y }) => x * y)), across) / 2;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  for (const [place, body] of bodies.entries()) {
    const { x, y } = spans[place] ?? { x: 0, y: 0 };
    Object.assign(body, { x: x * cosine + y * sine, y: y * cosine - x * sine, vx: 0, vy: 0 });
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

/** Pushes rooms apart that overlap, the shorter way; d3's own collisions know only circles. */
function roomMade(): Force<Body, undefined> {
  let bodies: readonly Body[] = [];
  const force = (): void => {
    for (const [place, one] of bodies.entries()) {
      for (const other of bodies.slice(place + 1)) {
        const push = pushOff(roomOf(one), roomOf(other), GAP);
        one.vx -= push.x * 0.4;
        one.vy -= push.y * 0.4;
        other.vx += push.x * 0.4;
        other.vy += push.y * 0.4;
      }
    }
  };
  force.initialize = (all: Body[]): void => {
    bodies = all;
  };
  return force;
}

function roomOf({ x, y, vx, vy, room }: Body): Box {
  return { ...room, x: x + vx + room.x, y: y + vy + room.y };
}
