import type { Authority } from './authority.ts';
import { rangeOf } from './date.ts';
import type { Entity, EntityId, Evidence } from './entity.ts';
import { formsOf } from './entity.ts';
import type { EvidenceFinder } from './evidence.ts';
import type { Finding, Path, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import { LONGEST_FORM } from './gazetteer.ts';
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
  const owners = plainOwners(listed);
  for (const { entity, file, index } of listed) {
    const inFile = reportInto(findings, file);
    const report: Report = (severity, rule, path, message) =>
      inFile(severity, rule, ['entities', index, ...path], `${entity.id}: ${message}`);
    if (seen.has(entity.id)) report('error', 'repeated-id', ['id'], 'another entity has this id too');
    seen.add(entity.id);
    checkNames(entity, owners, authority, report);
    checkRelations(entity, authority, find, report);
    const { from, to } = entity;
    if (from !== undefined && to !== undefined && rangeOf(to).to <= rangeOf(from).from)
      report('error', 'bad-date', ['to'], `it ends (${to}) before it begins (${from})`);
  }
  return findings;
}

/** Every key under which a form without a rule is found, and whose it is. */
function plainOwners(listed: readonly Listed[]): Map<string, EntityId[]> {
  const owners = new Map<string, EntityId[]>();
  for (const { entity } of listed) {
    for (const { text, when, exact } of formsOf(entity)) {
      if (when !== undefined || exact === true) continue;
      const { key } = patternOf(text);
      const known = owners.get(key) ?? [];
      if (!known.includes(entity.id)) owners.set(key, [...known, entity.id]);
    }
  }
  return owners;
}

function checkNames(
  entity: Entity,
  owners: ReadonlyMap<string, readonly EntityId[]>,
  { entities }: Authority,
  report: Report,
): void {
  const names: { form: string; path: Path; rule: Entity['name']['when'] }[] = [
    { form: entity.name.zh, path: ['name', 'zh'], rule: entity.name.when },
    { form: entity.name.en, path: ['name', 'en'], rule: entity.name.when },
    ...entity.aliases.map(({ form, when }, index) => ({
      form,
      path: ['aliases', index, 'form'],
      rule: when,
    })),
  ];
  const written = new Set<string>();
  for (const { form, path, rule } of names) {
    const { key } = patternOf(form);
    if (key === '') report('error', 'empty-text', path, `“${form}” holds nothing that can be found`);
    if (key.length > LONGEST_FORM)
      report('error', 'long-name', path, `a name has at most ${LONGEST_FORM} letters`);
    if (path[0] === 'aliases' && written.has(form))
      report('warning', 'repeated-alias', path, `“${form}” stands here already`);
    written.add(form);
    const others = (owners.get(key) ?? []).filter((id) => id !== entity.id);
    if (rule === undefined && others.length > 0 && owners.get(key)?.includes(entity.id) === true)
      report(
        'warning',
        'ambiguous-form',
        path,
        `“${form}” names ${others.join(', ')} too, and no rule decides; it links to none`,
      );
    for (const id of rule?.with ?? [])
      if (!entities.has(id)) report('error', 'unknown-entity', path, unknown(id, entities));
  }
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
    if (type === 'formerly' && leadsBack(entity.id, object, entities))
      report('error', 'circular', path, `the former names lead back to ${entity.id}`);
  }
}

function prefixed(report: Report, prefix: Path): Report {
  return (severity, rule, path, message) => report(severity, rule, [...prefix, ...path], message);
}

/** What is wrong with where evidence points; shared by all that is anchored across documents. */
export function checkEvidence(evidence: Evidence, find: EvidenceFinder, report: Report): void {
  const standing = find(evidence);
  const place = `${evidence.document}:${evidence.segment}`;
  if (standing.kind === 'unknown-document')
    report('error', 'unknown-document', ['document'], `no document ${evidence.document}`);
  else if (standing.kind === 'homeless') report('error', 'orphaned', ['segment'], `no segment ${place}`);
  else if (standing.kind === 'found' && standing.anchoring.kind === 'orphaned') {
    const why =
      standing.anchoring.reason === 'gone'
        ? 'does not stand in'
        : 'stands more than once, and not at its start, in';
    report('error', 'orphaned', ['quote'], `“${evidence.quote}” ${why} ${place}`);
  } else if (standing.kind === 'found' && standing.anchoring.kind === 'moved') {
    const { span, from } = standing.anchoring;
    report('warning', 'moved', ['start'], `the quote stands at ${span.start} of ${place}, not at ${from}`);
  } else if (standing.kind !== 'unverified' && standing.segment.debris)
    report('warning', 'evidence-in-debris', ['segment'], `${place} is debris and not shown`);
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

/** `no entity “kubernets”; did you mean “kubernetes”?` */
export function unknown(id: string, entities: Authority['entities']): string {
  const near = nearest(id, [...entities.keys()]);
  return `no entity “${id}”${near === undefined ? '' : `; did you mean “${near}”?`}`;
}
