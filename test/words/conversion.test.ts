import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openConversion } from '../../server/words/conversion.ts';

const [traditional, simplified] = await Promise.all([openConversion('hant'), openConversion('hans')]);

const PAIRS = [
  ['头发', '頭髮'],
  ['发展', '發展'],
  ['理发师发现', '理髮師發現'],
  ['皇后', '皇后'],
  ['后来', '後來'],
  ['干净', '乾淨'],
  ['干部', '幹部'],
  ['干扰', '干擾'],
  ['面条', '麵條'],
  ['里面', '裡面'],
  ['公里', '公里'],
  ['一只鸟', '一隻鳥'],
  ['只有', '只有'],
  ['钟表', '鐘錶'],
  ['表示', '表示'],
  ['系统', '系統'],
  ['关系', '關係'],
  ['系鞋带', '繫鞋帶'],
  ['云计算', '雲計算'],
  ['重复', '重複'],
  ['复杂', '複雜'],
  ['征求', '徵求'],
  ['长征', '長征'],
  ['制造', '製造'],
  ['制度', '制度'],
  ['准备', '準備'],
  ['批准', '批准'],
  ['台风', '颱風'],
  ['范围', '範圍'],
  ['千钧一发', '千鈞一髮'],
  ['看着', '看著'],
  ['为了', '為了'],
  ['𠮷野家开业', '𠮷野家開業'],
] as const;

describe('a text in other characters', () => {
  it.each(PAIRS)('%s is %s', (simple, traditionally) => {
    expect(traditional(simple)).toBe(traditionally);
    expect(simplified(traditionally)).toBe(simple);
  });

  it('keeps its words: nothing is put as another place would say it', () => {
    expect(traditional('软件、网络、内存、程序')).toBe('軟件、網絡、內存、程序');
    expect(simplified('軟體、網路、記憶體、程式')).toBe('软体、网路、记忆体、程式');
  });

  it('tells 著 that is to write from the particle', () => {
    expect(simplified('他看著編者編著的原著與論著，著述不輟，名著著名')).toBe(
      '他看着编者编著的原著与论著，著述不辍，名著著名',
    );
  });

  it('stays as it is where it is in these characters already', () => {
    for (const [simple] of PAIRS) expect(simplified(simple)).toBe(simple);
    for (const text of ['頭髮', '發展', '後來', '裡面', '一隻鳥', '看著'])
      expect(traditional(text)).toBe(text);
  });

  it('is as long as it was, unit by unit, whatever it is', () => {
    const han = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code));
    const rare = fc.integer({ min: 0x20000, max: 0x323af }).map((code) => String.fromCodePoint(code));
    const compatible = fc.integer({ min: 0xf900, max: 0xfaff }).map((code) => String.fromCharCode(code));
    const lone = fc.constantFrom('\ud800', '\udfff', '\ud842');
    const odd = fc.constantFrom(
      '𠮷',
      '👨‍👩‍👧',
      '🇨🇳',
      '\u200f',
      '⿰亻尔',
      '<i>"\'&',
      '髮',
      '发',
      '你干的\ufe00',
    );
    const any = fc.oneof(han, rare, compatible, lone, odd, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(any), (pieces) => {
        const text = pieces.join('');
        for (const convert of [traditional, simplified]) {
          const shown = convert(text);
          expect(shown).toHaveLength(text.length);
          for (let at = 0; at < text.length; at += 1) {
            const [own, other] = [text.charCodeAt(at), shown.charCodeAt(at)];
            if (isHalf(own) || isHalf(other)) expect(isHalf(own) && isHalf(other)).toBe(true);
            if (own < 0x2e80) expect(other).toBe(own);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}
