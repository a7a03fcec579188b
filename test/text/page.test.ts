import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../server/core/segment.ts';
import { readPage, WHOLE } from '../../server/text/page.ts';
import { parseText } from '../../server/text/parse.ts';
import { show } from './parsed.ts';

const LONG =
  '岛上的人都说，夜里看得见灯的时候，船就不会走错路；守灯的人每天傍晚上楼，把镜子擦干净，再点上火，一直看到天亮。';
const paragraphs = `<p>${LONG}</p>`.repeat(4);
const nav = '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul></div>';
const foot = '<div class="footer"><p>版权所有 &copy; 海岸</p></div>';
const page = (body: string, head = '<title>灯塔 - 海岸网</title>'): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}<script>var a = "<div>灯</div>";</script></head><body>${body}</body></html>`;
const article = (inner: string): string =>
  page(`${nav}<h1>灯塔</h1><div class="post">${paragraphs}${inner}${paragraphs}</div>${foot}`);
const shown = (source: string): string[] => show(source, 'html').filter((line) => !line.includes(LONG));

describe('parsePage', () => {
  it('finds the article of a page; what frames it is debris', () => {
    expect(shown(article(''))).toEqual([
      '~item1: 首页',
      '~item1: 新闻',
      'heading1: 灯塔',
      '~paragraph: 版权所有 © 海岸',
    ]);
  });

  it('keeps headings, quotations, code, tables and lists of an article, with their marks', () => {
    const inner =
      '<h2>镜 &amp; 火<a class="header-anchor" href="#x">#</a></h2><blockquote>&ldquo;灯&nbsp;要<b>亮</b>。&rdquo;</blockquote>' +
      '<pre><code>while (a &lt; b) {<br>  lit();\n}</code></pre><table><tr><th>月</th></tr><tr><td>二月</td></tr></table>' +
      '<ul><li>擦镜，<a href="https://example.org/?a=1&amp;b=2">见此</a></li></ul>';
    expect(shown(article(inner)).slice(3, -1)).toEqual([
      'heading2: 镜 & 火',
      '+ ~heading2: #',
      'quote: “灯\u00a0要{strong 亮}。”',
      'code: while (a < b) {\n  lit();\n}',
      'table(0,0 head): 月',
      '+ table(1,0): 二月',
      'item1: 擦镜，{https://example.org/?a=1&b=2 见此}',
    ]);
  });

  it('keeps the short lines of an article whose paragraphs are boxes, and the links in them', () => {
    const box = `<div>${LONG}</div>`;
    const lines =
      '<div>“你去吗？”</div><div>“去。”她说，<a href="https://example.org/">船票</a>在这里。</div>';
    expect(
      shown(page(`${nav}<div class="c">${box}${lines}${box}<div>雨停了。</div>${box}</div>`)).slice(2),
    ).toEqual([
      'paragraph: “你去吗？”',
      'paragraph: “去。”',
      '+ paragraph: 她说，{https://example.org/ 船票}在这里。',
      'paragraph: 雨停了。',
    ]);
  });

  it('takes a line that belongs to the page whole, with what is linked in it', () => {
    const line = '<div class="info">来源：<a href="/">海岸报</a>　记者：李某</div>';
    expect(shown(page(`<h1>灯塔</h1>${line}<div id="c">${paragraphs}</div>`))).toEqual([
      'heading1: 灯塔',
      '~paragraph: 来源：海岸报　记者：李某',
    ]);
  });

  it('keeps the one heading of a page, whatever its head says, but not the name of a site', () => {
    const under = (h1: string): string[] =>
      shown(page(`${nav}${h1}<div class="post">${paragraphs}</div>`, '<title>首页</title>'));
    expect(under('<h1>守灯人</h1>')).toContain('heading1: 守灯人');
    expect(under('<h1 class="site-title">海岸网</h1>')).toContain('~heading1: 海岸网');
  });

  it('takes what is hidden for none of the text', () => {
    expect(shown(article('<p hidden>请登录后查看全部内容。</p>'))).toContain(
      '~paragraph: 请登录后查看全部内容。',
    );
  });

  it('leaves out the small figures that lead to notes, and nothing that only looks like one', () => {
    const told = (inner: string): string[] =>
      shown(article(`<p>${inner}</p>`)).filter((line) => line.includes('灯'));
    expect(
      told(
        '灯亮<sup class="reference"><a href="#cite_note-1">[1]</a></sup>了，灯灭了。<a href="ch2.xhtml#n2" epub:type="noteref"><sup>2</sup></a>',
      ),
    ).toContain('paragraph: 灯亮了，灯灭了。');
    expect(told('灯有10<sup>3</sup>坎德拉。')).toContain('paragraph: 灯有103坎德拉。');
    expect(told('见<a href="#b">灯</a>。').join()).toContain('灯');
  });

  it('does not cut a sentence where a sign of the page stands in it', () => {
    const inner = '<p>船很旧，<span class="noprint">[来源请求]</span>但是还走得动。</p>';
    expect(shown(article(inner)).slice(3, -1)).toEqual(['paragraph: 船很旧，但是还走得动。']);
  });

  it('reads a page that holds nothing but what people answered', () => {
    const answers = [1, 2, 3].map(
      (n) => `<div class="post"><div>甲${n}</div><div>第${n}楼说，灯还亮着，船已经走了很远。</div></div>`,
    );
    const lines = show(page(`<div class="thread">${answers.join('')}</div>`), 'html');
    expect(lines.filter((line) => /^paragraph: 第\d楼说/.test(line))).toHaveLength(3);
  });

  it('takes the characters of a text that is set with pinyin or kana, and not those over them', () => {
    const inner = '<p><ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp>口<rt>kǒu</rt></ruby>很远。</p>';
    expect(shown(article(inner)).slice(3, -1)).toEqual(['paragraph: 港口很远。']);
  });

  it.each([
    [
      'a page of the last century',
      page(
        `<table><tr><td><a href=a>首页</a></td></tr><tr><td>　　${LONG}<br><br>　　${LONG}<BR><br>${LONG}${LONG}</td></tr></table>`,
      ),
    ],
    [
      'a page that is hidden until its scripts run',
      page(
        `<div id="js_content" style="visibility: hidden; opacity: 0">${`<section><span>${LONG}</span></section><p><br></p>`.repeat(4)}</div>`,
      ),
    ],
  ])('reads %s', (_, source) => {
    const lines = show(source, 'html').filter((line) => line.includes(LONG));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => /^(?:\+ )?paragraph: /.test(line))).toBe(true);
  });

  it.each([
    '<p>一<table>二<tr><td>三</table>四',
    '<b><p>一</b>二</p><i>三<p>四</i>',
    '<p title="a > b">𠮷<i>"&\'</i>\u200f &lt;script&gt; &unknown; &#x4e2d;</p>',
    '<p>灯<svg><text>画</text></svg><!-- <p>注 --><textarea><p>写</textarea>',
    '<div><div><div>一</div>二<br/>三<p/>四',
  ])('gives parts that rise and never overlap, and texts that they give: %s', (body) => {
    const source = page(body);
    let end = 0;
    for (const { parts, text } of parseText(source, 'html')) {
      expect(textOf(source, parts)).toBe(text);
      for (const part of parts) {
        expect(part.start).toBeGreaterThanOrEqual(end);
        end = part.end;
      }
    }
    expect(end).toBeGreaterThan(0);
  });

  it('does so whatever the page', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<div>|</div>|<b>|</b>|<table>|<tr>|<td>|</table>|<ul><li>|<br>|<img alt="灯">|<pre>|</pre>|<h2>|</h2>|<svg>|</svg>|<!--|-->|&amp;|&lt;|&#x706f;|灯亮。|𠮷|\r\n| |"\'|<i>|</i>|<a href=x>|</a>|\u200f'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isWhole) => {
        const source = (isWhole ? WHOLE : '') + pieces.join('');
        let end = 0;
        for (const { parts, text } of parseText(source, 'html')) {
          expect(textOf(source, parts)).toBe(text);
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(end);
            expect(part.end).toBeGreaterThan(part.start);
            end = part.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes all of a page that Duidu made itself', () => {
    expect(show(`${WHOLE}\n<body><div class="footer">一灯。</div><nav>目录</nav></body>`, 'html')).toEqual([
      'paragraph: 一灯。',
      '~paragraph: 目录',
    ]);
  });

  it('runs nothing, and takes no address that is none', () => {
    const source = article(
      '<p onclick="x()"><a href="java\tscript:alert(1)">点我</a></p><script>document.write("<p>坏</p>")</script>',
    );
    const lines = show(source, 'html').join('\n');
    expect(lines).not.toMatch(/javascript|坏/);
    expect(lines).toContain('paragraph: 点我');
  });
});

describe('readPage', () => {
  it('finds title, author, date and address where pages say them', () => {
    const head =
      '<title>灯塔 - 海岸网</title><meta name="author" content=" 林 海 "><link rel="canonical" href="https://example.org/l"><meta property="article:published_time" content="2021-3-04T10:00:00+08:00">';
    expect(readPage(page(`<h1>灯塔</h1>${paragraphs}`, head)).matter).toEqual({
      title: '灯塔',
      author: '林 海',
      date: '2021-03-04',
      url: 'https://example.org/l',
    });
  });

  it('takes the title without the sign for its address, and of an author the name', () => {
    const author = '<div itemprop="author"><meta itemprop="name" content="林海">看海的人</div>';
    const source = page(
      `${author}<div class="post"><h1><a class="header-anchor" href="#a">#</a> 镜 &amp; 火</h1>${paragraphs}</div>`,
      '<title>镜 &amp; 火 | 手册</title>',
    );
    expect(readPage(source).matter).toEqual({ title: '镜 & 火', author: '林海' });
  });

  it('takes the address that a browser wrote down, and no date that is none', () => {
    const source = page(`<time>昨天</time>${paragraphs}`, '<title>夜</title>').replace(
      '\n<html>',
      '\n<!-- saved from url=(0021)https://example.org/n -->\n<html>',
    );
    expect(readPage(source).matter).toEqual({ title: '夜', url: 'https://example.org/n' });
  });
});
