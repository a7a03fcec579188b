import type { Document } from './document.ts';
import type { Finding } from './finding.ts';
import { isWordUnit } from './name.ts';
import type { Span } from './span.ts';

/** What the names in a document leave open: forms that could be several entities, and what looks like a name and is nobody's. */
export function checkNames(document: Document, file: string, ordinary: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const uncovered = new Map<string, { index: number; count: number }>();
  for (const [index, { id, zh, debris, kind, names, marks }] of document.segments.entries()) {
    if (debris || kind === 'code') continue;
    for (const side of ['zh', 'en'] as const) {
      for (const { quote, entities } of names[side].ambiguities) {
        const message = `“${quote}” in ${id} (${side}) could be ${entities.join(' or ')}; mentions.yaml can say which`;
        findings.push({
          rule: 'ambiguous-mention',
          severity: 'warning',
          place: { file, path: ['segments', index] },
          message,
        });
      }
    }
    if (zh === null) continue;
    const closed = [
      ...names.zh.mentions,
      ...names.zh.ambiguities,
      ...marks.filter((mark) => mark.kind === 'code'),
    ];
    for (const name of nameLike(zh, closed)) {
      if (ordinary.has(name.toLowerCase())) continue;
      const known = uncovered.get(name);
      uncovered.set(name, known === undefined ? { index, count: 1 } : { ...known, count: known.count + 1 });
    }
  }
  for (const [name, { index, count }] of uncovered) {
    const times = count === 1 ? '' : `, ${count} times`;
    findings.push({
      rule: 'uncovered-name',
      severity: 'info',
      place: { file, path: ['segments', index] },
      message: `“${name}” looks like a name and is no entity’s${times}`,
    });
  }
  return findings;
}

// A Latin word with a capital in it; a foreigner’s name with its dot; what calls itself a company, a foundation, a university.
const LATIN = /[A-Za-z][A-Za-z0-9]*(?:[.+#-][A-Za-z0-9]+)*/g;
const DOTTED = /[\p{Script=Han}]{1,6}(?:[·•・][\p{Script=Han}]{1,8})+/gu;
const BODY = /[\p{Script=Han}A-Za-z]{2,6}?(?:公司|基金会|大学|研究院|实验室|委员会|联盟|大会)/gu;
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[\w.-]+\.(?:com|org|net|io|cn|dev)\b\S*/g;
// Words that hold such an ending without being anybody's name.
const NO_BODY =
  /^(?:.*(?:这|那|各|该|本|某|每|几|多|家|个|的|是|在|和|与|由|等|为|对|了|我们|他们|其他|一些|许多|分|总|子|小|大))(?:公司|基金会|大学|研究院|实验室|委员会|联盟|大会)$/u;

function* nameLike(text: string, closed: readonly Span[]): Generator<string> {
  const shut = [
    ...closed,
    ...[...text.matchAll(ADDRESS)].map(({ 0: address, index }) => spanOf(index, address)),
  ];
  const isOpen = (span: Span): boolean =>
    shut.every(({ start, end }) => span.end <= start || end <= span.start);
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    if (!/[A-Z]/.test(word) || word.length < 2 || isWordUnit(text[index - 1] ?? '')) continue;
    if (isOpen(spanOf(index, word))) yield word;
  }
  for (const pattern of [DOTTED, BODY])
    for (const { 0: name, index } of text.matchAll(pattern))
      if (isOpen(spanOf(index, name)) && !NO_BODY.test(name)) yield name;
}

function spanOf(start: number, { length }: string): Span {
  return { start, end: start + length };
}
