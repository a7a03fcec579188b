import { describe, expect, it } from 'vitest';
import { openInThread } from '../../server/opener.ts';
import { openFile } from '../../server/text/open.ts';
import { docxOf, epubOf, zipOf } from './archives.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const shown = (bytes: Uint8Array, name = 'a'): string[] =>
  openFile(bytes, { name }).texts.flatMap(({ drafts }) => drafts.map(({ kind, text }) => `${kind}: ${text}`));

describe('openFile', () => {
  it('takes a book apart into its chapters, without its table of contents', () => {
    const { texts, container } = openFile(
      epubOf(['<h1>一</h1><p>灯亮。</p>', '<h1>二</h1><p>燈滅了，他們說。</p>', '<p/>']),
      { name: 'b.epub' },
    );
    expect(container).toEqual({ kind: 'epub', title: '海岸 & 灯', author: '林海' });
    expect(
      texts.map(({ drafts, language }) => `${language} ${drafts.map(({ text }) => text).join('/')}`),
    ).toEqual(['zh-Hans 一/灯亮。', 'zh-Hant 二/燈滅了，他們說。']);
  });

  it('reads headings, lists, tables, marks and footnotes of a DOCX, but not what was deleted', () => {
    const run = (text: string, format = ''): string =>
      `<w:r><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body =
      `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${run('灯塔')}</w:p>` +
      `<w:p>${run('一盏')}${run('灯', '<w:b/>')}<w:del>${run('火')}</w:del><w:ins>${run(' &lt;b&gt;。')}</w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:hyperlink r:id="r1">${run('擦镜')}</w:hyperlink></w:p>` +
      `<w:tbl><w:tr><w:tc><w:p>${run('月')}</w:p></w:tc></w:tr></w:tbl>`;
    const [text] = openFile(docxOf(body), { name: 'p.docx' }).texts;
    expect(
      text?.drafts.map(
        ({ kind, text: words, marks }) =>
          `${kind}: ${words} ${marks.map((mark) => ('href' in mark ? mark.href : mark.kind)).join()}`,
      ),
    ).toEqual([
      'heading: 灯塔 ',
      'paragraph: 一盏灯 <b>。[1] strong',
      'item: 擦镜 https://example.org/?a=1&b',
      'table: 月 ',
      'paragraph: [1] 见航海志。 ',
    ]);
    expect(
      Buffer.from(text?.bytes ?? []).equals(
        Buffer.from(openFile(docxOf(body), { name: 'q.docx' }).texts[0]?.bytes ?? []),
      ),
    ).toBe(true);
  });

  const laughs = `<!DOCTYPE l [<!ENTITY a "哈">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index > 0 ? index - 1 : ''};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['an empty file', new Uint8Array(), 'it is empty'],
    ['a PDF', utf8('%PDF-1.7\n'), 'it is a PDF: .* copy the text out of it'],
    ['an old .doc', Buffer.from('\xd0\xcf\x11\xe0', 'latin1'), 'save it as .docx'],
    ['a program', Uint8Array.from({ length: 512 }, (_, index) => (index * 7) % 256), 'it is no text'],
    ['NUL in a text', utf8('灯很亮。\0'), 'character 5 is NUL'],
    ['a name that says nothing', utf8('灯'), 'say --format'],
    ['a ZIP of anything', zipOf({ 'a.txt': '灯' }), 'neither an EPUB nor a DOCX'],
    ['a ZIP that was cut off', epubOf(['灯']).subarray(0, 300), 'damaged ZIP'],
    ['names that lead out of an archive', epubOf(['灯'], { '../../a.xhtml': '灯' }), 'lead out of it'],
    ['a bomb', epubOf(['灯'], { 'OEBPS/b.xhtml': new Uint8Array(70_000_000) }), 'more than 64 MB'],
    [
      'entities that multiply, in a DOCX',
      docxOf('', { 'word/document.xml': `${laughs}<w:document><w:body>&a8;</w:body></w:document>` }),
      'entities of its own',
    ],
    [
      'entities that multiply, in a book',
      epubOf([], { 'META-INF/container.xml': `${laughs}<container>&a8;</container>` }),
      'entities of its own',
    ],
    [
      'a book without its chapters',
      zipOf({ 'META-INF/container.xml': '<container><rootfile full-path="x.opf"/></container>' }),
      'lacks x.opf',
    ],
    [
      'a protected book',
      epubOf(['灯'], { 'META-INF/encryption.xml': '<e><CipherReference URI="OEBPS/text/c%200.xhtml"/></e>' }),
      'protected',
    ],
    ['XML that is none', docxOf('<w:p>'), 'no well-formed XML'],
  ])('refuses %s, and says what to do', (_, bytes, why) => {
    expect(() => openFile(bytes, { name: 'a' })).toThrow(new RegExp(why));
  });

  it.each([
    ['elements', 'a.html', `${'<div>'.repeat(100_000)}灯`, 'more than 512 deep'],
    ['elements that are moved', 'a.html', `灯${'<b><p>'.repeat(5_000)}`, 'more than 512 deep'],
    [
      'lists',
      'a.md',
      Array.from({ length: 500 }, (_, index) => `${'  '.repeat(index)}- 灯`).join('\n'),
      'line 101 lie a hundred deep',
    ],
    ['quotations', 'a.md', `${'> '.repeat(500)}灯`, 'line 1 lie a hundred deep'],
  ])('refuses %s that lie in one another too deep', (_, name, text, why) => {
    expect(() => openFile(utf8(text), { name })).toThrow(why);
  });

  it('refuses what is too long, with the figures', () => {
    expect(() => openFile(Buffer.alloc(5_100_000, '灯'), { name: 'a.txt' })).toThrow(
      'it has 5.1 MB, and at most 5 MB are read',
    );
  });

  it('bears a line of a hundred thousand characters, and ten thousand headings', () => {
    expect(shown(utf8('灯很亮，海很黑。'.repeat(12_500)), 'a.md')).toHaveLength(12_500);
    expect(shown(utf8('灯\n-\n'.repeat(10_000)), 'a.md')).toHaveLength(10_000);
  });

  it('believes what a page says of its encoding, where its bytes allow it', () => {
    const gbk = Buffer.concat([utf8('<meta charset="GB2312"><p>'), Buffer.of(0xb5, 0xc6, 0xcb, 0xfe)]);
    const { texts, remarks } = openFile(gbk, { name: 'a.html' });
    expect([texts[0]?.encoding, texts[0]?.drafts[0]?.text, remarks.join()]).toEqual([
      'gb18030',
      '灯塔',
      expect.stringContaining('read as GB18030'),
    ]);
  });
});

describe('openInThread', () => {
  it('is stopped when it takes too long, and says what to do', async () => {
    await expect(openInThread(utf8('灯\n'.repeat(1000)), { name: 'a.md' }, 1)).rejects.toThrow(
      'cut it into several files',
    );
  });

  it('brings refusals across', async () => {
    await expect(openInThread(new Uint8Array(), { name: 'a.md' })).rejects.toThrow('it is empty');
  });
});
