import type { Authority } from './authority.ts';
import { checkEvidence, unknown } from './check-authority.ts';
import type { Discrepancy } from './discrepancy.ts';
import { discrepanciesOf } from './discrepancy.ts';
import type { EntityId } from './entity.ts';
import type { Chronicle, Claim, Event, EventId } from './event.ts';
import type { EvidenceFinder } from './evidence.ts';
import type { Finding, Path, Report } from './finding.ts';
import { reportInto } from './finding.ts';

/** What is wrong in the events: ids, entities and events that are not there, claims whose passage is gone, lives of no discrepancy. */
export function checkEvents(
  file: string,
  chronicle: Chronicle,
  authority: Authority,
  find: EvidenceFinder,
): Finding[] {
  const findings: Finding[] = [];
  const inFile = reportInto(findings, file);
  const { events, parties } = chronicle;
  const known = new Set(events.map(({ id }) => id));
  const discrepancies = discrepanciesOf(chronicle);
  const seen = new Set<EventId>();
  for (const [index, party] of parties.entries()) checkEntities(party, authority, ['parties', index], inFile);
  for (const [index, event] of events.entries()) {
    const report: Report = (severity, rule, path, message) =>
      inFile(severity, rule, ['events', index, ...path], `${event.id}: ${message}`);
    if (seen.has(event.id)) report('error', 'repeated-id', ['id'], 'another event has this id too');
    seen.add(event.id);
    checkEntities(event.entities, authority, ['entities'], report);
    const claims = new Set<string>();
    for (const [at, claim] of event.claims.entries()) {
      const told: Report = (severity, rule, path, message) =>
        report(severity, rule, ['claims', at, ...path], `claim ${claim.id}: ${message}`);
      if (claims.has(claim.id)) told('error', 'repeated-id', ['id'], 'another claim of it has this id too');
      claims.add(claim.id);
      checkClaim(claim, event.id, known, authority, find, told);
    }
    checkLives(event, discrepancies, report);
  }
  return findings;
}

function checkClaim(
  claim: Claim,
  own: EventId,
  known: ReadonlySet<EventId>,
  authority: Authority,
  find: EvidenceFinder,
  report: Report,
): void {
  checkEvidence(claim, find, report);
  checkEntities(claim.actors?.who ?? [], authority, ['actors', 'who'], report);
  for (const key of ['after', 'before'] as const)
    for (const [index, id] of claim[key].entries()) {
      if (!known.has(id)) report('error', 'unknown-event', [key, index], `no event “${id}”`);
      if (id === own) report('error', 'circular', [key, index], `${key} itself`);
    }
}

function checkEntities(ids: readonly EntityId[], { entities }: Authority, path: Path, report: Report): void {
  for (const [index, id] of ids.entries())
    if (!entities.has(id)) report('error', 'unknown-entity', [...path, index], unknown(id, entities));
}

function checkLives(
  event: Event,
  discrepancies: ReadonlyMap<EventId, readonly Discrepancy[]>,
  report: Report,
): void {
  const own = discrepancies.get(event.id) ?? [];
  for (const [index, { on, what, event: other }] of event.lives.entries()) {
    const isThere = own.some((one) => one.on === on && one.what === what && one.event === other);
    const name = [on, what ?? other].filter((part) => part !== undefined).join(' ');
    if (!isThere)
      report('warning', 'idle-life', ['discrepancies', index], `the claims do not differ in ${name}`);
  }
  for (const { on, what, event: other, state, sides } of own) {
    // An order stands under both events; one of them is told.
    if (state !== 'open' || (other !== undefined && event.id > other)) continue;
    const told = sides.map(({ claims }) =>
      claims.map(({ document, segment }) => `${document}:${segment}`).join(', '),
    );
    const name = [on, what ?? other].filter((part) => part !== undefined).join(' ');
    report('info', 'open-discrepancy', ['claims'], `the claims differ in ${name}: ${told.join(' / ')}`);
  }
}
