import type { Box } from './box.ts';
import { onOneLine, shortened, widthOf } from './label.ts';

/** A thing in a network. `weight` is how much of it there is; the area of its mark grows with it. */
export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly kind: string;
  readonly weight: number;
  readonly isCentre?: boolean;
}

/** Typed: `from` has done something to `to`, and `label` says what. Otherwise they are named together. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly label?: string;
  readonly isTyped: boolean;
}

/** A node as it is drawn. */
export interface Vertex {
  readonly node: NetworkNode;
  /** On one line, and shortened. */
  readonly label: string;
  /** On one line, and whole. */
  readonly name: string;
  readonly size: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly radius: number;
  /** What is kept free around the middle of its mark: room for the mark, and for its label beneath. */
  readonly room: Box;
}

/** All that is between two vertices, which are named by their place in the list; `source` is the lower. */
export interface Link {
  readonly source: number;
  readonly target: number;
  /** From 0 to 1, the heaviest of the picture. */
  readonly weight: number;
  readonly isTyped: boolean;
  /** Arrows at the source, at the target. */
  readonly isBackward: boolean;
  readonly isForward: boolean;
  readonly label: string;
}

export interface Graph {
  /** The centre first, then the heaviest; the order of the input leaves no trace. */
  readonly vertices: readonly Vertex[];
  readonly links: readonly Link[];
}

export const LABEL_SIZE = 13;
const CENTRE_SIZE = 15;
const LEADING = 1.35;
const LONGEST = 16;
const RADII = { least: 2.5, most: 9 } as const;
/** Between a mark and its label. */
export const LABEL_GAP = 3;
/** How far a mark's corners reach, in radii. */
export const REACH = 1.4;

/** The nodes without repetition, and what is between each two of them. An edge to nowhere, or to itself, is none. */
export function graphOf(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[]): Graph {
  const byId = new Map<string, NetworkNode>();
  for (const node of [...nodes].sort(by(keyOfNode))) if (!byId.has(node.id)) byId.set(node.id, node);
  const heaviest = Math.max(1, ...[...byId.values()].map(({ weight }) => amount(weight)));
  const vertices = [...byId.values()]
    .sort(
      (a, b) =>
        Number(b.isCentre === true) - Number(a.isCentre === true) || amount(b.weight) - amount(a.weight),
    )
    .map((node) => vertexOf(node, amount(node.weight) / heaviest));
  const places = new Map(vertices.map(({ node }, place) => [node.id, place]));
  return { vertices, links: linksOf(edges, places) };
}

function vertexOf(node: NetworkNode, share: number): Vertex {
  const size = node.isCentre === true ? CENTRE_SIZE : LABEL_SIZE;
  const name = onOneLine(node.label);
  // The centre is bold, and so a little wider.
  const letters = node.isCentre === true ? size * 1.08 : size;
  const label = shortened(name, letters, LONGEST * size);
  const labelWidth = widthOf(label, letters);
  const labelHeight = label === '' ? 0 : size * LEADING;
  const radius = Math.max(RADII.least, RADII.most * Math.sqrt(share));
  const half = Math.max(labelWidth / 2, radius * REACH);
  const room = {
    x: -half,
    y: -radius * REACH,
    width: 2 * half,
    height: 2 * radius * REACH + LABEL_GAP + labelHeight,
  };
  return { node, label, name, size, labelWidth, labelHeight, radius, room };
}

function linksOf(edges: readonly NetworkEdge[], places: ReadonlyMap<string, number>): Link[] {
  const bundles = new Map<string, NetworkEdge[]>();
  for (const edge of [...edges].sort(by(keyOfEdge))) {
    const ends = [places.get(edge.from), places.get(edge.to)];
    if (ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1]) continue;
    const key = ends.sort((a, b) => Number(a) - Number(b)).join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), edge]);
  }
  const weightOf = (bundle: readonly NetworkEdge[]): number =>
    Math.max(...bundle.map((edge) => amount(edge.weight)));
  const heaviest = Math.max(Number.MIN_VALUE, ...[...bundles.values()].map(weightOf));
  return [...bundles]
    .map(([key, bundle]): Link => {
      const [source = 0, target = 0] = key.split(' ').map(Number);
      const typed = bundle.filter(({ isTyped }) => isTyped);
      return {
        source,
        target,
        weight: weightOf(bundle) / heaviest,
        isTyped: typed.length > 0,
        isBackward: typed.some(({ to }) => places.get(to) === source),
        isForward: typed.some(({ to }) => places.get(to) === target),
        label: [...new Set(typed.map(({ label }) => onOneLine(label ?? '')))].filter(Boolean).join(' · '),
      };
    })
    .sort((a, b) => a.source - b.source || a.target - b.target);
}

/** A weight may come from anywhere: what is no amount is none. */
function amount(weight: number): number {
  return Number.isFinite(weight) ? Math.min(Math.max(weight, 0), 1e12) : 0;
}

function keyOfNode({ id, label, href, kind, weight, isCentre }: NetworkNode): string {
  return JSON.stringify([id, label, href, kind, String(weight), isCentre === true]);
}

function keyOfEdge({ from, to, weight, label, isTyped }: NetworkEdge): string {
  return JSON.stringify([from, to, label ?? '', isTyped, String(weight)]);
}

function by<Item>(key: (item: Item) => string): (a: Item, b: Item) => number {
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}
