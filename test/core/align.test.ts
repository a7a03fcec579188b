import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../server/core/align.ts';
import { align } from '../../server/core/align.ts';
import type { Bead } from '../../server/core/bead.ts';
import { confidenceOf } from '../../server/core/bead.ts';
import { openRenderings } from '../../server/wording.ts';
import { f1Of, readGold } from '../align/beads.ts';

const known = await openRenderings();
const sentences = (texts: readonly string[]): Sentence[] => texts.map((text) => ({ text }));
const aligned = (zh: readonly string[], en: readonly string[]): Bead[] =>
  align(sentences(zh), sentences(en), known);
const show = (beads: readonly Bead[]): string => beads.map(({ zh, en }) => `${zh}:${en}`).join(' ');

const ZH = [
  '船夫姓宋。',
  '他有一只黑狗。',
  '昨天下了一场大雨。',
  '桥被水冲走了。',
  '我们等了三天。',
  '今天早上太阳出来了。',
];
const EN = [
  'The boatman was called Song.',
  'He had a black dog.',
  'Yesterday there was heavy rain.',
  'The bridge was swept away by the water.',
  'We waited three days.',
  'This morning the sun came out.',
];

describe('align', () => {
  it.each([
    ['ferry', 0.92],
    ['clinic', 0.95],
    ['tides', 0.95],
  ])('aligns %s as people did, nearly everywhere', (name, least) => {
    const gold = readGold(name);
    expect(f1Of(aligned(gold.zh, gold.en), gold)).toBeGreaterThanOrEqual(least);
  });

  it('pairs sentences that say the same one by one', () => {
    expect(show(aligned(ZH, EN))).toBe('0:0 1:1 2:2 3:3 4:4 5:5');
  });

  it('leaves alone what was not translated, and what was added', () => {
    expect(show(aligned(ZH, EN.toSpliced(2, 2)))).toBe('0:0 1:1 2: 3: 4:2 5:3');
    const added = EN.toSpliced(3, 0, 'Nobody in the capital has ever heard of such a thing as a telescope.');
    expect(show(aligned(ZH, added))).toBe('0:0 1:1 2:2 :3 3:4 4:5 5:6');
  });

  it('joins what the translator cut, and cuts what he joined', () => {
    expect(show(aligned([...ZH.slice(0, 2), (ZH[2] ?? '') + ZH[3], ...ZH.slice(4)], EN))).toBe(
      '0:0 1:1 2:2,3 3:4 4:5',
    );
    const joined = `${EN[0]?.slice(0, -1)}, and he had a black dog.`;
    expect(show(aligned(ZH, [joined, ...EN.slice(2)]))).toBe('0,1:0 2:1 3:2 4:3 5:4');
  });

  it('finds names by their sound, numbers however they are written, and what is Latin in both', () => {
    const zh = ['李明远走了。', '王芳芳来了。', '那是1998年。', '共有三百五十人。', '用 Docker 吧。'];
    const en = ['Use Docker.', 'Wang Fangfang.', 'Li Mingyuan.', 'There were 350.', 'It was 1998.'];
    for (const [at, other] of [2, 1, 4, 3, 0].entries()) {
      const beads = aligned([zh[at] ?? '', ZH[1] ?? ''], [en[other] ?? '', EN[1] ?? '']);
      expect(show(beads)).toBe('0:0 1:1');
    }
  });

  it('pairs empty lines', () => {
    expect(show(aligned([ZH[0] ?? '', '', ZH[1] ?? ''], [EN[0] ?? '', '', EN[1] ?? '']))).toBe('0:0 1:1 2:2');
  });

  it('says that texts have nothing to do with each other', () => {
    const [ferry, clinic] = [readGold('ferry'), readGold('clinic')];
    expect(confidenceOf(aligned(ferry.zh, ferry.en))).toBeGreaterThan(0.6);
    expect(confidenceOf(aligned(ferry.zh, clinic.en))).toBeLessThan(0.3);
    expect(confidenceOf([])).toBe(0);
  });

  it('takes blocks and signs for anchors where words say nothing', () => {
    const zh = [
      { text: '其一', opens: true, signs: ['is heading'] },
      { text: '嗯嗯嗯。', opens: true },
      { text: '其二', opens: true, signs: ['is heading'] },
    ];
    const en = [
      { text: 'Foo', opens: true, signs: ['is heading'] },
      { text: 'Qux quux corge grault.', opens: true },
      { text: 'Bar', opens: true, signs: ['is heading'] },
    ];
    expect(show(align(zh, en, known))).toBe('0:0 1:1 2:2');
  });

  const line = fc.oneof(
    fc.constantFrom(
      ...ZH,
      ...EN,
      '',
      ' ',
      '<i>"\'&',
      '𠮷',
      '\ud842',
      '\u200f（',
      '１２３',
      '=#1',
      '~not',
      'a'.repeat(500),
      '。'.repeat(99),
    ),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  const lines = fc.array(line, { maxLength: 24 });

  it('has every sentence of either text in exactly one bead, in order, whatever they are', () => {
    fc.assert(
      fc.property(lines, lines, (zh, en) => {
        const beads = aligned(zh, en);
        expect(beads.flatMap((bead) => bead.zh)).toEqual([...zh.keys()]);
        expect(beads.flatMap((bead) => bead.en)).toEqual([...en.keys()]);
        for (const { zh: ours, en: theirs, score } of beads) {
          expect(ours.length + theirs.length).toBeGreaterThan(0);
          expect(score >= 0 && score <= 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds that for texts of very unequal length, too', () => {
    for (const [zh, en] of [
      [ZH, Array.from({ length: 900 }, (_, at) => `${EN[at % 6]} ${at}`)],
      [Array.from({ length: 900 }, (_, at) => `${ZH[at % 6]}${at}`), EN],
      [['船'.repeat(100_000)], EN],
      [[], EN],
      [ZH, []],
      [[], []],
    ] as const) {
      const beads = aligned(zh, en);
      expect(beads.flatMap((bead) => bead.zh)).toEqual([...zh.keys()]);
      expect(beads.flatMap((bead) => bead.en)).toEqual([...en.keys()]);
    }
  });

  it('finds the way again behind a stretch that only one of them has', () => {
    const { zh, en, beads } = readGold('ferry');
    const other = readGold('tides').en;
    const found = aligned(zh, [...other, ...en]);
    const shifted = beads.map((bead) => ({ zh: bead.zh, en: bead.en.map((at) => at + other.length) }));
    const gold = { zh, en, beads: [...other.map((_, at) => ({ zh: [], en: [at] })), ...shifted] };
    expect(f1Of(found, gold)).toBeGreaterThan(0.85);
  });
});
