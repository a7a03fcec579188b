import type { Box } from './box.ts';
import { around, em, rounded, tenth } from './box.ts';
import { CAPTION_SIZE, captioned } from './caption.ts';
import type { Curve } from './curve.ts';
import { pathOf } from './curve.ts';
import type { Glyph } from './glyph.ts';
import { glyphOf } from './glyph.ts';
import type { Graph, Link, NetworkEdge, NetworkNode } from './graph.ts';
import { graphOf } from './graph.ts';
import { languageOf } from './label.ts';
import { laidOut } from './layout.ts';
import { routed } from './route.ts';
import type { Placed } from './side.ts';
import { framed, sided } from './side.ts';

export interface NetworkOptions {
  /** Unique in the page; the ids of the picture begin with it. */
  readonly id: string;
  /** What the picture shows, in the language of the page. */
  readonly title: string;
  /** At most, and wider only for a label that is wider by itself. 16 units are as wide as 1 rem. */
  readonly width?: number;
  /** What kinds are called, in the order of the key. Without it the picture has no key. */
  readonly kinds?: Readonly<Record<string, string>>;
}

/** All in units of the picture, rounded to 0.1. */
export interface NetworkView {
  readonly titleId: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** The same in em, so that the picture grows with the letters of the page. */
  readonly inlineSize: string;
  readonly blockSize: string;
  readonly edgeFontSize: number;
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
  /** The kinds that occur, if they were named. */
  readonly key: readonly KeyEntry[];
}

export interface NodeView {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** The mark, by kind: the `d` of a path, and whether it is filled. */
  readonly d: string;
  readonly isOpen: boolean;
  /** The middle of the label, on its baseline. */
  readonly labelX: number;
  readonly labelY: number;
  readonly label: string;
  /** The whole label, where `label` had to be shortened. */
  readonly name: string;
  readonly lang: 'zh-Hans' | 'en';
  readonly fontSize: number;
  /** Around mark and label: where one can click, and the ring of the focus. */
  readonly box: Box;
  readonly labelBox: Box;
  readonly href: string;
  readonly kind: string;
  readonly isCentre: boolean;
}

export interface EdgeView {
  readonly d: string;
  readonly isTyped: boolean;
  readonly weight: 'thin' | 'medium' | 'thick';
  /** `null` if there is none or no room for it: then the table alone says it. */
  readonly label: string | null;
  readonly lang: 'zh-Hans' | 'en';
  readonly labelX: number;
  readonly labelY: number;
}

export interface KeyEntry extends Glyph {
  readonly label: string;
}

const WIDTH = { usual: 960, least: 200, most: 4000 } as const;
const MARGIN = 12;
/** Between what is drawn and the ring of the focus. */
const AIR = 3;

/**
 * Nodes and what is between them as a picture, the same for the same nodes and edges in whatever order. No two labels
 * overlap and none leaves the frame, as far as a width can be told without its font; few nodes make a small picture.
 */
export function networkOf(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
  options: NetworkOptions,
): NetworkView {
  const graph = graphOf(nodes, edges);
  const { middles, frame } = laidOut(graph, widthWithin(options.width) - 2 * MARGIN);
  const { placed, frame: canvas } = framed(sided(middles, graph, frame), MARGIN);
  const curves = routed(graph.links, placed, canvas);
  const captions = captioned(graph.links, curves, placed, canvas);
  const width = Math.ceil(canvas.width + 2 * MARGIN);
  const height = Math.ceil(canvas.height + 2 * MARGIN);
  return {
    titleId: `${options.id}_title`,
    title: options.title,
    width,
    height,
    inlineSize: em(width),
    blockSize: em(height),
    edgeFontSize: CAPTION_SIZE,
    nodes: placed.map(nodeView),
    edges: graph.links.flatMap((link, place) => edgeView(link, curves[place], captions[place])),
    key: keyOf(graph, options.kinds ?? {}),
  };
}

function widthWithin(width: number = WIDTH.usual): number {
  return Number.isNaN(width) ? WIDTH.usual : Math.min(Math.max(width, WIDTH.least), WIDTH.most);
}

function nodeView({ vertex, middle, mark, label }: Placed): NodeView {
  const { node, radius, size } = vertex;
  return {
    x: tenth(middle.x),
    y: tenth(middle.y),
    r: tenth(radius),
    ...glyphOf(node.kind, middle.x, middle.y, radius),
    labelX: tenth(label.x + label.width / 2),
    labelY: tenth(baselineOf(label, size)),
    label: vertex.label,
    name: vertex.name,
    lang: languageOf(vertex.name),
    fontSize: size,
    box: rounded(around(vertex.label === '' ? [mark] : [mark, label]), AIR),
    labelBox: rounded(label),
    href: node.href,
    kind: node.kind,
    isCentre: node.isCentre === true,
  };
}

function edgeView(link: Link, curve: Curve | undefined, caption: Box | undefined): EdgeView[] {
  if (curve === undefined) return [];
  const { isTyped, isBackward, isForward, label, weight } = link;
  return [
    {
      d: pathOf(curve, { atStart: isBackward, atEnd: isForward }),
      isTyped,
      weight: weight > 0.6 ? 'thick' : weight > 0.25 ? 'medium' : 'thin',
      label: caption === undefined ? null : label,
      lang: languageOf(label),
      labelX: tenth(caption === undefined ? 0 : caption.x + caption.width / 2),
      labelY: tenth(caption === undefined ? 0 : baselineOf(caption, CAPTION_SIZE)),
    },
  ];
}

/** Where letters of `size` stand so that they look centred in `box`. */
function baselineOf({ y, height }: Box, size: number): number {
  return y + height / 2 + size * 0.36;
}

function keyOf({ vertices }: Graph, kinds: Readonly<Record<string, string>>): KeyEntry[] {
  const shown = new Set(vertices.map(({ node }) => node.kind));
  return Object.entries(kinds)
    .filter(([kind]) => shown.has(kind))
    .map(([kind, label]) => ({ label, ...glyphOf(kind, 8, 8, 5) }));
}
