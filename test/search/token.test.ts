import { describe, expect, it } from 'vitest';
import { bigramsOf, hanRuns, stemOf, tokensOf, wordsIn } from '../../server/search/token.ts';

describe('tokensOf()', () => {
  it('gives every two Han characters that stand together, and each stem', () => {
    expect(tokensOf('用docker运行容器。')).toEqual(['运行', '行容', '容器', 'docker']);
  });

  it('takes a character of two units for one', () => {
    expect(bigramsOf('𠮷祥号')).toEqual(['𠮷祥', '祥号']);
  });

  it('makes no pair over a space, a sign or a line', () => {
    expect(bigramsOf('灯 塔，风\n雾')).toEqual([]);
    expect(hanRuns('灯塔，风').map(({ characters, start }) => [characters.join(''), start])).toEqual([
      ['灯塔', 0],
      ['风', 3],
    ]);
  });

  it('finds nothing in what is no word', () => {
    expect(tokensOf('')).toEqual([]);
    expect(tokensOf('… 🙂 \u200f —— <>&"')).toEqual([]);
  });
});

describe('wordsIn()', () => {
  it('keeps versions whole and says where words stand', () => {
    expect(wordsIn('k8s 1.0.2, v1.11-rc')).toEqual([
      { text: 'k8s', start: 0 },
      { text: '1.0.2', start: 4 },
      { text: 'v1.11', start: 11 },
      { text: 'rc', start: 17 },
    ]);
  });
});

describe('stemOf()', () => {
  it('is the same for the forms of a word', () => {
    expect(stemOf('containers')).toBe(stemOf('container'));
    expect(stemOf('orchestrating')).toBe(stemOf('orchestrate'));
  });

  it('leaves numbers and other scripts alone', () => {
    expect([stemOf('1.11'), stemOf('k8s'), stemOf('größes')]).toEqual(['1.11', 'k8s', 'größes']);
  });
});
