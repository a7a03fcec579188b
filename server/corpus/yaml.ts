import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Finding, Path, Place } from '../core/finding.ts';

/** A parsed file: its value, and where each part of it stands. */
export interface Opened {
  readonly file: string;
  /** All scalars are strings: `no`, `2014` and `1e3` are what was typed. `undefined` if the file does not parse. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

/** What was read of a layer's file. */
export interface Read<Layer> {
  readonly layer: Layer;
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

/** The place of `path`, with line and column; of the nearest part above it where it is absent. */
export type Locate = (path: Path) => Place;

/** Parse a YAML file of ours. Repeated keys and anything else that does not parse are findings. */
export function openYaml(file: string, text: string): Opened {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  const findings = document.errors.map((error): Finding => {
    const { line, col } = lines.linePos(error.pos[0]);
    const rule = error.code === 'DUPLICATE_KEY' ? 'repeated-key' : 'syntax';
    return { rule, severity: 'error', place: { file, path: [], line, column: col }, message: error.message };
  });
  const broken = findings.some((finding) => finding.rule === 'syntax');
  return {
    file,
    value: broken ? undefined : plain(document.toJS({ maxAliasCount: 50 })),
    findings,
    locate: (path) => ({ file, path, ...positionOf(document.contents, path, lines) }),
  };
}

// A file that is empty, or says nothing but comments, is an empty map.
function plain(value: unknown): unknown {
  return value === null || value === '' ? {} : value;
}

function positionOf(root: Node | null, path: Path, lines: LineCounter): { line: number; column: number } {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? pairOf(node, step) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const at = isSeq(node) ? (next as Node | undefined) : (pair?.key as Node | undefined);
    if (at?.range === undefined || at.range === null) break;
    offset = at.range[0];
    node = (next ?? null) as Node | null;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function pairOf(map: YAMLMap, key: string | number): YAMLMap['items'][number] | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}
