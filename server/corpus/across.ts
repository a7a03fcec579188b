import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authority } from '../core/authority.ts';
import { authorityOf } from '../core/authority.ts';
import type { Listed } from '../core/check-authority.ts';
import { checkAuthority } from '../core/check-authority.ts';
import { checkEvents } from '../core/check-events.ts';
import { checkTerms } from '../core/check-terms.ts';
import type { Document } from '../core/document.ts';
import type { Chronicle } from '../core/event.ts';
import { evidenceFinder } from '../core/evidence.ts';
import type { Finding, Place } from '../core/finding.ts';
import type { Termbase } from '../core/term.ts';
import { readEntities } from './entities.ts';
import { EMPTY, readEvents } from './events.ts';
import { ignoreAbsence, readText } from './file.ts';
import { NO_TERMS, readTerms } from './terms.ts';
import type { Locate, Read } from './yaml.ts';

/** What the corpus says across its documents: who is who, what happened, and how terms are rendered. */
export interface AcrossDocuments {
  readonly authority: Authority;
  readonly chronicle: Chronicle;
  readonly termbase: Termbase;
  readonly files: number;
  /** What was wrong in the files themselves. */
  readonly findings: readonly Finding[];
  /** What is wrong between them and the documents. */
  readonly check: (documents: readonly Document[]) => Finding[];
  /** What an editor should look at: what nobody has explained. */
  readonly review: (documents: readonly Document[]) => Finding[];
}

const EVENTS = 'events.yaml';
const TERMS = 'terms.yaml';

/** Read `entities/*.yaml`, in the order of their names, `events.yaml` and `terms.yaml`; none of them need be there. */
export async function loadAcross(corpus: string): Promise<AcrossDocuments> {
  const findings: Finding[] = [];
  const locates = new Map<string, Locate>();
  const listed: Listed[] = [];
  let files = 0;
  const read = async <Layer>(
    file: string,
    parse: (file: string, text: string) => Read<Layer>,
  ): Promise<Layer | undefined> => {
    const found = await readText(join(corpus, file), file);
    if (found.kind !== 'missing') files += 1;
    if (found.kind === 'broken') findings.push(found.finding);
    if (found.kind !== 'read') return undefined;
    const { layer, findings: faults, locate } = parse(file, found.text);
    findings.push(...faults);
    locates.set(file, locate);
    return layer;
  };
  for (const file of await entityFiles(corpus)) {
    const entities = (await read(file, readEntities)) ?? [];
    for (const [index, entity] of entities.entries()) listed.push({ entity, file, index });
  }
  const chronicle = (await read(EVENTS, readEvents)) ?? EMPTY;
  const termbase = (await read(TERMS, readTerms)) ?? NO_TERMS;
  const authority = authorityOf(listed.map(({ entity }) => entity));
  const located = (place: Place): Place =>
    locates.get(place.file)?.(place.path) ?? { ...place, line: 1, column: 1 };
  const locatedIn = (finding: Finding): Finding => ({ ...finding, place: located(finding.place) });
  return {
    authority,
    chronicle,
    termbase,
    files,
    findings,
    check: (documents) => {
      const find = evidenceFinder(documents);
      return [
        ...checkAuthority(listed, authority, find),
        ...checkEvents(EVENTS, chronicle, authority, find).filter(isFault),
        ...checkTerms(TERMS, termbase, authority, documents),
      ].map(locatedIn);
    },
    review: (documents) =>
      checkEvents(EVENTS, chronicle, authority, evidenceFinder(documents))
        .filter((finding) => !isFault(finding))
        .map(locatedIn),
  };
}

// Where a finding stands is found by parsing its file again: at a start, only what is wrong is worth that.
function isFault({ severity }: Finding): boolean {
  return severity !== 'info';
}

async function entityFiles(corpus: string): Promise<string[]> {
  const names = (await readdir(join(corpus, 'entities')).catch(ignoreAbsence)) ?? [];
  return names
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort()
    .map((name) => `entities/${name}`);
}
