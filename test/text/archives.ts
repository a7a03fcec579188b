import { strToU8, zipSync } from 'fflate';

/** A ZIP of these texts. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A book of these chapters, each the content of its body. */
export function epubOf(
  chapters: readonly string[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const items = chapters.map(
    (_, index) => `<item id="c${index}" href="text/c%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const refs = chapters.map((_, index) => `<itemref idref="c${index}"/>`);
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
    'OEBPS/content.opf': `<?xml version="1.0"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>海岸 &amp; 灯</dc:title><dc:creator>林海</dc:creator></metadata><manifest>${items.join('')}<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="nav"/>${refs.join('')}</spine></package>`,
    'OEBPS/nav.xhtml': '<html><body>目录</body></html>',
    ...Object.fromEntries(
      chapters.map((body, index) => [
        `OEBPS/text/c ${index}.xhtml`,
        `<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><a id="p"/>${body}</body></html>`,
      ]),
    ),
    ...more,
  });
}

/** A word processor's file whose body is this. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = 'xmlns:w="w" xmlns:r="r" xmlns:mc="mc"';
  return zipOf({
    'word/document.xml': `<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${names}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${names}><w:footnote w:id="2"><w:p><w:r><w:t>见航海志。</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="r1" Target="https://example.org/?a=1&amp;b"/></Relationships>',
    ...more,
  });
}
