import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../server/web/picture/box.ts';
import type { NetworkEdge, NetworkNode } from '../../../server/web/picture/graph.ts';
import { widthOf } from '../../../server/web/picture/label.ts';
import type { NetworkView } from '../../../server/web/picture/network.ts';
import { networkOf } from '../../../server/web/picture/network.ts';
import { brokenPaths, collisions, names, outside, renderPart, unshowable } from './part.ts';

const HOSTILE = '<i>"\'&</i>';
const options = { id: 'net', title: 'Who is named with whom' };

const node = (id: string, more: Partial<NetworkNode> = {}): NetworkNode => ({
  id,
  label: id,
  href: `/entities/${id}`,
  kind: 'organisation',
  weight: 1,
  ...more,
});
const named = (from: string, to: string, more: Partial<NetworkEdge> = {}): NetworkEdge => ({
  from,
  to,
  weight: 1,
  isTyped: false,
  ...more,
});
const typed = (from: string, label: string, to: string): NetworkEdge =>
  named(from, to, { label, isTyped: true });

const ids = fc.constantFrom(...Array.from({ length: 40 }, (_, index) => `n${index}`));
const numbers = fc.oneof(fc.nat(500), fc.double());
const someNodes = fc.array(
  fc.record({
    id: ids,
    label: names,
    href: fc.constant('/entities/a'),
    kind: fc.constantFrom('person', 'organisation', 'standard', 'toString', HOSTILE),
    weight: numbers,
    isCentre: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
);
const someEdges = fc.array(
  fc.record({ from: ids, to: ids, weight: numbers, label: names, isTyped: fc.boolean() }),
  { maxLength: 60, size: 'max' },
);

describe('networkOf', () => {
  it('never lets a label touch another, a mark or a caption, and keeps all of them in the frame', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(someNodes, someEdges, fc.option(numbers, { nil: undefined }), (nodes, edges, width) => {
        const view = networkOf(nodes, edges, width === undefined ? options : { ...options, width });
        const boxes = [...labelsOf(view), ...captionsOf(view), ...marksOf(view)];
        expect(collisions(boxes)).toEqual([]);
        expect(outside(boxes, view)).toEqual([]);
        expect([...unshowable(view), ...brokenPaths(view)]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the same picture whatever the order of its input', () => {
    const input = fc.tuple(someNodes, someEdges).chain(([nodes, edges]) =>
      fc.record({
        nodes: fc.constant(nodes),
        edges: fc.constant(edges),
        otherNodes: fc.shuffledSubarray(nodes, { minLength: nodes.length }),
        otherEdges: fc.shuffledSubarray(edges, { minLength: edges.length }),
      }),
    );
    fc.assert(
      fc.property(input, ({ nodes, edges, otherNodes, otherEdges }) => {
        expect(networkOf(otherNodes, otherEdges, options)).toEqual(networkOf(nodes, edges, options));
      }),
      { numRuns: 20 },
    );
  });

  it('is small for few nodes, and as wide as it may be for many', () => {
    const many = Array.from({ length: 60 }, (_, index) => node(`组织 ${index}`));
    expect(networkOf(many.slice(0, 1), [], options).width).toBeLessThan(120);
    expect(networkOf(many.slice(0, 2), [], options).width).toBeLessThan(390);
    expect(networkOf(many, [], options).width).toBeGreaterThan(800);
    expect(networkOf(many, [], options).width).toBeLessThanOrEqual(960);
    expect(networkOf(many, [], { ...options, width: 600 }).width).toBeLessThanOrEqual(600);
  });

  it('puts the centre first, then what there is most of', () => {
    const nodes = [node('few', { weight: 1 }), node('many', { weight: 9 }), node('here', { isCentre: true })];
    const view = networkOf(nodes, [], options);
    expect(view.nodes.map(({ label }) => label)).toEqual(['here', 'many', 'few']);
    expect(view.nodes.map(({ isCentre }) => isCentre)).toEqual([true, false, false]);
  });

  it('grows a mark’s area, not its radius, with its weight', () => {
    const [most, less] = networkOf(
      [node('a', { weight: 400 }), node('b', { weight: 100 })],
      [],
      options,
    ).nodes;
    expect((most?.r ?? 0) / (less?.r ?? 1)).toBeCloseTo(2, 1);
  });

  it('shortens a long name, and keeps it whole beside', () => {
    const name = 'The Very Long Name of an Organisation that Nobody Remembers';
    const [view] = networkOf([node('a', { label: name })], [], options).nodes;
    expect(view?.label).toMatch(/^The Very Long .*…$/);
    expect(view?.name).toBe(name);
  });

  it('draws one line between two, typed if anything between them is, with what each says of it', () => {
    const nodes = [node('a'), node('b')];
    const edges = [
      named('a', 'b'),
      typed('a', 'bought', 'b'),
      typed('a', 'bought', 'b'),
      typed('b', 'left', 'a'),
    ];
    const { edges: lines } = networkOf(nodes, edges, options);
    expect(lines.map(({ isTyped, label }) => [isTyped, label])).toEqual([[true, 'bought · left']]);
  });

  it('points from who does to whom it is done, and nowhere if they are only named together', () => {
    const nodes = [node('a'), node('b')];
    const strokes = (edges: readonly NetworkEdge[]): number | undefined =>
      networkOf(nodes, edges, options).edges[0]?.d.match(/M/g)?.length;
    expect(strokes([named('a', 'b')])).toBe(1);
    expect(strokes([typed('a', '', 'b')])).toBe(2);
    expect(strokes([typed('a', '', 'b'), typed('b', '', 'a')])).toBe(3);
  });

  it('ignores an edge that leads nowhere, or back', () => {
    const edges = [named('a', 'gone'), named('gone', 'a'), named('a', 'a'), named('a', 'constructor')];
    expect(networkOf([node('a'), node('b')], edges, options).edges).toEqual([]);
  });

  it('tells weights apart by three widths', () => {
    const nodes = ['a', 'b', 'c', 'd'].map((id) => node(id));
    const edges = [
      named('a', 'b', { weight: 10 }),
      named('b', 'c', { weight: 4 }),
      named('c', 'd', { weight: 1 }),
    ];
    const { edges: lines } = networkOf(nodes, edges, options);
    expect(lines.map(({ weight }) => weight).toSorted()).toEqual(['medium', 'thick', 'thin']);
  });

  it('explains the kinds that occur, in the order given', () => {
    const kinds = { standard: 'standard', person: 'person', organisation: 'organisation' };
    const nodes = [node('a', { kind: 'person' }), node('b', { kind: 'standard' })];
    expect(networkOf(nodes, [], { ...options, kinds }).key.map(({ label }) => label)).toEqual([
      'standard',
      'person',
    ]);
  });
});

describe('the part network', () => {
  it('shows nothing of nothing', () => {
    expect(renderPart('network', { network: networkOf([], [], options) }).trim()).toBe('');
  });

  it('makes nothing of a name into markup', () => {
    const nodes = [
      node('a', { label: HOSTILE, href: `/entities/${HOSTILE}`, kind: HOSTILE }),
      node('b', { label: HOSTILE.repeat(8) }),
    ];
    const network = networkOf(nodes, [typed('a', HOSTILE, 'b')], {
      id: 'net',
      title: HOSTILE,
      kinds: { organisation: HOSTILE, [HOSTILE]: HOSTILE },
    });
    const html = renderPart('network', { network });
    expect(html).not.toContain('<i>');
    expect(html).not.toMatch(/href="[^"]*[<>'][^"]*"/);
    expect(html).toContain('<title>&lt;i&gt;&#34;&#39;&amp;&lt;/i&gt;</title>');
    expect(html).not.toContain('style=');
  });

  it('names the picture, and links every node', () => {
    const network = networkOf([node('a'), node('b')], [], options);
    const html = renderPart('network', { network });
    expect(html).toContain('aria-labelledby="net_title"');
    expect(html).toContain('<title id="net_title">Who is named with whom</title>');
    expect(html).toContain('href="/entities/a"');
    expect(html).toContain('href="/entities/b"');
  });
});

function labelsOf({ nodes }: NetworkView): Box[] {
  return nodes.map(({ labelBox }) => labelBox).filter(({ width }) => width > 0);
}

function marksOf({ nodes }: NetworkView): Box[] {
  return nodes.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
}

function captionsOf({ edges, edgeFontSize }: NetworkView): Box[] {
  return edges.flatMap(({ label, labelX, labelY }) => {
    if (label === null) return [];
    const width = widthOf(label, edgeFontSize);
    return [{ x: labelX - width / 2, y: labelY - edgeFontSize * 0.9, width, height: edgeFontSize * 1.1 }];
  });
}
