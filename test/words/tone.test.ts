import { describe, expect, it } from 'vitest';
import { marked, readable, spelled, withMarks } from '../../server/words/tone.ts';

describe('marked', () => {
  it.each([
    ['zhong4', 'zhòng'],
    ['lu:4', 'lǜ'],
    ['nu:3', 'nǚ'],
    ['lu:e4', 'lüè'],
    ['gui4', 'guì'],
    ['liu2', 'liú'],
    ['dou1', 'dōu'],
    ['hao3', 'hǎo'],
    ['xiong2', 'xióng'],
    ['r5', 'r'],
    ['le5', 'le'],
    ['m2', 'ḿ'],
    ['ng4', 'ǹg'],
    ['An1', 'Ān'],
    ['e4', 'è'],
    ['er2', 'ér'],
    ['A', 'A'],
    ['1', '1'],
    ['xx5', 'xx'],
  ])('%s is %s', (numbered, pinyin) => {
    expect(marked(numbered)).toBe(pinyin);
    // The second time from what is kept.
    expect(marked(numbered)).toBe(pinyin);
  });
});

describe('readable', () => {
  it.each([
    ['zhong4 liang4', 'zhòngliàng'],
    ['Xi1 an1', 'Xī’ān'],
    ['yi1 dian3 r5', 'yīdiǎnr'],
    ['T xu4', 'T xù'],
    ['xue4 zhai4 yao4 yong4 xue4 lai2 huan2', 'xuè zhài yào yòng xuè lái huán'],
    ['bu4 guan3 san1 qi1 er4 shi2 yi1', 'bù guǎn sān qī èr shí yī'],
    ['ren2 wei2 cai2 si3 , niao3 wei2 shi2 wang2', 'rén wéi cái sǐ, niǎo wéi shí wáng'],
  ])('%s is %s', (numbered, pinyin) => {
    expect(readable(numbered)).toBe(pinyin);
  });
});

it('sets an apostrophe before a syllable that begins with a vowel', () => {
  expect(spelled(['nǚ', 'ér'])).toBe('nǚ’ér');
  expect(spelled(['ér', 'nǚ'])).toBe('érnǚ');
});

it('marks the pinyin within a sense, and nothing else in brackets', () => {
  expect(withMarks('variant of 騁|骋[cheng3] [sic] (see 西安市[Xi1 an1 Shi4])')).toBe(
    'variant of 騁|骋[chěng] [sic] (see 西安市[Xī’ānShì])',
  );
});
