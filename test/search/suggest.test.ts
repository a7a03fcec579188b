import { describe, expect, it } from 'vitest';
import { harbour } from './harbour.ts';
import { searchIn } from './search-in.ts';

const search = await searchIn(harbour);
const suggested = (typed: string, limit = 8): string[] =>
  search.suggest(typed, limit).map(({ text }) => text);

describe('suggestions', () => {
  it('are names and titles that begin like what is typed, or have a word that does', () => {
    expect(suggested('nor')).toEqual(['Northern Lights Office']);
    expect(suggested('lights')).toEqual(['Northern Lights Office']);
    expect(suggested('灯塔')).toEqual(['灯塔的账', '北方灯塔局']);
    expect(suggested('quay')).toEqual(['A Day on the Quay']);
  });

  it('know no case, width or script', () => {
    expect(suggested('ＮＬ')).toEqual(['NLO']);
    expect(suggested('燈塔')).toEqual(suggested('灯塔'));
  });

  it('give each thing once, and no more than asked for', () => {
    expect(suggested('北')).toHaveLength(1);
    expect(suggested('灯', 1)).toHaveLength(1);
    expect(suggested('灯', 0)).toEqual([]);
  });

  it('give nothing for nothing, nor for what nothing begins with', () => {
    for (const typed of ['', ' ', 'zzz', '<script>', '__proto__', '\u200f'])
      expect(suggested(typed)).toEqual([]);
  });

  it('say what they lead to', () => {
    expect(search.suggest('NLO', 1)).toEqual([
      { kind: 'entity', id: 'office', text: 'NLO', type: 'organisation' },
    ]);
    expect(search.suggest('码头', 1)).toEqual([{ kind: 'document', id: 'quay', text: '码头一日' }]);
  });
});
