import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../server/text/sentence.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['ends a sentence at 。！？', '船来了。是谁的？快看！', ['船来了。', '是谁的？', '快看！']],
    [
      'keeps closing quotes and brackets with what they close',
      '他说：“走吧。”（众人笑。）大家都走了。',
      ['他说：“走吧。”', '（众人笑。）', '大家都走了。'],
    ],
    ['keeps runs of terminators together', '真的吗？！……当然。', ['真的吗？！', '……当然。']],
    [
      'keeps a quotation with the words that say who spoke',
      '“你是谁？”老人问道。没有人回答。',
      ['“你是谁？”老人问道。', '没有人回答。'],
    ],
    [
      'keeps it with a full stop inside, too',
      '“我不去。”小王说，“太远了。”天黑了。',
      ['“我不去。”小王说，“太远了。”', '天黑了。'],
    ],
    [
      'knows many words for speaking, in both scripts',
      '“等了五年。”渔村的王阿姨告诉记者。「來了。」我答道，「請進。」',
      ['“等了五年。”渔村的王阿姨告诉记者。', '「來了。」我答道，「請進。」'],
    ],
    [
      'keeps a gesture between two halves of a speech',
      '“是我。”来人摘下帽子，“雨大，能进来吗？”他等着。',
      ['“是我。”来人摘下帽子，“雨大，能进来吗？”', '他等着。'],
    ],
    [
      'cuts where the words behind a quotation lead to the next',
      '“我不去。”小王说：“太远了。”“不远。”老李表示，船很快。',
      ['“我不去。”', '小王说：“太远了。”', '“不远。”', '老李表示，船很快。'],
    ],
    [
      'does not cut behind a quotation that is a part of the sentence',
      '他喊了一声“救命！”就跳了下去。“快走！”的喊声响了。“谁？”，他问。',
      ['他喊了一声“救命！”就跳了下去。', '“快走！”的喊声响了。', '“谁？”，他问。'],
    ],
    [
      'tells a straight quotation mark that opens from one that closes',
      '他说:"走吧!"然后关了门."好的."她走了.',
      ['他说:"走吧!"', '然后关了门.', '"好的."', '她走了.'],
    ],
    [
      'keeps the marks of notes and feelings with the sentence they follow',
      '古称为潮。[1]今称汐。¹真美！😂走。',
      ['古称为潮。[1]', '今称汐。¹', '真美！😂', '走。'],
    ],
    [
      'ends a speech that trails off, and goes on where a thought does',
      '“我不知道……”她低下头。灯……还亮着。',
      ['“我不知道……”', '她低下头。', '灯……还亮着。'],
    ],
    [
      'cuts behind Latin sentences among Han, not behind what is shortened',
      'It was late. 天黑了。Docker Inc. 与 J. K. 某某 都在，用 Node.js 写成。',
      ['It was late.', '天黑了。', 'Docker Inc. 与 J. K. 某某 都在，用 Node.js 写成。'],
    ],
    [
      'keeps an entry of a bibliography whole',
      '周小满. 海的呼吸[M]. 港城: 港城出版社, 2001: 12-15.',
      ['周小满. 海的呼吸[M]. 港城: 港城出版社, 2001: 12-15.'],
    ],
    [
      'keeps a Latin quotation with the words that say who spoke',
      '"Who is there?" asked the old man. "It is me."',
      ['"Who is there?" asked the old man.', '"It is me."'],
    ],
    [
      'cuts no short speech, and none that is a part of the sentence',
      '“好！好！”大家喊道。他问“你是谁？你从哪里来？你到哪里去？”的时候，灯灭了。',
      ['“好！好！”大家喊道。', '他问“你是谁？你从哪里来？你到哪里去？”的时候，灯灭了。'],
    ],
    [
      'cuts a longer speech',
      '局长说：“安全永远是第一位的。我们不会冒险。”',
      ['局长说：“安全永远是第一位的。', '我们不会冒险。”'],
    ],
    [
      'does not cut within brackets or a title',
      '他写了《谁在敲门？》一书（卖得很好！真的。）后来病了。',
      ['他写了《谁在敲门？》一书（卖得很好！真的。）后来病了。'],
    ],
    [
      'is not misled by a bracket that is never closed',
      '第一（其实是第二。后来才改。',
      ['第一（其实是第二。', '后来才改。'],
    ],
    [
      'does not take a Latin full stop for an end',
      '版本是 v1.12.3 吗？Docker Inc. 说是。',
      ['版本是 v1.12.3 吗？', 'Docker Inc. 说是。'],
    ],
    [
      'takes a half-width full stop behind Han for an end',
      '扛不住了.于是加了v1.2缓存.',
      ['扛不住了.', '于是加了v1.2缓存.'],
    ],
    [
      'does not cut an address',
      '见 https://example.org/?a=1!b 一页。',
      ['见 https://example.org/?a=1!b 一页。'],
    ],
    ['takes half-width marks between Han', '好吗?好! 走。', ['好吗?', '好!', '走。']],
    [
      'cuts Latin sentences in a block without Han',
      'It works. Dr. Lee said so! Why?',
      ['It works.', 'Dr. Lee said so!', 'Why?'],
    ],
    ['keeps a text without any end whole', '没有标点', ['没有标点']],
  ])('%s', (_, text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('leaves only white space between sentences, and keeps their order', () => {
    const piece = fc.constantFrom(
      '船',
      '。',
      '？',
      '”',
      '“',
      '"',
      '的',
      '，',
      '：',
      '…',
      '[1]',
      '😂',
      '（',
      '）',
      '说',
      ' ',
      '!',
      'a',
      '.',
      '《',
      '》',
      '𠮷',
      '\u200f',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
