import type { Anchoring } from './anchor.ts';
import type { Authority } from './authority.ts';
import { rangeOf } from './date.ts';
import type { Entity, EntityId, Evidence, Rule, Telling } from './entity.ts';
import type { EvidenceFinder, Standing } from './evidence.ts';
import type { Finding, Path, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import { LONGEST_FORM } from './gazetteer.ts';
import type { Decision } from './mention.ts';
import { patternOf } from './name.ts';
import { nearest } from './nearest.ts';

/** An entity, and where it is written. */
export interface Listed {
  readonly entity: Entity;
  readonly file: string;
  /** Its place in the file's list. */
  readonly index: number;
}

/** What is wrong in the authority file: ids, names that say nothing or too much, relations to nobody, evidence that is gone. */
export function checkAuthority(
  listed: readonly Listed[],
  authority: Authority,
  find: EvidenceFinder,
): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<EntityId>();
  for (const { entity, file, index } of listed) {
    const inFile = reportInto(findings, file);
    const report: Report = (severity, rule, path, message) =>
      inFile(severity, rule, ['entities', index, ...path], `${entity.id}: ${message}`);
    if (seen.has(entity.id)) report('error', 'repeated-id', ['id'], 'another entity has this id too');
    seen.add(entity.id);
    checkNames(entity, authority, report);
    checkRules(entity, authority, report);
    checkRelations(entity, authority, find, report);
    const { from, to } = entity;
    if (from !== undefined && to !== undefined && rangeOf(to).to <= rangeOf(from).from)
      report('error', 'bad-date', ['to'], `it ends (${to}) before it begins (${from})`);
  }
  return findings;
}

function checkNames(entity: Entity, { gazetteer }: Authority, report: Report): void {
  const written = new Set<string>();
  for (const { form, path, when } of namesOf(entity)) {
    const { key } = patternOf(form);
    if (key === '') report('error', 'empty-text', path, `“${form}” holds nothing that can be found`);
    if (key.length > LONGEST_FORM)
      report('error', 'long-name', path, `a name has at most ${LONGEST_FORM} letters`);
    if (written.has(form)) report('warning', 'repeated-alias', path, `“${form}” stands here already`);
    written.add(form);
    const owners = new Set(
      gazetteer.formsNamed(form).flatMap((one) => (one.when === undefined ? one.entity : [])),
    );
    const isOwn = owners.delete(entity.id);
    if (when === undefined && isOwn && owners.size > 0)
      report(
        'warning',
        'ambiguous-form',
        path,
        `“${form}” names ${[...owners].join(', ')} too, and no rule decides; it links to none`,
      );
  }
}

function checkRules({ name, aliases }: Entity, { entities }: Authority, report: Report): void {
  const check = ({ when }: Telling, at: Path): void => {
    for (const [index, id] of (when?.with ?? []).entries())
      if (!entities.has(id))
        report('error', 'unknown-entity', [...at, 'when', 'with', index], unknown(id, entities));
  };
  check(name, ['name']);
  for (const [index, alias] of aliases.entries()) check(alias, ['aliases', index]);
}

/** Every form with its place; one name for both languages once. */
function namesOf({ name, aliases }: Entity): { form: string; path: Path; when: Rule | undefined }[] {
  const preferred = (['zh', 'en'] as const).filter((side) => side === 'zh' || name.zh !== name.en);
  return [
    ...preferred.map((side) => ({ form: name[side], path: ['name', side], when: name.when })),
    ...aliases.map(({ form, when }, index) => ({ form, path: ['aliases', index, 'form'], when })),
  ];
}

function checkRelations(entity: Entity, { entities }: Authority, find: EvidenceFinder, report: Report): void {
  for (const [index, { type, entity: object, evidence }] of entity.relations.entries()) {
    const path = ['relations', index];
    if (!entities.has(object))
      report('error', 'unknown-entity', [...path, 'entity'], unknown(object, entities));
    if (object === entity.id) report('error', 'circular', [...path, 'entity'], `${type} itself`);
    if (evidence.length === 0) report('warning', 'no-evidence', path, `nothing says “${type} ${object}”`);
    for (const [at, one] of evidence.entries())
      checkEvidence(one, find, prefixed(report, [...path, 'evidence', at]));
    if (type === 'formerly' && object !== entity.id && leadsBack(entity.id, object, entities))
      report('error', 'circular', path, `the former names lead back to ${entity.id}`);
  }
}

function prefixed(report: Report, prefix: Path): Report {
  return (severity, rule, path, message) => report(severity, rule, [...prefix, ...path], message);
}

/**
 * What is wrong with where evidence points; shared by all that is anchored across documents. Of a text that is not as it was
 * imported nothing is said: that is one finding already.
 */
export function checkEvidence(evidence: Evidence, find: EvidenceFinder, report: Report): void {
  const standing = find(evidence);
  if (standing.kind === 'unknown-document')
    report('error', 'unknown-document', ['document'], `no document ${evidence.document}`);
  else if (standing.document.presence !== 'changed') checkStanding(evidence, standing, report);
}

function checkStanding(
  evidence: Evidence,
  standing: Exclude<Standing, { kind: 'unknown-document' }>,
  report: Report,
): void {
  const place = `${evidence.document}:${evidence.segment}`;
  if (standing.kind === 'homeless') {
    report('error', 'orphaned', ['segment'], `no segment ${place}`);
    return;
  }
  const { segment } = standing;
  if (segment.id !== evidence.segment)
    report('warning', 'moved', ['segment'], `${place} is retired; it is ${segment.id} now`);
  if (segment.debris)
    report('warning', 'evidence-in-debris', ['segment'], `${place} is debris and not shown`);
  if (standing.kind === 'found') checkQuote(evidence, standing.anchoring, place, report);
  else if (evidence.language === 'en') report('error', 'orphaned', ['quote'], `${place} has no gloss`);
}

function checkQuote({ quote }: Evidence, anchoring: Anchoring, place: string, report: Report): void {
  if (anchoring.kind === 'orphaned') {
    const isGone = anchoring.reason === 'gone';
    const why = isGone ? 'does not stand in' : 'stands more than once, and not at its start, in';
    report('error', 'orphaned', ['quote'], `“${quote}” ${why} ${place}`);
  } else if (anchoring.kind === 'moved') {
    const { span, from } = anchoring;
    report('warning', 'moved', ['start'], `the quote stands at ${span.start} of ${place}, not at ${from}`);
  }
}

function leadsBack(start: EntityId, next: EntityId, entities: Authority['entities']): boolean {
  const seen = new Set<EntityId>();
  const open = [next];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === start) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const { type, entity } of entities.get(at)?.relations ?? [])
      if (type === 'formerly') open.push(entity);
  }
  return false;
}

/** Decisions for somebody who is not there. */
export function checkDecided(
  decisions: readonly Decision[],
  file: string,
  { entities }: Authority,
): Finding[] {
  const findings: Finding[] = [];
  const report = reportInto(findings, file);
  for (const [index, decision] of decisions.entries())
    if (decision.kind !== 'refuse' && !entities.has(decision.entity))
      report(
        'error',
        'unknown-entity',
        ['decisions', index, 'entity'],
        `to ${decision.kind}: ${unknown(decision.entity, entities)}`,
      );
  return findings;
}

/** `no entity “kubernets”; did you mean “kubernetes”?` */
export function unknown(id: string, entities: Authority['entities']): string {
  const near = nearest(id, [...entities.keys()]);
  return `no entity “${id}”${near === undefined ? '' : `; did you mean “${near}”?`}`;
}
