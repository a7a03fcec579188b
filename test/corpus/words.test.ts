import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordFixes } from '../../server/core/word-fixes.ts';
import { readWordFixes, writeWordFixes } from '../../server/corpus/words.ts';

const read = (text: string) => readWordFixes('words.yaml', text);
const faults = (text: string) =>
  read(text).findings.map(({ rule, place }) => `${place.line}:${place.column} ${rule}`);

describe('words.yaml', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
    .filter((one) => !/\s/.test(one) && one.isWellFormed());
  const han = fc.constantFrom('还', '长', '银行', '𠮷', '调度');
  const beside = fc.array(word, { minLength: 1, maxLength: 3 });
  const fixes: fc.Arbitrary<WordFixes> = fc.record({
    join: fc.uniqueArray(
      word.map((one) => `甲${one}`),
      { maxLength: 4 },
    ),
    split: fc.uniqueArray(
      fc.array(word, { minLength: 2, maxLength: 4 }).map((one) => ['乙', ...one]),
      { maxLength: 4, selector: (one) => one.join('') },
    ),
    readings: fc.array(
      fc
        .tuple(
          han,
          fc.constantFrom('huán', 'nǚ’ér', 'shǒuhù jìnchéng', 'de'),
          fc.option(beside, { nil: undefined }),
          fc.option(beside, { nil: undefined }),
        )
        .map(([one, pinyin, after, before]) => ({
          word: one,
          pinyin,
          ...(after && { after }),
          ...(before && { before }),
        })),
      { maxLength: 4 },
    ),
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fixes, (one) => {
        const { layer, findings } = read(writeWordFixes(one));
        expect(findings).toEqual([]);
        expect(layer).toEqual(one);
      }),
    );
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing yet\n', '{}'])
      expect(read(text)).toMatchObject({ layer: { join: [], split: [], readings: [] }, findings: [] });
  });

  it.each([
    ['joins: [一二]', ['1:1 unknown-key']],
    ['join: [一]', ['1:8 no-correction']],
    ['join: [云 原生]', ['1:8 no-correction']],
    ['join: 云原生', ['1:1 type']],
    ['split: [云原生]', ['1:9 type']],
    ['split: [[云原生]]', ['1:9 no-correction']],
    ["split: [[云, '']]", ['1:13 empty-text']],
    ['join: [云原生, 云原生]', ['1:13 repeated-correction']],
    ['join: [云原生]\nsplit: [[云, 原生]]', ['2:9 repeated-correction']],
    ['readings: [{ word: 还 }]', ['1:12 missing-key']],
    ['readings: [{ word: 还, pinyin: huan2 }]', ['1:23 bad-pinyin']],
    ['readings: [{ word: Docker, pinyin: dé }]', ['1:14 no-correction']],
    ['readings: [{ word: 还, pinyin: huán, before: [] }]', ['1:37 empty-text']],
    ['readings: [{ word: 还, pinyin: huán, then: x }]', ['1:37 unknown-key']],
    ['join: [', ['1:8 syntax']],
    ['- a', ['1:1 type']],
  ])('%s is told where it is wrong', (text, found) => {
    expect(faults(text)).toEqual(found);
  });

  it('keeps what is right beside what is wrong', () => {
    expect(read('join: [一, 云原生]\nreadings: [{ word: 还, pinyin: huán, before: [] }]').layer).toEqual({
      join: ['云原生'],
      split: [],
      readings: [],
    });
  });

  it('of the corpus has no fault', () => {
    expect(read(readFileSync('corpus/words.yaml', 'utf8')).findings).toEqual([]);
  });
});
