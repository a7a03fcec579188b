import { describe, expect, it } from 'vitest';
import { show } from './parsed.ts';

const plain = (...lines: string[]): string[] => show(lines.join('\n'), 'plain');
const FULL = '这一行很长很长很长很长很长很长很长很长很长很长很长，';

describe('a plain text', () => {
  it('takes a short first line for the title', () => {
    expect(plain('海上的灯', '', '正文。')).toEqual(['heading1: 海上的灯', 'paragraph: 正文。']);
  });

  it('joins lines that were broken in the middle of a sentence', () => {
    expect(plain(`${FULL}`, '到这里才完。', '另起一段。')).toEqual([
      `paragraph: ${FULL}到这里才完。`,
      'paragraph: 另起一段。',
    ]);
  });

  it('joins a line that begins with closing punctuation', () => {
    expect(plain('标题', '', '短句', '，接着。')).toEqual(['heading1: 标题', 'paragraph: 短句，接着。']);
  });

  it('keeps a running title where it first stands', () => {
    expect(
      plain(
        '总题',
        '',
        '航海故事',
        '第一页的正文写在这里。',
        '航海故事',
        '第二页的正文写在这里。',
        '航海故事',
      ),
    ).toEqual([
      'heading1: 总题',
      'heading2: 航海故事',
      'paragraph: 第一页的正文写在这里。',
      '~heading2: 航海故事',
      'paragraph: 第二页的正文写在这里。',
      '~heading2: 航海故事',
    ]);
  });

  it('gives bullets and numbers as items, with their numbers', () => {
    expect(plain('要点：', '• 甲', '•乙', '1. 第一项很重要。', '2. 第二项也是。')).toEqual([
      'paragraph: 要点：',
      'item1: 甲',
      'item1: 乙',
      'item1[1.]: 第一项很重要。',
      'item1[2.]: 第二项也是。',
    ]);
  });

  it('tells headings by their numbers', () => {
    expect(
      plain('2.1 帆船', '', '正文。', '', '一、船体', '', '正文。', '', '（二）桅杆', '', '正文。'),
    ).toEqual([
      'heading1: 2.1 帆船',
      'paragraph: 正文。',
      'heading2: 一、船体',
      'paragraph: 正文。',
      'heading3: （二）桅杆',
      'paragraph: 正文。',
    ]);
  });

  it('ties footnotes that lead back to their references', () => {
    expect(plain('灯塔[1]很高[2]。', '', '  1. 建于海边。 ↩︎', '', '  2. 三十米。 ↩︎')).toEqual([
      'paragraph: 灯塔{^1}很高{^2}。',
      'footnote[1]: 建于海边。',
      'footnote[2]: 三十米。',
    ]);
  });

  it('flags page furniture, also within a line', () => {
    expect(
      plain(
        '题',
        '',
        '图 1-2 灯塔的结构open in new window',
        '',
        '总字数:1465',
        'Last Updated:',
        '上一篇：船',
      ),
    ).toEqual([
      'heading1: 题',
      'caption: 图 1-2 灯塔的结构',
      '+ ~caption: open in new window',
      '~paragraph: 总字数:1465',
      '~paragraph: Last Updated:',
      '~paragraph: 上一篇：船',
    ]);
  });

  it('reads line ends of any system, and form feeds', () => {
    expect(plain('题\r', '\r', '一句。\f二句。\r三句。')).toEqual([
      'heading1: 题',
      'paragraph: 一句。',
      'paragraph: 二句。',
      'paragraph: 三句。',
    ]);
  });

  it('begins a paragraph where a line is indented as in print', () => {
    expect(
      plain('题', '', '　　小渔村里有一座很老的灯塔，守塔的是一位老人。', '　　“你来了？”老人问。'),
    ).toEqual([
      'heading1: 题',
      'paragraph: 小渔村里有一座很老的灯塔，守塔的是一位老人。',
      'paragraph: “你来了？”老人问。',
    ]);
  });

  it('does not take a label and what it says for a heading, nor a line of strokes for text', () => {
    expect(
      plain(
        '谁在敲门？',
        '',
        '作者：李四',
        '',
        '那天夜里，海上起了很大的风，谁也没有睡。',
        '',
        '* * *',
        '',
        '完。',
      ),
    ).toEqual([
      'heading1: 谁在敲门？',
      'paragraph: 作者：李四',
      'paragraph: 那天夜里，海上起了很大的风，谁也没有睡。',
      'paragraph: 完。',
    ]);
  });

  it('numbers items in front of a year, too', () => {
    expect(plain('题', '', '1、1903年建成。', '2、1945年被毁。')).toEqual([
      'heading1: 题',
      'item1[1、]: 1903年建成。',
      'item1[2、]: 1945年被毁。',
    ]);
  });

  it('takes markup for text', () => {
    expect(plain('<script>alert("1")</script>\u200f & **星**', '', '正文。')).toEqual([
      'heading1: <script>alert("1")</script>\u200f & **星**',
      'paragraph: 正文。',
    ]);
  });
});
