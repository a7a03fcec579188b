import type { Finding, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import type { Layers } from './layers.ts';
import { isIntact } from './layers.ts';
import type { Ledger } from './ledger.ts';
import type { Digest } from './reconcile.ts';
import type { Segment } from './segment.ts';
import { textOf } from './segment.ts';
import { isBoundary } from './span.ts';

/** What is wrong in a ledger itself, and between it and its text if that is there as it was imported. */
export function checkLedger(
  layers: Pick<Layers, 'source' | 'presence' | 'ledger'>,
  file: string,
  digestOf: Digest,
): Finding[] {
  const findings: Finding[] = [];
  const report = reportInto(findings, file);
  checkSegments(layers.ledger, report);
  checkReferences(layers.ledger, report);
  // Of a text that has changed the ranges in the file are not used.
  const { source } = layers;
  if (source !== null && layers.presence === 'present') {
    for (const [index, segment] of layers.ledger.segments.entries())
      checkText(segment, index, source, report, digestOf);
  }
  checkRetired(layers.ledger, report);
  return findings;
}

function checkSegments({ segments }: Ledger, report: Report): void {
  const seen = new Set<string>();
  const ended = new Set<string>();
  let end = 0;
  for (const [index, { id, block, kind, level, parts }] of segments.entries()) {
    if (seen.has(id))
      report('error', 'repeated-id', ['segments', index, 'id'], `the id ${id} stands above too`);
    seen.add(id);
    const before = segments[index - 1]?.block;
    if (before !== undefined && before !== block) ended.add(before);
    if (before !== block && ended.has(block)) {
      report(
        'error',
        'broken-block',
        ['segments', index, 'block'],
        `block ${block} goes on after another block`,
      );
    }
    if (!fits(kind, level)) {
      report(
        'warning',
        'bad-level',
        ['segments', index, 'level'],
        `${id} is a ${kind} of level ${level}; a heading has 1 to 6, an item 1 or more, all else 0`,
      );
    }
    if (parts.some((part, at) => part.start < Math.max(end, parts[at - 1]?.end ?? 0))) {
      report('error', 'overlap', ['segments', index, 'parts'], `${id} takes text that stands before it`);
    }
    for (const part of parts) end = Math.max(end, part.end);
  }
}

function checkReferences({ segments }: Ledger, report: Report): void {
  const shown = segments.filter(({ kind, debris }) => kind === 'footnote' && !debris);
  const footnotes = new Set<string>(shown.map(({ block }) => block));
  for (const [index, { id, marks }] of segments.entries()) {
    for (const mark of marks) {
      if (mark.kind !== 'footnote' || footnotes.has(mark.target)) continue;
      const message = `${id} refers to a footnote ${mark.target}, which is not there`;
      report('warning', 'footnote-without-target', ['segments', index, 'marks'], message);
    }
  }
}

function fits(kind: Segment['kind'], level: number): boolean {
  if (kind === 'heading') return level >= 1 && level <= 6;
  return kind === 'item' ? level >= 1 : level === 0;
}

function checkText(segment: Segment, index: number, source: string, report: Report, digestOf: Digest): void {
  const { id, parts, marks, length, digest } = segment;
  if (parts.some((part) => part.end > source.length)) {
    report('error', 'range', ['segments', index, 'parts'], `a part of ${id} lies beyond the end of the text`);
    return;
  }
  if (parts.some((part) => !isBoundary(source, part.start) || !isBoundary(source, part.end))) {
    report('error', 'range', ['segments', index, 'parts'], `a part of ${id} cuts a character in two`);
    return;
  }
  const text = textOf(source, parts);
  if (!isIntact(segment, text, digestOf)) {
    const message = `the text of ${id} has length ${text.length} and digest ${digestOf(text)}; the ledger says ${length} and ${digest}`;
    report('error', 'digest-mismatch', ['segments', index, 'digest'], message);
  } else if (marks.some((mark) => !isBoundary(text, mark.start) || !isBoundary(text, mark.end))) {
    report('error', 'range', ['segments', index, 'marks'], `a mark of ${id} cuts a character in two`);
  }
}

function checkRetired(ledger: Ledger, report: Report): void {
  const living = new Set<string>(ledger.segments.map((segment) => segment.id));
  const circular = circularIn(ledger);
  for (const [id, successors] of ledger.retired) {
    const path = ['retired', id];
    if (living.has(id)) report('error', 'repeated-id', path, `${id} is retired, but a segment has this id`);
    for (const successor of successors) {
      if (living.has(successor) || ledger.retired.has(successor)) continue;
      report('error', 'vanished-id', path, `${id} leads to ${successor}, which never was`);
    }
    if (circular.has(id)) report('error', 'circular', path, `${id} leads in a circle`);
  }
  for (const number of vanished([...living, ...ledger.retired.keys()])) {
    const hint = `retire it: "retired": {"s${number}": [successors]}`;
    report('warning', 'vanished-id', ['segments'], `the id s${number} is gone; ${hint}`);
  }
}

/** Retired ids from which the way goes round for ever: what is left when every id that leads nowhere else is taken away, again and again. */
function circularIn({ retired }: Ledger): Set<string> {
  const ways = new Map<string, number>();
  const leadingTo = new Map<string, string[]>();
  for (const [id, successors] of retired) {
    const onward = successors.filter((successor) => retired.has(successor));
    ways.set(id, onward.length);
    for (const successor of onward) {
      const known = leadingTo.get(successor);
      if (known === undefined) leadingTo.set(successor, [id]);
      else known.push(id);
    }
  }
  const ends = [...ways.keys()].filter((id) => ways.get(id) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    ways.delete(end);
    for (const id of leadingTo.get(end) ?? []) {
      const left = (ways.get(id) ?? 0) - 1;
      ways.set(id, left);
      if (left === 0) ends.push(id);
    }
  }
  return new Set(ways.keys());
}

const MOST_VANISHED = 50;

// Ids of ours are given out in turn, so a number that is neither alive nor retired was taken out by hand.
function vanished(ids: readonly string[]): number[] {
  const used = new Set(ids.flatMap((id) => /^s(\d{1,6})$/.exec(id)?.[1] ?? []).map(Number));
  const highest = [...used].reduce((most, number) => Math.max(most, number), 0);
  const gone: number[] = [];
  for (let number = 1; number < highest && gone.length < MOST_VANISHED; number += 1) {
    if (!used.has(number)) gone.push(number);
  }
  return gone;
}
