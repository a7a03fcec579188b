import { describe, expect, it } from 'vitest';
import { show } from './parsed.ts';

const plain = (...lines: string[]): string[] => show(lines.join('\n'), 'plain');
const FULL = '这一行很长很长很长很长很长很长很长很长很长很长很长，';

describe('a plain text as it is met', () => {
  it('joins the lines of a text that was broken at any width, and begins a paragraph behind a short line', () => {
    const lines = [
      '守塔的老人每天傍晚都要爬上一',
      '百二十级台阶，把灯擦亮，把油',
      '加满。他从来没有忘记过，也从',
      '来没有迟到过。',
      '有一天，灯没有亮。岸上的人都',
    ];
    expect(plain('灯', '', ...lines, '抬起头来。')).toEqual([
      'heading1: 灯',
      'paragraph: 守塔的老人每天傍晚都要爬上一百二十级台阶，把灯擦亮，把油加满。',
      '+ paragraph: 他从来没有忘记过，也从来没有迟到过。',
      'paragraph: 有一天，灯没有亮。',
      '+ paragraph: 岸上的人都抬起头来。',
    ]);
  });

  it('keeps the lines of verse, columns and a long title apart', () => {
    expect(plain('海把自己翻过来', '又翻过去')).toEqual(['paragraph: 海把自己翻过来', 'paragraph: 又翻过去']);
    expect(
      plain(
        '题',
        '',
        '月份      最高的一次潮水比平时高出多少    厘米',
        '一月      因为北风所以比平时高出了三百二十  厘米',
      ),
    ).toHaveLength(3);
    const title = '关于加快港城市渔港建设和保障渔民出海安全的若干意见';
    expect(plain(title, '作者：周小满', `${FULL}${FULL}${FULL}完。`)[0]).toBe(`heading1: ${title}`);
  });

  it('goes on across a blank line behind a full line that ends with a comma', () => {
    expect(plain('题', '', FULL, '', '到这里才完。')).toEqual([
      'heading1: 题',
      `paragraph: ${FULL}到这里才完。`,
    ]);
  });

  it('does not part a hyphenated word', () => {
    expect(
      plain('题', '', 'The word tide, as everybody in the village knows, is re-', 'lated to time.')[1],
    ).toBe('paragraph: The word tide, as everybody in the village knows, is re-lated to time.');
  });

  it('leaves a text of one line, a line of dots and the first line of verse without a heading', () => {
    expect(plain('海')).toEqual(['paragraph: 海']);
    expect(plain('题', '', '一句。', '......', '两句。')).toContain('paragraph: ......');
    expect(plain('夜里', '你点灯', '灯灭了')).toEqual([
      'paragraph: 夜里',
      'paragraph: 你点灯',
      'paragraph: 灯灭了',
    ]);
  });

  it('takes no speaker, refrain or repeated word for a running title', () => {
    const talk = [
      '对谈',
      '',
      '主持人小满',
      '你好吗？',
      '守塔人老周',
      '好。',
      '主持人小满',
      '冷吗？',
      '守塔人老周',
      '冷。',
      '主持人小满',
      '再见。',
      '守塔人老周',
      '再见。',
    ];
    const song = [
      '歌',
      '',
      '海上有一盏灯',
      '照着我',
      '',
      '风来了',
      '海上有一盏灯',
      '',
      '雨来了',
      '海上有一盏灯',
    ];
    expect([...plain(...talk), ...plain(...song)].filter((line) => line.includes('~'))).toEqual([]);
  });

  it('numbers only what counts, and keeps the number of anything else in the text', () => {
    expect(
      plain('题', '', '3、4月间，海上多雾。', 'a. 左舷', 'b. 右舷', 'J. 某某认为不对。', '[1] 甲', '[2] 乙'),
    ).toEqual([
      'heading1: 题',
      'paragraph: 3、4月间，海上多雾。',
      'item1[a.]: 左舷',
      'item1[b.]: 右舷',
      'paragraph: J. 某某认为不对。',
      'item1[[1]]: 甲',
      'item1[[2]]: 乙',
    ]);
  });

  it('lets a numbered heading ask and have a comma; numbered lines below one another are a list', () => {
    expect(
      plain(
        '题',
        '',
        '一、为什么会涨潮？',
        '',
        '正文。',
        '',
        '二、加强领导，落实责任',
        '',
        '正文。',
        '',
        '三、看云',
        '四、看风',
      ),
    ).toEqual([
      'heading1: 题',
      'heading2: 一、为什么会涨潮？',
      'paragraph: 正文。',
      'heading2: 二、加强领导，落实责任',
      'paragraph: 正文。',
      'item1[三、]: 看云',
      'item1[四、]: 看风',
    ]);
  });

  it('takes neither an author nor a date under the title for a heading, nor a number', () => {
    expect(
      plain(
        '题',
        '',
        '周小满',
        '',
        '2023年5月6日',
        '',
        '正文在这里。',
        '',
        '13',
        '',
        '正文又在这里。',
      ).filter((line) => line.startsWith('heading')),
    ).toEqual(['heading1: 题']);
  });

  it('ties notes to the marks that stand in the text, bracketed, circled or raised', () => {
    expect(
      plain(
        '题',
        '',
        '桥长三丈①，行者俯身[1]，渡人无数²。',
        '',
        '①约十米。',
        '[1] 桥低。',
        '[2] 未引。',
        '² 古人语。',
      ),
    ).toEqual([
      'heading1: 题',
      'paragraph: 桥长三丈{^①}，行者俯身{^1}，渡人无数{^²}。',
      'footnote[①]: 约十米。',
      'footnote[1]: 桥低。',
      'footnote[2]: 未引。',
      'footnote[²]: 古人语。',
    ]);
    expect(plain('题', '', '数据来自①港务局；②气象台。', '', '①甲', '②乙').at(-1)).toBe('item1[②]: 乙');
  });

  it('keeps the lines that hang under an item with it', () => {
    expect(
      plain('题', '', '- 不要用手', '  手上有油。', '- 不要着急', '', '• 点灯', '　　新的一段。'),
    ).toEqual([
      'heading1: 题',
      'item1: 不要用手手上有油。',
      'item1: 不要着急',
      'item1: 点灯',
      'paragraph: 新的一段。',
    ]);
  });

  it('tells a table of contents, a row of dots and a line that counts within itself from headings and items', () => {
    expect(
      plain(
        '题',
        '',
        '目录',
        '第一章 海\t1',
        '第二章 船 ...... 15',
        '',
        '· · ·',
        '',
        '①看云；②看风。',
        '',
        '一',
        '',
        '正文。',
      ),
    ).toEqual([
      'heading1: 题',
      'paragraph: 目录',
      'paragraph: 第一章 海\t1',
      'paragraph: 第二章 船 ...... 15',
      'paragraph: · · ·',
      'paragraph: ①看云；②看风。',
      'heading3: 一',
      'paragraph: 正文。',
    ]);
  });
});
