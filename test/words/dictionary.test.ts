import { describe, expect, it } from 'vitest';
import { dictionaryOf, openDictionary } from '../../server/words/dictionary.ts';
import { entryOf } from '../../server/words/entry.ts';
import { sensesOf } from '../../server/words/sense.ts';

const dictionary = await openDictionary();
const readings = (word: string) => dictionary.entriesOf(word).map(({ pinyin }) => pinyin);

describe('the dictionary', () => {
  it('is CC-CEDICT, whole', () => {
    expect(dictionary.size).toBeGreaterThan(190_000);
  });

  it.each(['银行', '銀行', '𰻝𰻝面', 'T恤', '110', '𰻞'])('has %s', (word) => {
    expect(dictionary.has(word)).toBe(true);
    expect(dictionary.entriesOf(word)).not.toEqual([]);
  });

  it.each(['', '微服务', '# CC-CEDICT', '__proto__', '\ud840', ' ', '[', 'module.exports'])(
    'does not have “%s”, and says so',
    (word) => {
      expect(dictionary.has(word)).toBe(false);
      expect(dictionary.entriesOf(word)).toEqual([]);
      expect(sensesOf(dictionary, word, null)).toEqual([]);
    },
  );

  it('has every reading with its tone, surnames last', () => {
    expect(readings('还')).toEqual(['hái', 'huán', 'Huán']);
    expect(readings('都')).toEqual(['dōu', 'dū', 'Dū']);
    expect(readings('得')).toEqual(expect.arrayContaining(['dé', 'de', 'děi']));
    expect(readings('重')).toEqual(['chóng', 'zhòng']);
    expect(readings('女儿')).toEqual(['nǚ’ér']);
  });

  it('has what others are variants of before what is rare', () => {
    const [first] = dictionary.entriesOf('只').filter(({ pinyin }) => pinyin === 'zhī');
    expect(first?.traditional).toBe('隻');
    expect(dictionary.entriesOf('了').find(({ pinyin }) => pinyin === 'liǎo')?.traditional).toBe('了');
  });

  it('has senses in order, and measure words apart', () => {
    const [entry] = dictionary.entriesOf('下午');
    expect(entry?.senses).toEqual(['afternoon', 'p.m.']);
    expect(entry?.measures).toEqual([{ simplified: '个', traditional: '個', pinyin: 'gè' }]);
    expect(entry?.traditional).toBe('下午');
  });

  it('takes a simplified word before a traditional one that looks the same', () => {
    expect(dictionary.entriesOf('著')[0]?.pinyin).toBe('zhù');
  });

  it('follows an entry that only leads to another, one step', () => {
    const [sense] = sensesOf(dictionary, '一点儿', null);
    expect(sense?.en[0]).toBe('erhua variant of 一點|一点[yīdiǎn]');
    expect(sense?.en.slice(1)).toEqual(dictionary.entriesOf('一点')[0]?.senses);
    expect(sensesOf(dictionary, '西安', null)[0]?.en.length).toBeGreaterThan(2);
  });

  it('tells the reading that stands in the text first', () => {
    expect(sensesOf(dictionary, '还', 'huán').map(({ pinyin }) => pinyin)).toEqual(['huán', 'Huán', 'hái']);
  });

  it('finds the longest word that begins at a place', () => {
    expect(dictionary.longestAt('银行的行动', 0)).toBe('银行');
    expect(dictionary.longestAt('在𰻝𰻝面馆', 1)).toBe('𰻝𰻝面');
    expect(dictionary.longestAt('在𰻝𰻝面馆', 2)).toBeUndefined();
    expect(dictionary.longestAt('银', 5)).toBeUndefined();
  });

  it.each([
    ['守护进程', '守护+进程'],
    ['开放容器倡议', '开放+容器+倡议'],
    ['银行', '银+行'],
    ['𠮷野家', '𠮷+野+家'],
    ['银', ''],
    ['', ''],
  ])('cuts %s into the fewest words that are shorter', (word, parts) => {
    expect(dictionary.partsOf(word).join('+')).toBe(parts);
  });
});

describe('a line of it', () => {
  it.each([
    '',
    '# comment',
    '一 一',
    '一 一 [yi1]',
    '一 一 yi1 /one/',
    '一 一 [yi1] /one',
    ' 一 [yi1] /one/',
  ])('“%s” is no entry', (line) => {
    expect(entryOf(line)).toBeUndefined();
  });

  it('may end the text that it stands in, and have Windows’ end of line', () => {
    expect(entryOf('一 一 [yi1] /one/single/\r')?.senses).toEqual(['one', 'single']);
    expect(dictionaryOf('# x\n一 一 [yi1] /one/`;').entriesOf('一')[0]?.senses).toEqual(['one']);
  });

  it('without entries is no dictionary', () => {
    expect(() => dictionaryOf('<html>')).toThrow('no entries');
  });
});
