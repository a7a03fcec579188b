import type { Node, Query } from '../../core/query.ts';
import { QueryRefused } from '../../core/query-fault.ts';
import { wordsOf, writeQuery } from '../../core/query-text.ts';
import { understood } from './choices.ts';

type Leaf = Exclude<Node, { readonly kind: 'not' | 'and' | 'or' }>;

/** `query` so that every word for which another was taken is looked for as it is written. */
export function asTyped(query: Query, corrected: string): string {
  const right = understood(corrected);
  const kept = new Set(right instanceof QueryRefused ? [] : wordsOf(right).map(({ text }) => text));
  return rewritten(query, (leaf) =>
    leaf.kind === 'word' && !kept.has(leaf.text) ? { ...leaf, kind: 'phrase' } : leaf,
  );
}

/** `query` without what holds passages back that have its words; the empty text if nothing is left. */
export function withoutFilters(query: Query): string {
  return rewritten(query, (leaf) => (leaf.kind === 'filter' ? undefined : leaf));
}

export function withoutQuotes(query: Query): string {
  return rewritten(query, (leaf) => (leaf.kind === 'phrase' ? { ...leaf, kind: 'word' } : leaf));
}

/** Any word of `query` instead of all of them. */
export function anyOf(query: Query): string {
  return wordsOf(query)
    .map((word) => writeQuery(word))
    .join(' OR ');
}

function rewritten({ root }: Query, change: (leaf: Leaf) => Node | undefined): string {
  return writeQuery((root && changed(root, change)) ?? null);
}

function changed(node: Node, change: (leaf: Leaf) => Node | undefined): Node | undefined {
  if (node.kind === 'not') {
    const inner = changed(node.node, change);
    return inner && { kind: 'not', node: inner };
  }
  if (!('nodes' in node)) return change(node);
  const nodes = node.nodes.flatMap((one) => changed(one, change) ?? []);
  return nodes.length > 1 ? { ...node, nodes } : nodes[0];
}
