import type { Finding } from '../core/finding.ts';
import { safeHref } from '../core/href.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Cell, Mark, Part, Segment, SegmentId } from '../core/segment.ts';
import { isSegmentId, parseBlockId, parseSegmentId, SEGMENT_KINDS } from '../core/segment.ts';
import { Cursor } from './cursor.ts';
import { openJson } from './json.ts';
import type { Read } from './yaml.ts';

const RANGES = ['emphasis', 'strong', 'deleted', 'code'] as const;
const SEGMENT_KEYS = [
  'id',
  'block',
  'kind',
  'level',
  'debris',
  'label',
  'cell',
  'parts',
  'marks',
  'length',
  'digest',
];
// Of a segment and of all that is in it; JSON.stringify writes the keys that it is given, in their order.
const INNER_KEYS = ['row', 'column', 'head', 'start', 'end', 'joiner', 'text', 'href', 'target'];
const KEY_ORDER = [...SEGMENT_KEYS.slice(0, 7), ...INNER_KEYS, ...SEGMENT_KEYS.slice(7)];

/** Read `segments.json`. A segment that is wrong in itself is left out, and is a finding. */
export function readLedger(file: string, text: string): Read<Ledger | undefined> {
  const findings: Finding[] = [];
  const opened = openJson(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['segments', 'retired']))
    return { layer: undefined, findings, locate: opened.locate };
  if (root.at('segments').isAbsent) {
    const layer = root.at('segments').report('missing-key', '“segments” is missing');
    return { layer, findings, locate: opened.locate };
  }
  const { items: segments, locate } = root.list('segments', segmentAt);
  const retired = new Map<SegmentId, SegmentId[]>();
  for (const [id, successors] of root.at('retired').entries()) {
    if (!isSegmentId(id)) successors.report('bad-id', `“${id}” is no segment id`);
    else
      retired.set(
        id,
        successors.items().flatMap((item) => idAt(item, parseSegmentId) ?? []),
      );
  }
  return { layer: { segments, retired }, findings, locate };
}

/**
 * Read a ledger that is to be written again; undefined if it has faults of its own. A segment that was left out would look as if it had
 * never been, and its id could be given out again.
 */
export function readWholeLedger(file: string, text: string): Ledger | undefined {
  const { layer: ledger, findings } = readLedger(file, text);
  const ids = new Set(ledger?.segments.map(({ id }) => id));
  return findings.length > 0 || ids.size !== ledger?.segments.length ? undefined : ledger;
}

/** `segments.json` of a ledger: a line for each segment, keys in a fixed order. */
export function writeLedger(ledger: Ledger): string {
  const segments = ledger.segments.map((segment) => `    ${JSON.stringify(segment, KEY_ORDER)}`);
  const retired = [...ledger.retired].map(
    ([id, successors]) => `    ${JSON.stringify(id)}: ${JSON.stringify(successors)}`,
  );
  return `{\n  "segments": [${block(segments, '  ')}],\n  "retired": {${block(retired, '  ')}}\n}\n`;
}

function block(lines: readonly string[], indent: string): string {
  return lines.length === 0 ? '' : `\n${lines.join(',\n')}\n${indent}`;
}

function segmentAt(at: Cursor): Segment | undefined {
  if (!at.isMap(SEGMENT_KEYS)) return undefined;
  const id = idAt(at.at('id'), parseSegmentId);
  const block = idAt(at.at('block'), parseBlockId);
  const kind = at.at('kind').oneOf(SEGMENT_KINDS);
  const level = at.at('level').count();
  const debris = at.at('debris').flag();
  const label = at.at('label').optionalText();
  const cell = at.at('cell').isAbsent ? undefined : cellAt(at.at('cell'));
  const parts = at
    .at('parts')
    .items()
    .flatMap((item) => partAt(item) ?? []);
  const length = at.at('length').count();
  const digest = at.at('digest').text();
  if (id === undefined || block === undefined || kind === undefined || level === undefined) return undefined;
  if (debris === undefined || length === undefined || digest === undefined) return undefined;
  const marks = at
    .at('marks')
    .items()
    .flatMap((item) => markAt(item, length) ?? []);
  if (!/^[0-9a-f]{16}$/.test(digest))
    return at.at('digest').report('bad-digest', '16 lower-case hex digits are wanted');
  const optional = { ...(label !== undefined && { label }), ...(cell !== undefined && { cell }) };
  return { id, block, kind, level, debris, ...optional, parts, marks, length, digest };
}

/** Segments and blocks have ids of one form, each made by its own parser. */
function idAt<Id>(at: Cursor, parse: (text: string) => Id): Id | undefined {
  const text = at.text();
  if (text === undefined) return undefined;
  if (isSegmentId(text)) return parse(text);
  return at.report('bad-id', 'an id is a small letter, then small letters, digits and hyphens');
}

function cellAt(at: Cursor): Cell | undefined {
  if (!at.isMap(['row', 'column', 'head'])) return undefined;
  const row = at.at('row').count();
  const column = at.at('column').count();
  if (row === undefined || column === undefined) return undefined;
  return { row, column, ...(!at.at('head').isAbsent && at.at('head').flag() && { head: true as const }) };
}

function partAt(at: Cursor): Part | undefined {
  if (!at.isMap(['start', 'end', 'joiner', 'text'])) return undefined;
  const span = spanAt(at);
  if (span === undefined) return undefined;
  const joiner = at.at('joiner').isAbsent ? undefined : at.at('joiner').oneOf([' ', '']);
  const text = at.at('text').optionalText();
  return { ...span, ...(joiner === ' ' && { joiner }), ...(text !== undefined && { text }) };
}

function markAt(at: Cursor, length: number): Mark | undefined {
  const kind = at.at('kind').oneOf([...RANGES, 'link', 'footnote']);
  const span = spanAt(at);
  if (kind === undefined || span === undefined) return undefined;
  if (span.end > length)
    return at.report('mark-outside', `the mark ends at ${span.end}, the segment at ${length}`);
  if (kind === 'link') {
    if (!at.isMap(['kind', 'start', 'end', 'href'])) return undefined;
    const href = at.at('href').text();
    if (href === undefined) return undefined;
    if (safeHref(href) === undefined)
      return at.at('href').report('bad-url', 'only http, https and mailto may be linked');
    return { kind, ...span, href };
  }
  if (kind === 'footnote') {
    if (!at.isMap(['kind', 'start', 'end', 'target', 'label'])) return undefined;
    const target = idAt(at.at('target'), parseBlockId);
    const label = at.at('label').text();
    return target === undefined || label === undefined ? undefined : { kind, ...span, target, label };
  }
  return at.isMap(['kind', 'start', 'end']) ? { kind, ...span } : undefined;
}

function spanAt(at: Cursor): { start: number; end: number } | undefined {
  const start = at.at('start').count();
  const end = at.at('end').count();
  if (start === undefined || end === undefined) return undefined;
  return start <= end
    ? { start, end }
    : at.report('bad-span', `it ends at ${end}, before its start at ${start}`);
}
