import type { Document, Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Finding, Path, Place } from '../core/finding.ts';
import { keepValue, parsedValue } from './parsed.ts';

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

// One fault can bring thousands behind it; the first say enough. Behind one of syntax most follow from it.
const MOST_FAULTS = 20;
const MOST_FOLLOWERS = 3;

/**
 * Parse a YAML file of ours. Repeated keys, aliases and anything else that does not parse are findings. A text that was parsed without a
 * fault before is not parsed again until somebody asks where something stands in it.
 */
export function openYaml(file: string, text: string): Opened {
  const known = parsedValue(text);
  if (known !== undefined) {
    let opened: Opened | undefined;
    const locate: Locate = (path) => {
      opened ??= parseYaml(file, text);
      return opened.locate(path);
    };
    return { file, value: known, findings: [], locate };
  }
  const opened = parseYaml(file, text);
  if (opened.findings.length === 0 && opened.value !== undefined) keepValue(text, opened.value);
  return opened;
}

function parseYaml(file: string, text: string): Opened {
  const lines = new LineCounter();
  // The parser compares each key of a map with all before it, which takes seconds for a long gloss file; `faultsIn` looks once.
  const options = { schema: 'failsafe', prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const fault = (rule: string, offset: number, message: string): Finding => {
    return { rule, severity: 'error', place: { file, path: [], ...placeOf(offset, lines) }, message };
  };
  const findings = [
    ...document.errors.slice(0, MOST_FOLLOWERS).map(({ pos, message }) => fault('syntax', pos[0], message)),
    ...faultsIn(document).map(({ rule, offset, message }) => fault(rule, offset, message)),
  ].slice(0, MOST_FAULTS);
  const pairs: PairsByKey = new WeakMap();
  const broken = findings.some((finding) => finding.rule === 'syntax');
  return {
    file,
    value: broken ? undefined : plain(document.toJS()),
    findings,
    locate: (path) => ({ file, path, ...positionOf(document.contents, path, lines, pairs) }),
  };
}

function faultsIn(document: Document.Parsed): { rule: string; offset: number; message: string }[] {
  const faults: { rule: string; offset: number; message: string }[] = [];
  const add = (rule: string, node: Node, message: string): void => {
    faults.push({ rule, offset: node.range?.[0] ?? 0, message });
  };
  visit(document, {
    // Nothing of ours needs them, and a few lines of them stand for gigabytes.
    Alias: (_, alias) => add('syntax', alias, 'an alias is not taken; write out what it stands for'),
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) add('repeated-key', key, 'this key stands above too');
        seen.add(name);
      }
    },
  });
  return faults;
}

// A file that is empty, or says nothing but comments, is an empty map.
function plain(value: unknown): unknown {
  return value === null || value === '' ? {} : value;
}

type Pair = YAMLMap['items'][number];
/** The pairs of a map by their keys: a long file may have a finding on each. */
type PairsByKey = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

function positionOf(
  root: Node | null,
  path: Path,
  lines: LineCounter,
  pairs: PairsByKey,
): { line: number; column: number } {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    const pair = isMap(node) ? pairsOf(node, pairs).get(String(step)) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(step)] : pair?.value;
    const at = isSeq(node) ? (next as Node | undefined) : (pair?.key as Node | undefined);
    if (at?.range === undefined || at.range === null) break;
    offset = at.range[0];
    node = (next ?? null) as Node | null;
  }
  return placeOf(offset, lines);
}

// An empty file has no lines, but its fault has a place.
function placeOf(offset: number, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function pairsOf(map: YAMLMap, known: PairsByKey): ReadonlyMap<string, Pair> {
  const before = known.get(map);
  if (before !== undefined) return before;
  // Of a key that stands twice, the first: the other is a fault.
  const pairs = new Map(
    map.items
      .toReversed()
      .flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
  );
  known.set(map, pairs);
  return pairs;
}
