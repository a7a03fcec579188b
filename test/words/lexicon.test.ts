import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import type { Entity } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import { lexiconOver } from '../lexicon.ts';

const entity = (id: string, zh: string, en: string): Entity => ({
  id: parseEntityId(id),
  type: 'project',
  name: { zh, en },
  aliases: [],
  description: { zh: '说明。', en: `About ${en}.` },
  relations: [],
});
const authority = authorityOf([
  entity('cncf', '云原生计算基金会', 'CNCF'),
  entity('swarm', 'Docker Swarm', 'Docker Swarm'),
  entity('etcd', 'etcd', 'etcd'),
]);
const terms = [
  { id: 'daemon', zh: '守护进程', pinyin: 'shǒuhù jìnchéng', en: 'daemon', admitted: ['daemon process'] },
  { zh: '镜像', pinyin: 'jìngxiàng', en: 'image' },
];
const homographs = [
  { id: 'mirror', zh: '镜像', pinyin: 'jìngxiàng', en: 'mirror' },
  {
    id: 'image',
    zh: '镜像',
    pinyin: 'jìngxiàng',
    en: 'image',
    when: { with: [parseEntityId('swarm')] },
    variants: [{ form: '映像', when: { with: [parseEntityId('swarm')] } }],
  },
];
const lexicon = await lexiconOver({ authority }, terms, {
  join: ['红牌罚出局'],
  readings: [
    { word: '还', pinyin: 'huán', before: ['鱼'] },
    { word: '调度', pinyin: 'tiáodù', after: ['误读'] },
  ],
})();
const pinyin = (text: string, spoken = false) =>
  lexicon
    .words(text, { spoken })
    .flatMap((word) => word.pinyin ?? [])
    .join(' ');

describe('pinyin', () => {
  it.each([
    ['他告诉我，那个东西在什么地方', 'tā gàosu wǒ nàge dōngxi zài shénme dìfang'],
    ['东西两侧', 'dōngxī liǎngcè'],
    ['中央和地方政府', 'zhōngyāng hé dìfāngzhèngfǔ'],
    ['有多少', 'yǒu duōshao'],
  ])('tells the light syllables of every day: %s', (text, said) => {
    expect(pinyin(text).replaceAll(' ', '')).toBe(said.replaceAll(' ', ''));
  });

  it.each([
    ['我们重新设计', 'wǒmen chóngxīn shèjì'],
    ['重量不同', 'zhòngliàng bùtóng'],
    ['银行的行动', 'yínháng de xíngdòng'],
    ['长期的成长', 'chángqī de chéngzhǎng'],
    ['首都的人都来了', 'shǒudū de rén dōu lái le'],
    ['了解', 'liǎojiě'],
    ['得到，觉得', 'dédào juéde'],
    ['归还，还有', 'guīhuán háiyǒu'],
    ['调度，调整', 'diàodù tiáozhěng'],
    ['音乐，快乐', 'yīnyuè kuàilè'],
    ['一个女儿', 'yīge nǚ’ér'],
    ['2.5亿', '2.5 yì'],
    ['T恤', 'T xù'],
    ['量化', 'liànghuà'],
  ])('of %s is %s', (text, said) => {
    expect(pinyin(text)).toBe(said);
  });

  it('has 一 and 不 as they are spoken if that is asked for', () => {
    expect(pinyin('不是一样')).toBe('bùshì yīyàng');
    expect(pinyin('不是一样', true)).toBe('búshì yíyàng');
  });

  it('follows a correction where its context is there', () => {
    expect(pinyin('还鱼，还来')).toBe('huán yú hái lái');
    expect(pinyin('误读调度')).toContain('tiáodù');
    expect(lexicon.words('还鱼', { corrected: false })[0]?.pinyin).toBe('hái');
  });

  it('is a term’s own, and told in words where it is long', () => {
    expect(pinyin('守护进程')).toBe('shǒuhù jìnchéng');
    expect(pinyin('云原生计算基金会')).toMatch(/^yún yuánshēng jìsuàn/);
  });

  it.each(['，', ' ', 'Docker', '1.12', '😀', '—', 'ア'])('has “%s” without any', (text) => {
    expect(lexicon.words(text)).toEqual([{ text, start: 0, end: text.length, pinyin: null }]);
  });
});

describe('a word', () => {
  const only = (text: string) => lexicon.gloss(text)[0];

  it('is told by the termbase, then by the entity, then by the dictionary', () => {
    expect(only('镜像')?.senses.map(({ source }) => source)).toEqual(['term', 'dictionary']);
    expect(only('守护进程')).toMatchObject({
      term: 'daemon',
      senses: [{ source: 'term', en: ['daemon', 'daemon process'] }],
    });
    expect(only('云原生计算基金会')).toMatchObject({
      entity: 'cncf',
      senses: [{ source: 'entity', en: ['CNCF', 'About CNCF.'] }],
    });
  });

  it('that may be several terms is told as all of them, the one that the text means first', async () => {
    const several = await lexiconOver({ authority }, homographs)();
    const told = (text: string, word: string) => {
      const found = several.gloss(text).find((one) => one.text === word);
      return [
        found?.term,
        ...(found?.senses ?? []).flatMap(({ source, en }) => (source === 'term' ? en[0] : [])),
      ];
    };
    expect(told('镜像', '镜像')).toEqual(['mirror', 'mirror', 'image']);
    expect(told('用Docker Swarm拉取镜像', '镜像')).toEqual(['image', 'image', 'mirror']);
    expect(told('用Docker Swarm拉取映像', '映像')).toEqual(['image', 'image']);
  });

  it('that is a piece of a name leads to whom the name names', () => {
    expect(
      lexicon
        .gloss('用Docker Swarm和etcd。')
        .map(({ text, entity: one }) => one && `${text}=${one}`)
        .filter(Boolean),
    ).toEqual(['Docker=swarm', 'Swarm=swarm', 'etcd=etcd']);
  });

  it('has its parts, with what they mean', () => {
    expect(only('守护进程')?.parts.map(({ text, senses }) => `${text}: ${senses[0]?.en[0]}`)).toEqual([
      '守护: to guard',
      '进程: course of events; process',
    ]);
  });

  it('is told as a whole where somebody knows it as one', () => {
    expect(lexicon.whole('守株待兔')).toMatchObject({
      text: '守株待兔',
      start: 0,
      end: 4,
      pinyin: 'shǒuzhūdàitù',
    });
    expect(lexicon.whole('守护进程')).toMatchObject({
      term: 'daemon',
      senses: [{ source: 'term', term: 'daemon' }],
    });
    expect(lexicon.whole('云原生计算基金会')).toMatchObject({ entity: 'cncf' });
    expect(lexicon.whole('灯塔的光')).toBeUndefined();
    expect(lexicon.whole('')).toBeUndefined();
  });

  it('that nobody knows says so', () => {
    expect(only('𠮷')).toMatchObject({ text: '𠮷', start: 0, end: 2, senses: [], parts: [] });
  });

  it('that is a sign means nothing, although the dictionary may have it', () => {
    expect(lexicon.gloss('，。 %').every(({ senses }) => senses.length === 0)).toBe(true);
  });
});

describe('any text', () => {
  it('is its words, each at its span', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('𠮷', '还钱', '守护进程', '\ud83d', '2.5亿', 'Docker Swarm', '红牌罚出局', '👨‍👩‍👧'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, spoken) => {
        const text = pieces.join('');
        const words = lexicon.gloss(text, { spoken });
        expect(words.map((word) => word.text).join('')).toBe(text);
        for (const { start, end, text: word } of words) expect(text.slice(start, end)).toBe(word);
      }),
      { numRuns: 200 },
    );
  });
});
