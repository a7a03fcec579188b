import { describe, expect, it } from 'vitest';
import { beginsSyllable, syllablesIn } from '../../server/search/syllable.ts';

const known = new Set(['an', 'fan', 'fang', 'gan', 'lv', 'nv', 'qi', 'rong', 'xi', 'xian']);
const read = (typed: string): string[] => syllablesIn(typed, known).map((one) => one.join(' '));

describe('syllablesIn()', () => {
  it.for(['rongqi', 'rong qi', 'róngqì', 'RÓNG QÌ', 'rong2qi4', 'rong2 qi4', 'rong-qi', "rong'qi"])(
    'reads %s',
    (typed) => {
      expect(read(typed)).toEqual(['rong qi']);
    },
  );

  it('reads ü however it is typed', () => {
    for (const typed of ['nǚlǜ', 'nülü', 'nvlv', 'nu:lu:', 'nü3lü4']) expect(read(typed)).toContain('nv lv');
  });

  it('tries all ways to cut a word, the longest syllables first', () => {
    expect(read('fangan').slice(0, 2)).toEqual(['fang an', 'fan gan']);
    expect(read('xian')).toContain('xi an');
  });

  it('reads nothing that is no pinyin', () => {
    for (const typed of ['docker', '容器', '', ' ', 'rongqi!', '1', "'"]) expect(read(typed)).toEqual([]);
  });

  it('gives up in time on what can be cut in very many ways, and in none', () => {
    expect(read(`${'an'.repeat(29)}q`)).toEqual([]);
    expect(read('an'.repeat(30)).length).toBeLessThanOrEqual(6);
    expect(read('an'.repeat(100))).toEqual([]);
  });
});

describe('beginsSyllable()', () => {
  it('is true of what may be pinyin, with tones or without', () => {
    expect(['rong', 'róng', 'qi4', 'rongqi'].every((word) => beginsSyllable(word, known))).toBe(true);
    expect(['docker', '容', '', '4'].some((word) => beginsSyllable(word, known))).toBe(false);
  });
});
