import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FIXES } from '../../server/core/word-fixes.ts';
import { cutterOver } from '../../server/words/cutter.ts';
import { buildSegmenter } from '../../server/words/segmenter.ts';

const segment = buildSegmenter(['开放容器倡议', '云原生', '守护进程']);
const isKnown = (word: string) => ['一个', '不同', '这个'].includes(word);
const cut = cutterOver(segment, isKnown, NO_FIXES);
const shown = (text: string, how = cut) => how(text).join('|');
const corrected = (fixes: { join?: string[]; split?: string[][] }) =>
  cutterOver(segment, isKnown, { join: [], split: [], ...fixes });

describe('the words of a text', () => {
  it.each([
    ['云原生与守护进程', '云原生|与|守护进程'],
    ['加入开放容器倡议', '加入|开放容器倡议'],
    ['用v1.11和1.12版', '用|v1.11|和|1.12|版'],
    ['2.5亿人、1200万、30万台', '2.5亿|人|、|1200万|、|30万|台'],
    ['涨99.9%，共10GB', '涨|99.9%|，|共|10GB'],
    ['２０１７年', '２０１７|年'],
    ['见https://a.example/b?c=d。', '见|https://a.example/b?c=d|。'],
    ['用kube-apiserver和C++', '用|kube-apiserver|和|C++'],
    ['改/etc/hosts与nginx:1.25', '改|/etc/hosts|与|nginx:1.25'],
    ['ＣｏｒｅＯＳ公司', 'ＣｏｒｅＯＳ|公司'],
    ['TCP/IP、Node.js、AT&T', 'TCP/IP|、|Node.js|、|AT&T'],
    ['唉……是——', '唉|……|是|——'],
    ['a　 \t b', 'a|　 \t |b'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(shown(text)).toBe(words);
  });

  it('tells a word that counts, points or qualifies from the word behind it, unless a dictionary has both as one', () => {
    expect(shown('一台，很长，这份，一个，不同')).toBe('一|台|，|很|长|，|这|份|，|一个|，|不同');
    expect(shown('河上有船，船里有灯')).toBe('河|上|有|船|，|船|里|有|灯');
  });

  it('never cuts a character, however many code points it has', () => {
    for (const one of ['𠮷', '👨‍👩‍👧', '🇨🇳', '👍🏽', 'é', '葛\u{e0100}', '𠮷\u{e0101}'])
      expect(cut(`在${one}家`)).toContain(one);
  });

  it('takes a long text without a sign, and long ones without Han', () => {
    for (const text of ['这是一段没有标点的文字', 'a-', '1,', '$/', 'http://', 'a@', '-', '\u0301'].map(
      (one) => one.repeat(20_000),
    ))
      expect(cut(text).join('')).toBe(text);
  });
});

describe('a correction', () => {
  it('joins what was cut, and takes it out of words that it crosses', () => {
    expect(shown('被红牌罚出局', corrected({ join: ['红牌罚出局'] }))).toBe('被|红牌罚出局');
    expect(shown('容器编排', corrected({ join: ['器编'] }))).toBe('容|器编|排');
  });

  it('leaves a longer word whole', () => {
    expect(shown('守护进程', corrected({ join: ['进程'] }))).toBe('守护进程');
  });

  it('splits wherever its stretch stands, in a longer word too', () => {
    expect(shown('守护进程', corrected({ split: [['守护', '进程']] }))).toBe('守护|进程');
  });

  it('that begins first counts, and of those the longest', () => {
    const how = corrected({ join: ['红牌', '红牌罚'], split: [['牌', '罚']] });
    expect(shown('红牌罚', how)).toBe('红牌罚');
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '𠮷',
      '\ud800',
      '\udc00',
      '守护进程',
      '一台',
      '2.5亿',
      ' \n',
      '👨‍👩‍👧',
      '\u200f',
      '…',
      '\u0301',
      '-',
      '/',
      '.',
    ),
  );
  const text = fc.array(piece).map((pieces) => pieces.join(''));
  const how = corrected({
    join: ['𠮷一', '一台'],
    split: [
      ['守', '护进程'],
      ['一', '2.5亿'],
    ],
  });

  it('is its words, joined, none of them empty', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const words of [cut(one), how(one)]) {
          expect(words.join('')).toBe(one);
          expect(words).not.toContain('');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never cut within a surrogate pair', () => {
    fc.assert(
      fc.property(text, (one) => {
        let end = 0;
        for (const word of how(one)) {
          end += word.length;
          expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(one.slice(end - 1, end + 1))).toBe(false);
        }
      }),
    );
  });
});
