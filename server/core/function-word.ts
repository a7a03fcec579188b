/**
 * Words that do more than they mean, each under its reading: what they are in most sentences, the usual first. A dictionary begins elsewhere: with
 * 把 as to hold, with 里 as a lining. In parentheses stands what the word does, where English has no word for it.
 */
const USUAL = `
的 de: of, ’s
地 de: (-ly)
得 de: (degree)
得 děi: must, have to
了 le: (done)
着 zhe: (ongoing)
过 guo: (ever), (done)
过 guò: pass, (ever)
们 men: (plural)
只 zhī: (measure)
张 zhāng: sheet, (measure)
条 tiáo: (measure)
家 jiā: (measure), home
一家 yījiā: a, one, (one family)
吗 ma: (question)
呢 ne: (and …)
吧 ba: (suggestion)
之 zhī: ’s, of
所 suǒ: (that which)
者 zhě: one who
等 děng: and so on, wait
在 zài: at, in, on, by
于 yú: in, at, to, on, from
从 cóng: from
到 dào: to, reach, until
向 xiàng: to, towards
对 duì: to, for, towards, right
把 bǎ: (object)
被 bèi: by
让 ràng: let, make, have, allow
给 gěi: to, for, give
将 jiāng: will, (object)
以 yǐ: with, by, to, in order to
由 yóu: by, from
为 wèi: for, to
为 wéi: as, be, become
因 yīn: because of, because
并 bìng: and
和 hé: and, with
与 yǔ: and, with
而 ér: and, but, while
且 qiě: and
或 huò: or
但 dàn: but
却 què: but, yet
则 zé: then
就 jiù: then, just, at once
才 cái: only then, only
又 yòu: again, also, and
再 zài: again, then
还 hái: still, also, yet
都 dōu: all, both
会 huì: will, can
要 yào: want, must, will
没有 méiyǒu: not, no, without, not have
里 lǐ: in, inside
上 shàng: on, up
下 xià: under, down, next
中 zhōng: in, among, middle
前 qián: before, ago, front
后 hòu: after, later, behind
时 shí: when, time
月 yuè: month, moon
日 rì: day, sun
来 lái: come, to
去 qù: go, to
个 gè: (measure)
份 fèn: (measure), copy, share
件 jiàn: (measure), piece
台 tái: (measure), platform, stage
篇 piān: (measure), piece, article
位 wèi: (measure), place, bit
种 zhǒng: kind, type, sort
什么 shénme: what, something, anything
一种 yīzhǒng: a kind of
这些 zhèxiē: these
那些 nàxiē: those
谁 shéi: who
谁 shuí: who
`;

const SENSES: ReadonlyMap<string, readonly string[]> = new Map(
  USUAL.trim()
    .split('\n')
    .map((line) => {
      const [key = '', senses = ''] = line.split(': ');
      return [key, senses.split(', ')];
    }),
);

/** What a function word is in most sentences, the usual first; nothing for any other word, or under another reading. */
export function usualSensesOf(word: string, pinyin: string): readonly string[] {
  return SENSES.get(`${word} ${pinyin}`) ?? [];
}
