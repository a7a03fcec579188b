import type { Authority } from './authority.ts';
import { unknown } from './check-authority.ts';
import type { Document } from './document.ts';
import type { EntityId } from './entity.ts';
import type { Finding, Path, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import { fold } from './fold.ts';
import { LONGEST_FORM } from './gazetteer.ts';
import { nearest } from './nearest.ts';
import { keyOfPhrase, phraseOf } from './phrase.ts';
import { isReadable, syllablesPossible } from './pinyin.ts';
import type { DocumentId } from './segment.ts';
import type { Sense, Term, Termbase, TermId, Waiver } from './term.ts';
import { termFormsOf } from './term.ts';
import type { TermUse } from './term-use.ts';
import { termUsesIn } from './term-use.ts';

/** What is wrong in the termbase: ids, forms that nothing tells apart, pinyin, renderings that contradict one another, waivers of nothing. */
export function checkTerms(
  file: string,
  { terms, waivers }: Termbase,
  { entities }: Pick<Authority, 'entities'>,
  documents: readonly Document[],
): Finding[] {
  const findings: Finding[] = [];
  const inFile = reportInto(findings, file);
  const owners = ownersOf(terms);
  const seen = new Set<TermId>();
  for (const [index, term] of terms.entries()) {
    const report: Report = (severity, rule, path, message) =>
      inFile(severity, rule, ['terms', index, ...path], `${term.id}: ${message}`);
    if (seen.has(term.id)) report('error', 'repeated-id', ['id'], 'another term has this id too');
    seen.add(term.id);
    checkForms(term, owners, report);
    checkPinyin(term, report);
    checkRenderings(term, report);
    checkRules(term, entities, report);
  }
  const byId = new Map(documents.map((document) => [document.id, document]));
  const places = new Set(waivers.map(({ document, segment }) => `${document}:${segment}`));
  const uses = termUsesIn({ documents, terms, waivers }, ({ id }, segment) =>
    places.has(`${id}:${segment.id}`),
  );
  const waived = new Set<string>();
  for (const [index, waiver] of waivers.entries()) {
    const report: Report = (severity, rule, path, message) =>
      inFile(severity, rule, ['waivers', index, ...path], message);
    const place = `${waiver.term} ${waiver.document}:${waiver.segment}`;
    if (waived.has(place)) report('warning', 'idle-waiver', [], `${place} is waived above too`);
    waived.add(place);
    checkWaiver(waiver, seen, byId, uses, report);
  }
  return findings;
}

// The terms that a form may be where no rule decides.
function ownersOf(terms: readonly Term[]): Map<string, Set<TermId>> {
  const owners = new Map<string, Set<TermId>>();
  for (const { term, text, when } of terms.flatMap(termFormsOf)) {
    if (when !== undefined) continue;
    const known = owners.get(fold(text));
    if (known === undefined) owners.set(fold(text), new Set([term.id]));
    else known.add(term.id);
  }
  return owners;
}

function checkForms(term: Term, owners: ReadonlyMap<string, ReadonlySet<TermId>>, report: Report): void {
  const written = new Set<string>();
  for (const [index, { text, when }] of termFormsOf(term).entries()) {
    const path = index === 0 ? ['zh'] : ['variants', index - 1, 'form'];
    const key = fold(text);
    if (!/[\p{L}\p{N}]/u.test(key))
      report('error', 'empty-text', path, `“${text}” holds nothing that can be found`);
    if (key.length > LONGEST_FORM)
      report('error', 'long-name', path, `a term has at most ${LONGEST_FORM} characters`);
    if (written.has(key)) report('warning', 'repeated-alias', path, `“${text}” stands here already`);
    written.add(key);
    const others = [...(owners.get(key) ?? [])].filter((id) => id !== term.id);
    if (when === undefined && others.length > 0)
      report(
        'warning',
        'ambiguous-form',
        path,
        `“${text}” is ${others.join(', ')} too, and no rule decides; it counts as none`,
      );
  }
}

function checkPinyin({ zh, pinyin }: Term, report: Report): void {
  if (!isReadable(pinyin)) {
    const message = `“${pinyin}” is no pinyin with tone marks, as in “shǒuhù jìnchéng”`;
    report('error', 'bad-pinyin', ['pinyin'], message);
    return;
  }
  // What is not Han is read in its own language.
  if (/[^\p{Script=Han}\p{P}\s]/u.test(zh)) return;
  const characters = zh.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (!syllablesPossible(pinyin, characters))
    report('error', 'bad-pinyin', ['pinyin'], `“${pinyin}” cannot be ${characters} syllables, as “${zh}” is`);
}

function checkRenderings({ en, admitted, forbidden }: Term, report: Report): void {
  const known = new Map([[keyOfPhrase(en), en]]);
  const forms = [
    ...admitted.map((form, index) => ({ form, isForbidden: false, path: ['admitted', index] })),
    ...forbidden.map((form, index) => ({ form, isForbidden: true, path: ['forbidden', index] })),
  ];
  const refused = new Set<string>();
  if (!hasWords(en)) report('error', 'empty-text', ['en'], `“${en}” has no words`);
  for (const { form, isForbidden, path } of forms) {
    const key = keyOfPhrase(form);
    const before = known.get(key);
    if (!hasWords(form)) report('error', 'empty-text', path, `“${form}” has no words`);
    else if (isForbidden && before !== undefined)
      report('error', 'contradictory-rendering', path, `“${form}” is forbidden, and “${before}” is not`);
    else if (before !== undefined || refused.has(key))
      report('warning', 'repeated-rendering', path, `“${form}” stands here already`);
    if (isForbidden) refused.add(key);
    else known.set(key, form);
  }
}

function hasWords(form: string): boolean {
  return phraseOf(form).some(({ kind }) => kind === 'word');
}

function checkRules(term: Term, entities: Authority['entities'], report: Report): void {
  const check = ({ when }: Sense, at: Path): void => {
    for (const [index, id] of (when?.with ?? []).entries())
      if (!entities.has(id as EntityId))
        report('error', 'unknown-entity', [...at, 'when', 'with', index], unknown(id, entities));
  };
  check(term, []);
  for (const [index, variant] of term.variants.entries()) check(variant, ['variants', index]);
}

function checkWaiver(
  { term, document: id, segment }: Waiver,
  terms: ReadonlySet<TermId>,
  documents: ReadonlyMap<DocumentId, Document>,
  uses: ReadonlyMap<TermId, readonly TermUse[]>,
  report: Report,
): void {
  const place = `${id}:${segment}`;
  const document = documents.get(id);
  if (!terms.has(term)) {
    const near = nearest(term, [...terms]);
    const hint = near === undefined ? '' : `; did you mean “${near}”?`;
    report('error', 'unknown-term', ['term'], `no term “${term}”${hint}`);
  }
  if (document === undefined) {
    report('error', 'unknown-document', ['document'], `no document ${id}`);
    return;
  }
  if (document.presence === 'changed') return;
  const found = document.segments.find((one) => one.id === segment);
  if (found === undefined) {
    report('error', 'orphaned', ['segment'], `no segment ${place}`);
    return;
  }
  // Where the text is not at hand, nobody knows what stands there.
  if (found.zh === null || !terms.has(term)) return;
  const own = (uses.get(term) ?? []).filter((use) => use.document.id === id && use.segment.id === segment);
  if (own.length === 0) report('warning', 'idle-waiver', [], `“${term}” does not stand in ${place}`);
  else if (!own.some(needsWaiver))
    report('warning', 'idle-waiver', [], `${place} renders “${term}” as the termbase says`);
}

function needsWaiver({ rendered: { kind } }: TermUse): boolean {
  return kind === 'none' || kind === 'forbidden';
}

/** Glosses of one document that use a forbidden rendering, or none that the termbase knows, and are not waived. */
export function checkRendered(file: string, uses: readonly TermUse[]): Finding[] {
  const findings: Finding[] = [];
  const report = reportInto(findings, file);
  const told = new Set<string>();
  for (const use of uses) {
    const { term, segment, span, rendered, waiver } = use;
    if (waiver !== undefined || !needsWaiver(use) || segment.status === 'stale') continue;
    const form = rendered.kind === 'forbidden' ? rendered.form : '';
    // Once for a segment, however often it has the term.
    const place = `${term.id} ${segment.id} ${form}`;
    if (told.has(place)) continue;
    told.add(place);
    const quote = (segment.zh ?? '').slice(span.start, span.end);
    const path = ['glosses', segment.id];
    if (rendered.kind === 'forbidden')
      report('warning', 'forbidden-rendering', path, `“${quote}” is not “${form}” here but “${term.en}”`);
    else
      report(
        'info',
        'other-rendering',
        path,
        `“${quote}” is neither “${term.en}” nor any other known rendering`,
      );
  }
  return findings;
}
