import type { Node } from '../../server/core/query.ts';
import { parseQuery } from '../../server/core/query.ts';
import { QueryRefused } from '../../server/core/query-fault.ts';

/** Why a query is refused. */
export function refusalOf(text: string): QueryRefused | undefined {
  try {
    parseQuery(text);
    return undefined;
  } catch (error) {
    if (error instanceof QueryRefused) return error;
    throw error;
  }
}

export type Leaf = Exclude<Node, { readonly kind: 'not' | 'and' | 'or' }>;

/** What stands in a tree, from left to right. */
export function leavesOf(node: Node | null): Leaf[] {
  if (node === null) return [];
  if (node.kind === 'not') return leavesOf(node.node);
  return 'nodes' in node ? node.nodes.flatMap(leavesOf) : [node];
}
