import { describe, expect, it } from 'vitest';
import { isReadable, syllablesPossible, withoutTones } from '../../server/core/pinyin.ts';

describe('isReadable', () => {
  it.each(['róngqì', 'shǒuhù jìnchéng', 'bǔding', 'nǚ', 'lǜ', 'xī’ān', 'dì-yī tǒng jīn', 'Běijīng'])(
    'takes %s',
    (one) => {
      expect(isReadable(one)).toBe(true);
    },
  );

  it.each(['rongqi', 'rong2qi4', 'róng,qì', '容器', '', ' róng', 'róng  qì', 'ròng<i>', 'ñá'])(
    'refuses “%s”',
    (one) => {
      expect(isReadable(one)).toBe(false);
    },
  );
});

describe('syllablesPossible', () => {
  it.each([
    ['róngqì', 2],
    ['shǒuhù jìnchéng', 4],
    ['jiàgòu', 2],
    ['yuándàimǎ', 3],
    ['xiān', 1],
    ['xiān', 1],
    ['èrshí', 2],
    ['lüèduó', 2],
    ['huàyǔquán', 3],
    ['chén’āi luòdìng', 4],
    ['zhōngguó', 2],
  ])('can cut %s into %i', (pinyin, count) => {
    expect(syllablesPossible(pinyin, count)).toBe(true);
  });

  it.each([
    ['róngqì', 3],
    ['róngqì', 1],
    ['xyz', 1],
    ['rróng', 1],
    ['róóng', 1],
  ])('cannot cut %s into %i', (pinyin, count) => {
    expect(syllablesPossible(pinyin, count)).toBe(false);
  });

  it('is quick for any length', () => {
    expect(syllablesPossible('yī'.repeat(200), 200)).toBe(true);
  });
});

describe('withoutTones', () => {
  it('is pinyin as it is typed', () => {
    expect(withoutTones('Shǒuhù lǜ')).toBe('shouhu lv');
  });
});
