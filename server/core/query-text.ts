import type { Node, Query, Wanted } from './query.ts';
import { tokensOf } from './query-token.ts';

/** The words and phrases that are looked for, and not those that are excluded; in the order of their places. */
export function wordsOf({ root }: Query): Wanted[] {
  return root === null ? [] : wantedIn(root);
}

function wantedIn(node: Node): Wanted[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return [node];
    case 'and':
    case 'or':
      return node.nodes.flatMap(wantedIn);
    default:
      return [];
  }
}

/** A query in which `root` was understood, in its plainest form: `parseQuery` gives the same tree of it. It may be longer than what was typed, even too long. */
export function writeQuery(root: Node | null): string {
  if (root === null) return '';
  switch (root.kind) {
    case 'not':
      return `-${operand(root.node, ['and', 'or'])}`;
    case 'and':
      return root.nodes.map((node) => operand(node, ['or'])).join(' ');
    case 'or':
      return root.nodes.map(writeQuery).join(' OR ');
    default:
      return leaf(root);
  }
}

function operand(node: Node, enclosed: readonly Node['kind'][]): string {
  return enclosed.includes(node.kind) ? `(${writeQuery(node)})` : writeQuery(node);
}

/** The tree of a query for a test or a log: `and(docker, not("swarm mode"), before:2015)`. */
export function showQuery({ root }: Query): string {
  return root === null ? '' : shown(root);
}

function shown(node: Node): string {
  switch (node.kind) {
    case 'not':
      return `not(${shown(node.node)})`;
    case 'and':
    case 'or':
      return `${node.kind}(${node.nodes.map(shown).join(', ')})`;
    default:
      return leaf(node);
  }
}

function leaf(node: Node & { readonly kind: 'word' | 'phrase' | 'filter' }): string {
  if (node.kind === 'filter') {
    const { filter } = node;
    const value = 'date' in filter ? filter.date : filter.value;
    return `${filter.name}:${isPlain(value) ? value : quoted(value)}`;
  }
  return `${node.field === 'title' ? 'title:' : ''}${node.kind === 'phrase' ? quoted(node.text) : node.text}`;
}

function isPlain(value: string): boolean {
  return tokensOf(`type:${value}`)[1]?.text === value;
}

// No text holds the closing mark of every pair: its own ended it.
const MARKS = [
  { held: /["＂“”„‟]/, open: '"', close: '"' },
  { held: /」/, open: '「', close: '」' },
  { held: /»/, open: '«', close: '»' },
];

function quoted(text: string): string {
  const { open, close } = MARKS.find(({ held }) => !held.test(text)) ?? { open: '"', close: '"' };
  return open + text + close;
}
