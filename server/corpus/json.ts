import type { Node, ParseError } from 'jsonc-parser';
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import { LineCounter } from 'yaml';
import type { Path, Place } from '../core/finding.ts';
import type { Opened } from './yaml.ts';

/** Parse a JSON file of ours. The tree that knows places costs ten times the value, so it is made when a place is asked for. */
export function openJson(file: string, text: string): Opened {
  let tree: Node | undefined;
  let positionOf: ReturnType<typeof positionsIn> | undefined;
  const locate = (path: Path): Place => {
    tree ??= treeOf(text);
    positionOf ??= positionsIn(text);
    return { file, path, ...positionOf(tree === undefined ? 0 : offsetOf(tree, path)) };
  };
  try {
    return { file, value: JSON.parse(text), findings: [], locate };
  } catch {
    const errors: ParseError[] = [];
    treeOf(text, errors);
    const { offset = 0, error } = errors[0] ?? {};
    // The engine's own message would repeat what stands in the file, which may be another person's text.
    const message =
      error === undefined
        ? 'no JSON'
        : printParseErrorCode(error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const place = { file, path: [], ...positionsIn(text)(offset) };
    return {
      file,
      value: undefined,
      findings: [{ rule: 'syntax', severity: 'error', place, message }],
      locate,
    };
  }
}

// Its parser calls itself for each bracket within a bracket; what is nested so deep is none of ours, and has no place.
function treeOf(text: string, errors: ParseError[] = []): Node | undefined {
  try {
    return parseTree(text, errors);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

// Of the nearest part above it where it is absent; of a key rather than its value.
function offsetOf(tree: Node, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

/** Tells where an offset stands. The lines are counted once: a long ledger may have a finding on each. */
function positionsIn(text: string): (offset: number) => { line: number; column: number } {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
  return (offset) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
}
