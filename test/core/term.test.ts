import { describe, expect, it } from 'vitest';
import { parseTermId, termsNamed } from '../../server/core/term.ts';
import { term } from './terms.ts';

const TERMS = [
  term('image', '镜像', 'image', {
    pinyin: 'jìngxiàng',
    variants: [{ form: '映像', kind: 'variant' }],
    forbidden: ['picture'],
  }),
  term('mirror', '镜像', 'mirror', { pinyin: 'jìngxiàng', admitted: ['mirror image'] }),
  term('daemon', '守护进程', 'daemon', { pinyin: 'shǒuhù jìnchéng' }),
  term('plug-in', '插件', 'plug-in', { pinyin: 'chājiàn', admitted: ['image'] }),
  term('law', '法律', 'law <i>&', { pinyin: 'fǎlǜ', admitted: ['strike out on one’s own'] }),
];

const named = (text: string): string[] => termsNamed(TERMS, text).map(({ id }) => id);

describe('termsNamed', () => {
  it.each([
    ['镜像', ['image', 'mirror']],
    ['映像', ['image']],
    ['守 护进程', ['daemon']],
    ['Daemon', ['daemon']],
    ['ＤＡＥＭＯＮＳ', ['daemon']],
    ['a daemon', ['daemon']],
    ['shouhu jincheng', ['daemon']],
    ['shouhujincheng', ['daemon']],
    ['shǒuhù jìnchéng', ['daemon']],
    ['ＳＨＯＵＨＵ jincheng', ['daemon']],
    ['falv', ['law']],
    ['fǎlü', ['law']],
    ['mirror images', ['mirror']],
    ['plug in', ['plug-in']],
  ])('finds by “%s”', (text, ids) => {
    expect(named(text)).toEqual(ids);
  });

  it('puts what is called so before what may be', () => {
    expect(named('images')).toEqual(['image', 'plug-in']);
  });

  it.each([
    '',
    ' ',
    '像',
    '镜像仓库',
    'picture',
    'daemon process',
    'jing',
    '𠮷',
    '<i>"\'&',
    '-',
    '…',
    'rongqi',
  ])('finds none by “%s”', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('finds none among none', () => {
    expect(termsNamed([], '镜像')).toEqual([]);
  });
});

describe('parseTermId', () => {
  it('refuses what cannot be one', () => {
    expect(parseTermId('plug-in')).toBe('plug-in');
    for (const text of ['', 'Plug', '../x', 'a'.repeat(81), '镜像'])
      expect(() => parseTermId(text)).toThrow();
  });
});
