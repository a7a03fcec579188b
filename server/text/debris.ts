import type { Span } from '../core/span.ts';

// What web pages, slides and converters leave in a text that was copied from them. Whole lines only, and only such as no article
// would say: a line that could be a heading or a sentence is kept.
const LINES = [
  /^(?:open in new window|\[{1,2}toc\]{1,2}|(?:content|目录)?\s?\{:\s*toc\s*\})$/i,
  /^分享(?:到|至)\s*[:：]?(?:\s*(?:微信|微博|朋友圈|QQ|QQ空间|豆瓣|知乎|Twitter|Facebook))*$/i,
  /^(?:总字数|字数统计|阅读量|浏览量|点赞数|评论数)\s*[:：(（]?\s*[\d,.]*\s*[万wk]?[)）]?$|^(?:字数|阅读|浏览|点赞|收藏|评论|赞同|阅读时长)\s*[:：(（]\s*[\d,.]*\s*[万wk]?(?:分钟)?[)）]?$|^(?:阅读|浏览|点赞|收藏|评论|赞同)\s[\d,.]+\s*[万wk]?$/,
  /^last updated(?:\s+on|\s+at|\s*:.{0,60})?$|^contributors?\s*:.{0,200}$|^edit this page(?: on github)?$|^all rights reserved\.?$/i,
  /^copyright\s*(?:©|\(c\)|\d{4}).{0,120}$|^(?:©|\(c\))\s*\d{4}.{0,120}all rights reserved\.?.{0,40}$/i,
  /^(?:上次更新|最后更新|最近更新)(?:于|时间)?\s*(?:[:：]\s*[\d\s:：/年月日时分.-]{0,40}|\d{4}[\d\s:：/年月日时分.-]{0,40})?$|^贡献者\s*(?:[:：].{0,200})?$/,
  /^(?:编辑此页|在 ?github 上编辑(?:此页)?|帮助我们改善此页面)[！!。]?$/i,
  /^(?:上一篇|下一篇|上一章|下一章|阅读原文|扫码关注|微信扫一扫|点击关注)\s*[:：>→][^。！？]{0,80}$/,
  /^(?:上一篇|下一篇|返回顶部|回到顶部|返回目录|阅读原文|复制代码|复制链接|展开阅读全文|微信扫一扫|长按识别二维码|长按二维码关注|点击(?:上方|下方)?蓝字关注我们)[！!]?$/,
  /^第?\s*\d+\s*(?:页\s*)?[/／]\s*(?:共\s*)?\d+\s*页?$|^第\s*\d{1,4}\s*页\s*[,，]?\s*(?:共\s*\d{1,4}\s*页)?$|^[-–—－]\s*\d{1,4}\s*[-–—－]$|^page\s+\d{1,4}\s+of\s+\d{1,4}$/i,
  /^(?:[^\s。]{1,2}ICP备\d+号(?:-\d+)?|[^\s。]{1,2}公网安备\s*\d+号)$/,
  // Tags of site generators: Hexo and Jekyll (Liquid), Hugo, kramdown.
  /^(?:\{%-?\s*\/?\w[^%\n]{0,400}%\}|\{\{[<%]\s*\/?\s*\w[^{}\n]{0,400}[>%]\}\}|\{:[^{}\n]{1,200}\})$/,
];

// The same within a line. The words stand for an icon only where they are stuck to those before them; `↩` only at the end.
const STRETCHES = [
  /(?<=\S)open in new window(?![a-z])/gi,
  /\(opens new window\)/gi,
  /(?<=\S\s{0,4})(?:↩\ufe0e?\d{0,2}\s{0,4}){1,9}$/g,
  /^\[!(?:note|tip|important|warning|caution)\]/gi,
  /\{(?:#|:\s?|\.)[\p{L}\p{N}\s_.#="':;%-]{1,200}\}$/gu,
];

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

// A number in digits, or one in Han that stands apart: `图一时之快` is no figure.
const CAPTION =
  /^[▲△↑]?\s?(?:图表|图|表|Figure|Fig\.|Table)\s*(?:\d+(?:[-–.．－]\d+)*(?=[\s:：.、．]|\p{Script=Han}|$)|[一二三四五六七八九十]+(?=[\s:：.、．]|$))/iu;
// `图 3 显示了……`: a sentence about the figure.
const ABOUT = /^\s*(?:[^\s:：]{0,6}(?:显示|展示|给出|列出|所示|说明|描述|表明|可以看)|中|是|为|里|和|与)/;

/** Whether a short line names a figure or a table, as in `图 7-13 Containerd 架构`. */
export function isCaption(line: string): boolean {
  const number = CAPTION.exec(line)?.[0];
  return (
    number !== undefined &&
    line.length <= 80 &&
    !/[。！？]./.test(line) &&
    !ABOUT.test(line.slice(number.length))
  );
}
