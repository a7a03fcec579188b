import type { Span } from '../core/span.ts';

// What web pages, slides and converters leave in a text that was copied from them. Whole lines only.
const LINES = [
  /^(?:open in new window|\[toc\]|\{:\s*toc\s*\})$/i,
  /^分享(?:到|至)\s*[:：]?(?:\s*(?:微信|微博|朋友圈|QQ|QQ空间|豆瓣|知乎|Twitter|Facebook))*$/i,
  /^(?:总字数|字数|阅读量|阅读|浏览|点赞|收藏|评论)(?:统计)?\s*[:：(（]?\s*\d*[)）]?$/,
  /^(?:last updated|contributors?|edit this page|share|copyright|all rights reserved)\b.*$/i,
  /^(?:上次更新|最后更新|最近更新|贡献者|编辑此页|在 ?github 上编辑(?:此页)?|帮助我们改善此页面)[！!。]?\s*[:：]?.*$/i,
  /^(?:上一篇|下一篇|上一章|下一章|返回顶部|回到顶部|返回目录|阅读原文|扫码关注|微信扫一扫|长按识别二维码|点击关注|复制代码|复制链接|展开阅读全文)\s*[:：>→].*$|^(?:上一篇|下一篇|返回顶部|回到顶部|返回目录|阅读原文|复制代码|展开阅读全文)$/,
  /^第?\s*\d+\s*(?:页\s*)?[/／]\s*(?:共\s*)?\d+\s*页?$/,
];

// The same, within a line: what stands for an icon or a control behind the words it belonged to.
const STRETCHES = [/open in new window/gi, /↩\ufe0e?/g];

// Alternative texts that say nothing of the picture.
const ALT =
  /^(?:img|image|images|pic|picture|photo|figure|screenshot|logo|icon|avatar|untitled|alt|图|图片|配图|插图|截图|照片|示意图|在这里插入图片描述|image description|[\w.-]+\.(?:png|jpe?g|gif|svg|webp|bmp)|(?:image|img|dsc|screenshot|截图|截屏|微信图片)[\s_-]*[\d\s:.：年月日_-]+|[\da-f-]{16,})$/i;

/** Whether a whole line is page furniture. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return LINES.some((pattern) => pattern.test(text));
}

/** Stretches of page furniture within a line, in order, with the spaces before them. */
export function furnitureIn(line: string): Span[] {
  const found = STRETCHES.flatMap((pattern) =>
    [...line.matchAll(pattern)].map((match) => {
      let start = match.index;
      while (start > 0 && /\s/.test(line[start - 1] ?? '')) start -= 1;
      return { start, end: match.index + match[0].length };
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** Whether an image's alternative text says something of the picture. */
export function isInformative(alt: string): boolean {
  return alt.trim() !== '' && !ALT.test(alt.trim());
}

/** Whether a short line names a figure or a table, as in `图 7-13 Containerd 架构`. */
export function isCaption(line: string): boolean {
  return /^(?:图|表|图表|Figure|Fig\.|Table)\s*[\d一二三四五六七八九十]+(?:[-–.．－]\d+)*(?=[\s:：.、．]|\p{Script=Han}|$)/iu.test(line) && line.length <= 80 && !/[。！？]./.test(line);
}
