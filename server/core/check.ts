import { anchor } from './anchor.ts';
import type { Finding, Path, Severity } from './finding.ts';
import type { Layers } from './layers.ts';
import { isIntact } from './layers.ts';
import { resolve } from './ledger.ts';
import type { Note } from './note.ts';
import type { Digest } from './reconcile.ts';
import type { Segment } from './segment.ts';
import { isGlossable, textOf } from './segment.ts';
import { isBoundary } from './span.ts';

/** Names of the files that hold a document's layers, as findings show them. */
export interface LayerFiles {
  readonly ledger: string;
  readonly glosses: string;
  readonly notes: string;
}

/** What is wrong between a document's layers, and in the ledger itself. What needs the text is left out where it is missing. */
export function checkLayers(layers: Layers, files: LayerFiles, digestOf: Digest): Finding[] {
  return [
    ...checkLedger(layers, files.ledger, digestOf),
    ...checkRetired(layers, files.ledger),
    ...checkGlosses(layers, files),
    ...layers.notes.flatMap((note, index) => checkNote(layers, note, index, files.notes)),
    ...repeated(layers.notes.map((note) => note.id)).map((index) =>
      finding(
        'repeated-id',
        'error',
        files.notes,
        ['notes', index, 'id'],
        `another note is called “${layers.notes[index]?.id}” too`,
      ),
    ),
  ];
}

/** How many digests and anchors could not be verified because the text is missing. */
export function unverified({ source, ledger, notes }: Layers): { digests: number; anchors: number } {
  if (source !== null) return { digests: 0, anchors: 0 };
  return {
    digests: ledger.segments.length,
    anchors: notes.filter((note) => note.anchor.language === 'zh').length,
  };
}

function checkLedger({ source, presence, ledger }: Layers, file: string, digestOf: Digest): Finding[] {
  const findings: Finding[] = [];
  const at = (index: number, key: string): Path => ['segments', index, key];
  for (const index of repeated(ledger.segments.map((segment) => segment.id))) {
    findings.push(
      finding(
        'repeated-id',
        'error',
        file,
        at(index, 'id'),
        `the id ${ledger.segments[index]?.id} stands above too`,
      ),
    );
  }
  const ended = new Set<string>();
  let end = 0;
  for (const [index, segment] of ledger.segments.entries()) {
    const previous = ledger.segments[index - 1];
    if (previous !== undefined && previous.block !== segment.block) ended.add(previous.block);
    if (ended.has(segment.block) && previous?.block !== segment.block) {
      findings.push(
        finding(
          'broken-block',
          'error',
          file,
          at(index, 'block'),
          `block ${segment.block} goes on after another block`,
        ),
      );
    }
    for (const part of segment.parts) {
      if (part.start < end)
        findings.push(
          finding(
            'overlap',
            'error',
            file,
            at(index, 'parts'),
            `${segment.id} takes text that stands before it`,
          ),
        );
      end = Math.max(end, part.end);
    }
    // Of a text that has changed the ranges in the file are not used.
    if (source !== null && presence === 'present')
      findings.push(...checkText(segment, source, file, at(index, 'digest'), digestOf));
  }
  return findings;
}

function checkText(segment: Segment, source: string, file: string, path: Path, digestOf: Digest): Finding[] {
  const outside = segment.parts.some((part) => part.end > source.length);
  if (outside)
    return [finding('range', 'error', file, path, `a part of ${segment.id} lies beyond the end of the text`)];
  const cut = segment.parts.some((part) => !isBoundary(source, part.start) || !isBoundary(source, part.end));
  if (cut) return [finding('range', 'error', file, path, `a part of ${segment.id} cuts a character in two`)];
  const text = textOf(source, segment.parts);
  if (isIntact(segment, text, digestOf)) return [];
  const message = `the text of ${segment.id} has length ${text.length} and digest ${digestOf(text)}; the ledger says ${segment.length} and ${segment.digest}`;
  return [finding('digest-mismatch', 'error', file, path, message)];
}

function checkRetired({ ledger }: Layers, file: string): Finding[] {
  const living = new Set<string>(ledger.segments.map((segment) => segment.id));
  const findings: Finding[] = [];
  for (const [id, successors] of ledger.retired) {
    const path = ['retired', id];
    if (living.has(id))
      findings.push(
        finding('repeated-id', 'error', file, path, `${id} is retired, but a segment has this id`),
      );
    for (const successor of successors) {
      if (living.has(successor) || ledger.retired.has(successor)) continue;
      findings.push(
        finding('vanished-id', 'error', file, path, `${id} leads to ${successor}, which never was`),
      );
    }
    if (successors.length > 0 && resolve(ledger, id).length === 0) {
      findings.push(finding('circular', 'error', file, path, `${id} leads to no living segment`));
    }
  }
  return [...findings, ...vanished(ledger, living, file)];
}

// Ids of ours are given out in turn, so one that is neither alive nor retired was taken out by hand.
function vanished(ledger: Layers['ledger'], living: ReadonlySet<string>, file: string): Finding[] {
  const numbers = [...living, ...ledger.retired.keys()]
    .flatMap((id) => /^s(\d{1,6})$/.exec(id)?.[1] ?? [])
    .map(Number);
  const used = new Set(numbers);
  const findings: Finding[] = [];
  for (let number = 1; number < Math.max(0, ...numbers); number += 1) {
    if (used.has(number) || findings.length >= 50) continue;
    findings.push(
      finding(
        'vanished-id',
        'warning',
        file,
        ['segments'],
        `the id s${number} is gone; retire it: "retired": {"s${number}": [successors]}`,
      ),
    );
  }
  return findings;
}

function checkGlosses({ ledger, glosses }: Layers, files: LayerFiles): Finding[] {
  const segments = new Map(ledger.segments.map((segment) => [segment.id, segment]));
  const findings: Finding[] = [];
  for (const [id, gloss] of glosses) {
    const path = ['glosses', id];
    const segment = segments.get(id);
    if (gloss.trim() === '')
      findings.push(finding('empty-gloss', 'error', files.glosses, path, `the gloss of ${id} is empty`));
    if (segment?.debris)
      findings.push(
        finding('gloss-of-debris', 'warning', files.glosses, path, `${id} is debris, which is not glossed`),
      );
    if (segment !== undefined) continue;
    const successors = resolve(ledger, id);
    findings.push(
      ledger.retired.has(id)
        ? finding(
            'gloss-of-retired',
            'warning',
            files.glosses,
            path,
            `${id} is retired${successors.length > 0 ? `; look at ${successors.join(', ')}` : ''}`,
          )
        : finding('gloss-without-segment', 'error', files.glosses, path, `no segment ${id}`),
    );
  }
  for (const [index, segment] of ledger.segments.entries()) {
    if (glosses.has(segment.id) || !isGlossable(segment)) continue;
    findings.push(
      finding('missing-gloss', 'info', files.ledger, ['segments', index], `${segment.id} has no gloss`),
    );
  }
  return findings;
}

function checkNote({ ledger, source, glosses }: Layers, note: Note, index: number, file: string): Finding[] {
  const path: Path = ['notes', index];
  const { segment: id, language } = note.anchor;
  const [target, ...others] = resolve(ledger, id);
  const segment = ledger.segments.find((one) => one.id === target);
  if (segment === undefined)
    return [finding('orphaned', 'error', file, path, `note ${note.id}: no segment ${id}`)];
  if (others.length > 0)
    return [
      finding(
        'orphaned',
        'error',
        file,
        path,
        `note ${note.id}: ${id} has become ${resolve(ledger, id).join(', ')}; choose one`,
      ),
    ];
  const findings: Finding[] = [];
  if (segment.id !== id)
    findings.push(
      finding('moved', 'warning', file, path, `note ${note.id}: ${id} is retired; it is ${segment.id} now`),
    );
  if (segment.debris)
    findings.push(
      finding('note-on-debris', 'warning', file, path, `note ${note.id}: ${id} is debris and not shown`),
    );
  const zh = source === null ? undefined : textOf(source, segment.parts);
  const text = language === 'zh' ? zh : glosses.get(segment.id);
  if (text === undefined)
    return language === 'zh'
      ? findings
      : [...findings, finding('orphaned', 'error', file, path, `note ${note.id}: ${id} has no gloss`)];
  const found = anchor(note.anchor, text);
  if (found.kind === 'moved') {
    findings.push(
      finding(
        'moved',
        'warning',
        file,
        [...path, 'start'],
        `note ${note.id}: its quote stands at ${found.span.start}, not at ${found.from}`,
      ),
    );
  } else if (found.kind === 'orphaned') {
    const why =
      found.reason === 'gone' ? 'does not stand in' : 'stands more than once, and not at its start, in';
    findings.push(
      finding(
        'orphaned',
        'error',
        file,
        [...path, 'quote'],
        `note ${note.id}: “${note.anchor.quote}” ${why} ${id}`,
      ),
    );
  }
  return findings;
}

/** Indexes of the items that stood before. */
function repeated(items: readonly string[]): number[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => (seen.has(item) ? [index] : (seen.add(item), [])));
}

function finding(rule: string, severity: Severity, file: string, path: Path, message: string): Finding {
  return { rule, severity, place: { file, path }, message };
}
