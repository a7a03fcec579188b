import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntityId } from '../../server/core/entity.ts';
import { proofread } from '../../server/core/proofread.ts';
import { parseDocumentId } from '../../server/core/segment.ts';
import type { Sense, Term, Termbase, Variant, Waiver } from '../../server/core/term.ts';
import { DOMAINS, parseTermId, TERM_SOURCES, VARIANT_KINDS } from '../../server/core/term.ts';
import { readTerms, writeTerms } from '../../server/corpus/terms.ts';
import { bilingual, id, text } from './arbitrary.ts';
import { corpusWith } from './keepers.ts';

const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 3 });
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/);
const sense = fc.record(
  {
    when: fc.constantFrom({ with: [parseEntityId('a')] }, { after: ['no', '2014'] }, { before: ['~'] }),
    unless: fc.array(text, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Sense>;
const withSense = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item & Sense> =>
  fc.tuple(item, sense).map(([one, own]) => ({ ...one, ...own }));
const variant: fc.Arbitrary<Variant> = withSense(
  fc.record({ form: text, kind: fc.constantFrom(...VARIANT_KINDS) }),
);
const term: fc.Arbitrary<Term> = withSense(
  fc.record({
    id: slug.map(parseTermId),
    zh: text,
    variants: some(variant),
    pinyin: text,
    en: text,
    admitted: some(text),
    forbidden: some(text),
    note: bilingual,
    domain: fc.constantFrom(...DOMAINS),
    source: fc.constantFrom(...TERM_SOURCES),
  }),
);
const waiver: fc.Arbitrary<Waiver> = fc.record({
  term: slug.map(parseTermId),
  document: slug.map(parseDocumentId),
  segment: id,
  reason: bilingual,
});
const termbase: fc.Arbitrary<Termbase> = fc.record({ terms: some(term), waivers: some(waiver) });

describe('write, then read', () => {
  it('gives a termbase back', () => {
    fc.assert(
      fc.property(termbase, (one) => {
        expect(readTerms('terms.yaml', writeTerms(one))).toMatchObject({ layer: one, findings: [] });
      }),
    );
  });
});

describe('terms.yaml', () => {
  const file = readFileSync(new URL('../../corpus/terms.yaml', import.meta.url), 'utf8');
  const { layer, findings } = readTerms('terms.yaml', file);

  it('says after writing what it said before', () => {
    expect(findings).toEqual([]);
    expect(readTerms('terms.yaml', writeTerms(layer)).layer).toEqual(layer);
  });

  it('holds at least 120 terms, of every domain', () => {
    expect(layer.terms.length).toBeGreaterThanOrEqual(120);
    expect(new Set(layer.terms.map(({ domain }) => domain)).size).toBe(DOMAINS.length);
  });

  it('is well written in both languages', () => {
    const notes = layer.terms.map(({ note }, index) => ({ path: ['terms', index], ...note }));
    const reasons = layer.waivers.map(({ reason }, index) => ({ path: ['waivers', index], ...reason }));
    const prose = [...notes, ...reasons].flatMap(({ path, zh, en }) => [
      { file: 'terms.yaml', path, language: 'zh' as const, text: zh },
      // A term of which the English speaks stands there in Chinese.
      { file: 'terms.yaml', path, language: 'en' as const, text: en.replace(/[\p{Script=Han}…]+/gu, 'X') },
    ]);
    expect(proofread(prose)).toEqual([]);
  });
});

const LAMP = `terms:
  - id: lamp
    zh: 灯社
    pinyin: dēngshè
    en: lamp
    note: { zh: 一个词。, en: A word. }
    domain: language
    source: texts
`;

describe('a termbase', () => {
  it('is read without a finding when nothing is wrong, and need not be there', async () => {
    expect((await corpusWith({ 'terms.yaml': LAMP })).faults).toEqual([]);
    expect((await corpusWith({ 'terms.yaml': '' })).faults).toEqual([]);
    expect((await corpusWith({})).faults).toEqual([]);
  });

  it.each([
    ['a term without pinyin', LAMP.replace('    pinyin: dēngshè\n', ''), '2:5 error missing-key'],
    ['pinyin without tones', LAMP.replace('dēngshè', 'dengshe'), '4:5 error bad-pinyin'],
    ['an unknown key', LAMP.replace('zh: 灯社', 'zh: 灯社\n    tradition: 燈社'), '4:5 error unknown-key'],
    ['an unknown domain', LAMP.replace('language', 'poetry'), '7:5 error unknown-value'],
    ['a bad id', LAMP.replace('lamp\n', 'Lamp!\n'), '2:5 error bad-id'],
    ['a rule that asks for nothing', `${LAMP}    when: {}\n`, '9:5 error empty-text'],
    ['a rule for nobody', `${LAMP}    when: { with: [nobody] }\n`, '9:20 error unknown-entity'],
    ['a file that does not parse', 'terms: [', '1:9 error syntax'],
    ['a file of another kind', '- x\n', '1:1 error type'],
    [
      'a waiver of what never was',
      `${LAMP}waivers:\n  - { term: lamb, document: lamp, segment: s1, reason: { zh: 因, en: So } }\n`,
      '10:7 error unknown-term',
    ],
    [
      'a waiver of nothing',
      `${LAMP}waivers:\n  - { term: lamp, document: lamp, segment: s1, reason: { zh: 因, en: So } }\n`,
      '10:5 warning idle-waiver',
    ],
    [
      'a place behind what is left out',
      LAMP.replace('terms:\n', 'terms:\n  - nothing\n').replace('dēngshè', 'deng'),
      '5:5 error bad-pinyin',
    ],
  ])('finds %s', async (_, file, fault) => {
    const { faults } = await corpusWith({ 'terms.yaml': file });
    expect(faults).toContain(`terms.yaml:${fault}`);
  });
});
