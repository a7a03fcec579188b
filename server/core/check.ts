import type { Anchor } from './anchor.ts';
import { checkLedger } from './check-ledger.ts';
import type { Finding, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import type { Layers, Placing } from './layers.ts';
import { placingOf, sidesOf } from './layers.ts';
import type { Trail } from './ledger.ts';
import { trailsIn } from './ledger.ts';
import type { Digest } from './reconcile.ts';
import { isGlossable } from './segment.ts';

/** Names of the files that hold a document's layers, as findings show them. */
export interface LayerFiles {
  readonly ledger: string;
  readonly glosses: string;
  readonly notes: string;
  readonly decisions: string;
}

/** What is wrong between a document's layers, and in the ledger itself. What needs the text is left out where it is missing. */
export function checkLayers(layers: Layers, files: LayerFiles, digestOf: Digest): Finding[] {
  const findings = checkLedger(layers, files.ledger, digestOf);
  const trails = trailsIn(layers.ledger);
  checkGlosses(layers, trails, reportInto(findings, files.glosses));
  checkGlossing(layers, reportInto(findings, files.ledger));
  checkNotes(layers, trails, reportInto(findings, files.notes));
  checkDecisions(layers, trails, reportInto(findings, files.decisions));
  return findings;
}

/** How many digests and anchors could not be verified because the text is missing. */
export function unverified({ source, ledger, notes, decisions }: Layers): {
  digests: number;
  anchors: number;
} {
  if (source !== null) return { digests: 0, anchors: 0 };
  return {
    digests: ledger.segments.length,
    anchors: [...notes, ...decisions].filter(({ anchor }) => anchor.language === 'zh').length,
  };
}

function checkGlosses({ ledger, glosses }: Layers, trails: (id: string) => Trail, report: Report): void {
  const segments = new Map(ledger.segments.map((segment) => [segment.id, segment]));
  for (const [id, gloss] of glosses) {
    const path = ['glosses', id];
    const segment = segments.get(id);
    if (gloss.trim() === '') report('error', 'empty-gloss', path, `the gloss of ${id} is empty`);
    if (segment?.debris) report('warning', 'gloss-of-debris', path, `${id} is debris, which is not glossed`);
    if (segment !== undefined) continue;
    const { living } = trails(id);
    const hint = living.length > 0 ? `; look at ${some(living)}` : '';
    if (ledger.retired.has(id)) report('warning', 'gloss-of-retired', path, `${id} is retired${hint}`);
    else report('error', 'gloss-without-segment', path, `no segment ${id}`);
  }
}

function checkGlossing({ ledger, glosses }: Layers, report: Report): void {
  for (const [index, segment] of ledger.segments.entries()) {
    if (glosses.has(segment.id) || !isGlossable(segment)) continue;
    report('info', 'missing-gloss', ['segments', index], `${segment.id} has no gloss`);
  }
}

function checkNotes(layers: Layers, trails: (id: string) => Trail, report: Report): void {
  const check = anchorCheck(layers, trails);
  const seen = new Set<string>();
  for (const [index, note] of layers.notes.entries()) {
    if (seen.has(note.id))
      report('error', 'repeated-id', ['notes', index, 'id'], `another note is called “${note.id}” too`);
    seen.add(note.id);
    check(note, `note ${note.id}`, 'note', (severity, rule, path, message) =>
      report(severity, rule, ['notes', index, ...path], message),
    );
  }
}

function checkDecisions(layers: Layers, trails: (id: string) => Trail, report: Report): void {
  const check = anchorCheck(layers, trails);
  for (const [index, decision] of layers.decisions.entries())
    check(decision, `to ${decision.kind}`, 'decision', (severity, rule, path, message) =>
      report(severity, rule, ['decisions', index, ...path], message),
    );
}

type AnchorCheck = (annotation: Anchored, name: string, kind: string, report: Report) => void;
type Anchored = { readonly anchor: Anchor };

/** Checks where annotations point; what it needs to know is looked up once, and only if there are any. */
function anchorCheck(layers: Layers, trails: (id: string) => Trail): AnchorCheck {
  let sides: ReturnType<typeof sidesOf> | undefined;
  let debris: ReadonlySet<string> | undefined;
  return (annotation, name, kind, report) => {
    sides ??= sidesOf(layers, trails);
    debris ??= new Set(layers.ledger.segments.filter((segment) => segment.debris).map(({ id }) => id));
    checkAnchor(
      annotation,
      placingOf(annotation, sides, trails),
      debris,
      kind,
      (severity, rule, path, message) => report(severity, rule, path, `${name}: ${message}`),
    );
  };
}

function checkAnchor(
  { anchor }: Anchored,
  placing: Placing,
  debris: ReadonlySet<string>,
  kind: string,
  report: Report,
): void {
  const { segment: id, language, quote } = anchor;
  if (placing.kind === 'homeless') {
    const { successors } = placing;
    const why =
      successors.length === 0 ? `no segment ${id}` : `${id} has become ${some(successors)}; choose one`;
    report('error', 'orphaned', [], why);
    return;
  }
  const { segment } = placing;
  if (segment !== id) report('warning', 'moved', [], `${id} is retired; it is ${segment} now`);
  if (debris.has(segment)) report('warning', `${kind}-on-debris`, [], `${segment} is debris and not shown`);
  if (placing.kind === 'unverified') {
    if (language === 'en') report('error', 'orphaned', [], `${segment} has no gloss`);
    return;
  }
  const { anchoring } = placing;
  if (anchoring.kind === 'moved') {
    const { span, from } = anchoring;
    report('warning', 'moved', ['start'], `its quote stands at ${span.start}, not at ${from}`);
  } else if (anchoring.kind === 'orphaned') {
    const isGone = anchoring.reason === 'gone';
    const why = isGone ? 'does not stand in' : 'stands more than once, and not at its start, in';
    report('error', 'orphaned', ['quote'], `“${quote}” ${why} ${segment}`);
  }
}

function some(ids: readonly string[]): string {
  return ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more`;
}
