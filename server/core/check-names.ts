import type { Document, DocumentSegment } from './document.ts';
import type { Finding, Path, Report } from './finding.ts';
import { reportInto } from './finding.ts';
import { addressesIn } from './link.ts';
import { isWordUnit } from './name.ts';
import type { Span } from './span.ts';
import { overlapWith } from './span.ts';

/** What the names in a document leave open: forms that could be several entities, and what looks like a name and is nobody's. */
export function checkNames(document: Document, file: string, ordinary: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const report = reportInto(findings, file);
  const uncovered = new Map<string, { index: number; count: number }>();
  for (const [index, segment] of document.segments.entries()) {
    if (segment.debris || segment.kind === 'code') continue;
    checkAmbiguities(segment, ['segments', index], report);
    for (const name of nameLikeIn(segment)) {
      if (ordinary.has(name.toLowerCase())) continue;
      const known = uncovered.get(name);
      uncovered.set(name, known === undefined ? { index, count: 1 } : { ...known, count: known.count + 1 });
    }
  }
  for (const [name, { index, count }] of uncovered) {
    const times = count === 1 ? '' : `, ${count} times`;
    const message = `“${name}” looks like a name and is no entity’s${times}`;
    report('info', 'uncovered-name', ['segments', index], message);
  }
  return findings;
}

function checkAmbiguities({ id, names }: DocumentSegment, path: Path, report: Report): void {
  for (const side of ['zh', 'en'] as const)
    for (const { quote, entities } of names[side].ambiguities) {
      const message = `“${quote}” in ${id} (${side}) could be ${entities.join(' or ')}; mentions.yaml can say which`;
      report('warning', 'ambiguous-mention', path, message);
    }
}

function nameLikeIn({ zh, names, marks }: DocumentSegment): Iterable<string> {
  const codes = marks.filter((mark) => mark.kind === 'code');
  return zh === null ? [] : nameLike(zh, [...names.zh.mentions, ...names.zh.ambiguities, ...codes]);
}

// A Latin word with a capital in it; a foreigner’s name with its dot; what calls itself a foundation or a university, and stands where
// a word begins, with nothing in it that only joins words.
const LATIN = /[A-Za-z][A-Za-z0-9]*(?:[.+#-][A-Za-z0-9]+)*/g;
const DOTTED = /\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,8})+/gu;
const BODY =
  /(?<!\p{Script=Han})(?:(?![的了是在和与由等为对把被从到这那个各该本某每几多家一其有让使当但而像归])\p{Script=Han}){2,6}(?:基金会|大学|研究院|实验室|联盟)/gu;

function* nameLike(text: string, closed: readonly Span[]): Generator<string> {
  const isShut = overlapWith([...closed, ...addressesIn(text)]);
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    if (!/[A-Z]/.test(word) || word.length < 2 || isWordUnit(text[index - 1] ?? '')) continue;
    if (!isShut(index, index + word.length)) yield word;
  }
  for (const pattern of [DOTTED, BODY])
    for (const { 0: name, index } of text.matchAll(pattern))
      if (!isShut(index, index + name.length)) yield name;
}
