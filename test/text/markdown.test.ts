import { describe, expect, it } from 'vitest';
import { show } from './parsed.ts';

const md = (source: string): string[] => show(source, 'markdown');

describe('a Markdown text', () => {
  it('gives headings, paragraphs cut into sentences, quotes and code', () => {
    expect(
      md('# 标题\n\n一句。两句！\n\n> 引文。\n\n```js\nlet a = 1;\n\n  b();\n```\n\n小结\n---\n'),
    ).toEqual([
      'heading1: 标题',
      'paragraph: 一句。',
      '+ paragraph: 两句！',
      'quote: 引文。',
      'code: let a = 1;\n\n  b();',
      'heading2: 小结',
    ]);
  });

  it('leaves front matter out', () => {
    expect(md('---\ntitle: 标题\ntags:\n---\n\n正文。')).toEqual(['paragraph: 正文。']);
  });

  it('joins lines without a space between Han, with one between Latin words', () => {
    expect(md('一行没有完，\n下一行接着。\nTwo words\nmeet 中文\nhere')).toEqual([
      'paragraph: 一行没有完，下一行接着。',
      '+ paragraph: Two words meet 中文here',
    ]);
  });

  it('keeps emphasis beside Han punctuation', () => {
    expect(md('这是**“重点”**吗，**对。**对。')).toEqual([
      'paragraph: 这是{strong “重点”}吗，{strong 对。}',
      '+ paragraph: 对。',
    ]);
  });

  it('keeps links to the web and to mail, and drops the address of any other', () => {
    expect(
      md(
        '[甲](https://a.example/) [乙](javascript:alert(1)) [丙](mailto:a@b.c) [丁](../x) <https://d.example/?q=1&r=2>',
      ),
    ).toEqual([
      'paragraph: {https://a.example/ 甲} 乙 {mailto:a@b.c 丙} 丁 {https://d.example/?q=1&r=2 https://d.example/?q=1&r=2}',
    ]);
  });

  it('links no address that no browser could follow', () => {
    expect(md('见 https://a.example:99999999/x 与[乙](https://:80/)。')).toEqual([
      'paragraph: 见 https://a.example:99999999/x 与乙。',
    ]);
  });

  it('follows references, and links an address that is written out', () => {
    expect(
      md('见[甲][1]和[乙]，https://c.example/x，完。\n\n[1]: https://a.example/\n[乙]: <data:text/html,x>\n'),
    ).toEqual(['paragraph: 见{https://a.example/ 甲}和乙，{https://c.example/x https://c.example/x}，完。']);
  });

  it('undoes escapes and references', () => {
    expect(md('\\*星\\* &amp; &lt;b&gt; &#x9cb8;')).toEqual(['paragraph: *星* & <b> 鲸']);
  });

  it('gives numbered and nested items their depth and number', () => {
    expect(md('3. 三\n4. 四\n   - 甲\n\n     续。\n   - 乙\n')).toEqual([
      'item1[3.]: 三',
      'item1[4.]: 四',
      'item2: 甲',
      '+ item2: 续。',
      'item2: 乙',
    ]);
  });

  it('takes numbered lines that stand alone before text for headings', () => {
    expect(md('1. 起\n\n正文一。\n\n2. 落\n\n正文二。')).toEqual([
      'heading2: 1. 起',
      'paragraph: 正文一。',
      'heading2: 2. 落',
      'paragraph: 正文二。',
    ]);
  });

  it('makes a caption of an image in its own line, and debris of one whose text says nothing', () => {
    expect(
      md(
        '前。\n![两条船](a.png)\n后。\n\n![img](b.png)\n\n[![灯塔](c.png)](https://c.example/)\n\n行内![叹号](d.png)图。',
      ),
    ).toEqual([
      'paragraph: 前。',
      'caption: 两条船',
      'paragraph: 后。',
      '~caption: img',
      'caption: 灯塔',
      'paragraph: 行内叹号图。',
    ]);
  });

  it('ends a sentence where a line is broken on purpose', () => {
    expect(md('白日依山尽，  \n黄河入海流。<br>欲穷\n千里目')).toEqual([
      'paragraph: 白日依山尽，',
      '+ paragraph: 黄河入海流。',
      '+ paragraph: 欲穷千里目',
    ]);
  });

  it('gives the cells of a table', () => {
    expect(md('| 年 | 事 |\n|--|--|\n| 2013 | **甲** |\n')).toEqual([
      'table(0,0 head): 年',
      '+ table(0,1 head): 事',
      '+ table(1,0): 2013',
      '+ table(1,1): {strong 甲}',
    ]);
  });

  it('ties footnotes to their references', () => {
    expect(md('正文[^a]。\n\n[^a]: 脚注。又一句。\n')).toEqual([
      'paragraph: 正文{^a}。',
      'footnote[a]: 脚注。',
      '+ footnote[a]: 又一句。',
    ]);
  });

  it('reduces known HTML to its text and marks', () => {
    expect(
      md(
        '<font color="red"> **红** </font>字，<b onclick="x()">粗</b>，<a href="javascript:x">甲</a><a href="https://a.example/">乙</a>。<!-- 无 -->',
      ),
    ).toEqual(['paragraph: {strong 红} 字，{strong 粗}，甲{https://a.example/ 乙}。']);
  });

  it('leaves what is no element as it was typed', () => {
    expect(md('List<T> 与 a < b，<未知>，<b 未完')).toEqual(['paragraph: List<T> 与 a < b，<未知>，<b 未完']);
  });

  it('keeps what scripts, styles and drawings hold as debris', () => {
    expect(
      md(
        '<script>alert(1)</script>\n\n正文<svg><title>Group</title></svg>。\n\n<style>\np { color: red }\n</style>\n',
      ),
    ).toEqual([
      '~paragraph: alert(1)',
      'paragraph: 正文',
      '+ ~paragraph: Group',
      '+ paragraph: 。',
      '~paragraph: p { color: red }',
    ]);
  });

  it('gives blocks of HTML as blocks', () => {
    expect(
      md(
        '<div align="center">\n<h2>题</h2>\n<p>一句。两&amp;句。</p><ul><li>项</li></ul>\n<img src="a.png" alt="两条船">\n</div>\n',
      ),
    ).toEqual(['heading2: 题', 'paragraph: 一句。', '+ paragraph: 两&句。', 'item1: 项', 'caption: 两条船']);
  });

  it('leaves front matter of other makers out, too', () => {
    expect(md('+++\ntitle = "灯"\n+++\n\n正文。')).toEqual(['paragraph: 正文。']);
    expect(md('title: 灯\ndate: 2014-01-02\ntags:\n- 海\n---\n正文。')).toEqual(['paragraph: 正文。']);
    expect(md('正文：一\n---\n')).toEqual(['heading2: 正文：一']);
  });

  it('flags the tags of site generators, keeps what they enclose, and takes code between them for code', () => {
    expect(
      md(
        '{% note info %}\n小心。\n{% endnote %}\n{% highlight js %}\n# a\n\n  b();\n{% endhighlight %}\n::: tip 提示\n看灯。\n:::\n{{< toc >}}\n正文{% x y %}在此。',
      ),
    ).toEqual([
      '~paragraph: {% note info %}',
      'paragraph: 小心。',
      '~paragraph: {% endnote %}',
      'code: # a\n\n  b();',
      'paragraph: 提示',
      'paragraph: 看灯。',
      '~paragraph: {{< toc >}}',
      'paragraph: 正文{% x y %}在此。',
    ]);
    expect(md('```\n{% note %}\n::: a\n```\n\n{% highlight js %}\n没有结束。')).toEqual([
      'code: {% note %}\n::: a',
      '~paragraph: {% highlight js %}',
      'paragraph: 没有结束。',
    ]);
  });

  it('takes prose that is indented as in print for prose, and code for code', () => {
    expect(md('前。\n\n    四格缩进的一段话，不是代码。\n\n    let a = 1;\n    // 注释，一句话。\n')).toEqual(
      ['paragraph: 前。', 'paragraph: 四格缩进的一段话，不是代码。', 'code: let a = 1;\n// 注释，一句话。'],
    );
    expect(md('- 项\n\n      这是列表里的代码，缩进六格。')).toEqual([
      'item1: 项',
      'code: 这是列表里的代码，缩进六格。',
    ]);
  });

  it('ends a sentence before a line that begins with a number or an indent', () => {
    expect(md('看云\n2、看风\n　　回家\n了')).toEqual([
      'paragraph: 看云',
      '+ paragraph: 2、看风',
      '+ paragraph: 回家了',
    ]);
  });

  it('tells a quotation within an item from an item within a quotation, and goes on behind code', () => {
    expect(md('- 项\n\n  > 引文。\n\n  ```\n  x\n  ```\n\n  续。\n\n> - 引中项\n')).toEqual([
      'item1: 项',
      'quote: 引文。',
      'code: x',
      'item1: 续。',
      'item1: 引中项',
    ]);
  });

  it('leaves out the box of a task, and the mark of an alert', () => {
    expect(md('- [x] 点灯\n- [ ] 出海\n\n> [!NOTE]\n> 小心。')).toEqual([
      'item1: 点灯',
      'item1: 出海',
      '~quote: [!NOTE]',
      '+ quote: 小心。',
    ]);
  });

  it('undoes the escape of a stroke in a cell, also within code', () => {
    expect(md("| 甲 |\n|--|\n| `'a' \\| 'b'` \\| 丙 |\n")[1]).toBe("+ table(1,0): {code 'a' | 'b'} | 丙");
  });

  it('gives tables, lists, quotes and code of HTML as what they are', () => {
    expect(
      md(
        '<table><tr><th>年<th>事</tr><tr><td>1903</td><td><b>建成</b></td></tr></table>\n\n<ol><li><p>甲。乙。</p><ul><li>丙</li></ul></li><li>丁</ol>\n\n<blockquote><p>引文。</p></blockquote>\n\n<h1><img alt="标志">海</h1>\n\n<pre><code>a &lt; b\n\n  c</code></pre>',
      ),
    ).toEqual([
      'table(0,0 head): 年',
      '+ table(0,1 head): 事',
      '+ table(1,0): 1903',
      '+ table(1,1): {strong 建成}',
      'item1[1.]: 甲。',
      '+ item1[1.]: 乙。',
      'item2: 丙',
      'item1[2.]: 丁',
      'quote: 引文。',
      'caption: 标志',
      'heading1: 海',
      'code: a < b\n\n  c',
    ]);
  });

  it('takes nothing within a formula for markup, but prices for text', () => {
    expect(md('公式 $a*b*c$ 与 $x_1\\_y$，价 $5 和*星*的 $6。')).toEqual([
      'paragraph: 公式 $a*b*c$ 与 $x_1\\_y$，价 $5 和{emphasis 星}的 $6。',
    ]);
  });

  it('joins lines at marks of both languages as the words beside them are joined', () => {
    expect(show('“What is it?”\nasked Anna…\nwho knew.', 'markdown')).toEqual([
      'paragraph: “What is it?” asked Anna… who knew.',
    ]);
    expect(show('有人说“等”\n没人知道……\n为什么。', 'markdown')).toEqual([
      'paragraph: 有人说“等”没人知道……为什么。',
    ]);
  });
});
