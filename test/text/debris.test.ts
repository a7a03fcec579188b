import { describe, expect, it } from 'vitest';
import { furnitureIn, isCaption, isFurniture } from '../../server/text/debris.ts';

describe('isFurniture', () => {
  it.each([
    '- 12 -',
    '第 3 页 共 10 页',
    'Page 3 of 10',
    '阅读 1.2万',
    '阅读量：300',
    '上次更新：2020/1/2',
    '上一篇：船',
    'Contributors: someone',
    '{% note info %}',
    '{{< toc >}}',
    '{: .lead}',
    '[[toc]]',
  ])('flags “%s”', (line) => expect(isFurniture(line)).toBe(true));

  // Hiding what somebody wrote is the worst that can happen to a text.
  it.each([
    '阅读',
    '收藏',
    '评论',
    'Share what you know.',
    'Copyright law is old.',
    'Contributors come from ten ports.',
    'Last updated charts are kept in the tower.',
    '最近更新了一批海图，航线也改了。',
    '贡献者们都很年轻。',
    '下一章：我们将看到海。船也在那里！',
    '{% raw %}船{% endraw %}',
    '12',
    '......',
  ])('keeps “%s”', (line) => expect(isFurniture(line)).toBe(false));
});

describe('furnitureIn', () => {
  const found = (line: string): string[] => furnitureIn(line).map(({ start, end }) => line.slice(start, end));

  it('finds what stands for an icon, stuck to the words before it or at the end', () => {
    expect(found('图片来源open in new window')).toEqual(['open in new window']);
    expect(found('建于海边。 ↩︎')).toEqual([' ↩︎']);
    expect(found('材料 {#materials}')).toEqual([' {#materials}']);
    expect(found('材料 {#材料-1}')).toEqual([' {#材料-1}']);
  });

  it('keeps the same words in a sentence', () => {
    expect(found('Links open in new window by default.')).toEqual([]);
    expect(found('按 ↩ 键换行。')).toEqual([]);
    expect(found('集合 {1, 2, 3}')).toEqual([]);
  });
});

describe('isCaption', () => {
  it.each(['图 1-2 灯塔', '表2-1：潮差', '▲ 图1 月亮', '图一：船', 'Fig. 3 Tides'])(
    'takes “%s” for one',
    (line) => expect(isCaption(line)).toBe(true),
  );
  it.each(['图 3 显示了潮汐的变化。', '表 2-1 列出了数据', '图一时之快的人', '图 1 中的船已经沉没。'])(
    'takes “%s” for a sentence',
    (line) => expect(isCaption(line)).toBe(false),
  );
});
