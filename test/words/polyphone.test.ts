import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { lexiconOver } from '../lexicon.ts';

const lexicon = await lexiconOver({ authority: authorityOf([]) })();

// Sentences, and how the character between the brackets is read.
const SENTENCES = [
  ['他跑〔得〕很快。', 'de'],
  ['这话说〔得〕对。', 'de'],
  ['我〔得〕走了。', 'děi'],
  ['还〔得〕再等一天。', 'děi'],
  ['他〔得〕了一等奖。', 'dé'],
  ['方案取〔得〕成功。', 'dé'],
  ['慢慢〔地〕走。', 'de'],
  ['艰难〔地〕前进。', 'de'],
  ['静静〔地〕看。', 'de'],
  ['这块〔地〕很大。', 'dì'],
  ['起价〔为〕600元。', 'wéi'],
  ['以渔业〔为〕中心。', 'wéi'],
  ['大家称其〔为〕天才。', 'wéi'],
  ['他被选〔为〕代表。', 'wéi'],
  ['我〔为〕你高兴。', 'wèi'],
  ['他一定〔为〕你高兴。', 'wèi'],
  ['所以我们〔为〕你高兴。', 'wèi'],
  ['目标是〔为〕读者服务。', 'wèi'],
  ['农民〔种〕了花。', 'zhòng'],
  ['有5〔种〕方法。', 'zhǒng'],
  ['一〔种〕新的种子。', 'zhǒng'],
  ['他〔中〕了大奖。', 'zhòng'],
  ['其〔中〕了解的人不多。', 'zhōng'],
  ['又〔转〕了三圈。', 'zhuàn'],
  ['〔转〕给他。', 'zhuǎn'],
  ['老师〔教〕我写字。', 'jiāo'],
  ['〔系〕上安全带。', 'jì'],
  ['〔系〕鞋带。', 'jì'],
  ['把苹果〔切〕成两半。', 'qiē'],
  ['关系密〔切〕的人', 'qiè'],
  ['他〔干〕了一件大事。', 'gàn'],
  ['不能再〔干〕了。', 'gàn'],
  ['孩子〔长〕了一寸。', 'zhǎng'],
  ['他〔长〕着胡子。', 'zhǎng'],
  ['时间〔长〕了，也就忘了。', 'cháng'],
  ['〔着〕了火。', 'zháo'],
  ['唱〔着〕歌走。', 'zhe'],
  ['〔调〕到北京工作。', 'diào'],
  ['〔调〕高音量。', 'tiáo'],
  ['用户〔应〕先备份。', 'yīng'],
  ['〔应〕用户要求修改。', 'yìng'],
  ['〔率〕团访问。', 'shuài'],
  ['放三天〔假〕。', 'jià'],
  ['把书〔还〕了。', 'huán'],
  ['该〔还〕钱了。', 'huán'],
  ['他〔还〕要还钱。', 'hái'],
  ['这笔债〔还〕不起。', 'huán'],
  ['〔还〕没还书呢。', 'hái'],
  ['〔倒〕了一杯水。', 'dào'],
  ['他〔数〕了数人数。', 'shǔ'],
  ['代码第3〔行〕。', 'háng'],
  ['有多少〔行〕？', 'háng'],
  ['她〔教〕英语。', 'jiāo'],
  ['代码〔重〕写了。', 'chóng'],
  ['水〔倒〕进杯子里。', 'dào'],
  ['适当〔地〕权衡。', 'de'],
  ['重〔新〕考虑。', 'xīn'],
  ['很〔重〕的箱子', 'zhòng'],
  ['白〔发〕苍苍', 'fà'],
  ['〔便〕宜的东西', 'pián'],
  ['首〔都〕的人', 'dū'],
  ['人〔都〕来了', 'dōu'],
  ['勉〔强〕同意', 'qiǎng'],
  ['敌人投〔降〕', 'xiáng'],
  ['〔弹〕了一曲', 'tán'],
  ['不断〔更〕新', 'gēng'],
] as const;

describe('a character that is read in several ways', () => {
  it.each(SENTENCES)('%s %s', (sentence, syllable) => {
    const at = sentence.indexOf('〔');
    const word = lexicon
      .words(sentence.replaceAll(/[〔〕]/g, ''))
      .find(({ start, end }) => start <= at && at < end);
    expect(syllablesOf(word?.pinyin ?? '')[at - (word?.start ?? 0)]).toBe(syllable);
  });
});

/** Pinyin syllable by syllable: all initials but the last are followed by a vowel. */
function syllablesOf(pinyin: string): string[] {
  const vowel = '[aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]';
  const initial = '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?';
  return (
    pinyin.match(new RegExp(`${initial}${vowel}+(?:ng|n|r)?(?!${vowel})|${initial}${vowel}+`, 'g')) ?? []
  );
}
