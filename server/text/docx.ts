import { DomainError } from '../core/refusal.ts';
import type { Unpacked } from './epub.ts';
import { matterOf } from './matter.ts';
import { WHOLE } from './page.ts';
import type { XmlElement } from './xml.ts';
import { all, childOf, readXml, xmlText } from './xml.ts';

/**
 * The text of a DOCX as a page of HTML, a block a line: headings, paragraphs, lists, tables, emphasis, links; footnotes behind the text. What was deleted while changes were
 * tracked is left out. The same file always gives the same page.
 *
 * @throws DomainError `invalid` if it is damaged.
 */
export function openDocx(files: ReadonlyMap<string, Uint8Array>): Unpacked {
  const read = (path: string): XmlElement | undefined => {
    const bytes = files.get(path);
    return bytes === undefined ? undefined : readXml(bytes, path);
  };
  const body = childOf(childOf(read('word/document.xml'), 'document'), 'body');
  if (body === undefined) throw new DomainError('invalid', 'it has no text in it; it is damaged');
  const writer = new PageWriter(
    stylesIn(read('word/styles.xml')),
    numberingIn(read('word/numbering.xml')),
    linksIn(read('word/_rels/document.xml.rels')),
  );
  const lines = [...writer.blocks(body), ...writer.footnotes(read('word/footnotes.xml'))];
  const properties = childOf(read('docProps/core.xml'), 'coreProperties');
  const matter = matterOf({
    title: xmlText(childOf(properties, 'title')),
    author: xmlText(childOf(properties, 'creator')),
    date: xmlText(childOf(properties, 'created')),
    url: undefined,
  });
  const remarks = all(body, 'txbxContent').length > 0 ? ['text in boxes is left out'] : [];
  return { pages: [`${WHOLE}\n<!doctype html>\n<body>\n${lines.join('\n')}\n</body>\n`], matter, remarks };
}

function value(element: XmlElement | undefined): string | undefined {
  return element?.attributes.get('val');
}

/** The level of a heading by the id of its style; 0 of anything else. */
function stylesIn(root: XmlElement | undefined): ReadonlyMap<string, number> {
  const styles = root === undefined ? [] : all(root, 'style');
  return new Map(
    styles.map((style) => {
      const name = value(childOf(style, 'name')) ?? '';
      const outline = Number(value(childOf(childOf(style, 'pPr'), 'outlineLvl')) ?? '9');
      const level = Number(
        /^(?:heading|标题|標題)\s*(\d)/i.exec(name)?.[1] ?? (/^title$/i.test(name) ? 1 : outline + 1),
      );
      return [style.attributes.get('styleId') ?? '', level >= 1 && level <= 6 ? level : 0];
    }),
  );
}

/** Whether a list is numbered, by its number and depth. */
function numberingIn(root: XmlElement | undefined): (list: string, depth: number) => boolean {
  if (root === undefined) return () => false;
  const kinds = new Map(
    all(root, 'abstractNum').map((one) => [one.attributes.get('abstractNumId'), all(one, 'lvl')]),
  );
  const lists = new Map(
    all(root, 'num').map((one) => [one.attributes.get('numId'), value(childOf(one, 'abstractNumId'))]),
  );
  return (list, depth) => {
    const level = kinds.get(lists.get(list))?.find((one) => one.attributes.get('ilvl') === String(depth));
    return (value(childOf(level, 'numFmt')) ?? 'bullet') !== 'bullet';
  };
}

function linksIn(root: XmlElement | undefined): ReadonlyMap<string, string> {
  const relations = root === undefined ? [] : all(root, 'Relationship');
  return new Map(
    relations.map(({ attributes }) => [attributes.get('Id') ?? '', attributes.get('Target') ?? '']),
  );
}

class PageWriter {
  readonly #levels: ReadonlyMap<string, number>;
  readonly #isNumbered: (list: string, depth: number) => boolean;
  readonly #links: ReadonlyMap<string, string>;
  readonly #notes: string[] = [];

  constructor(
    levels: ReadonlyMap<string, number>,
    isNumbered: (list: string, depth: number) => boolean,
    links: ReadonlyMap<string, string>,
  ) {
    this.#levels = levels;
    this.#isNumbered = isNumbered;
    this.#links = links;
  }

  blocks(parent: XmlElement): string[] {
    const lines: string[] = [];
    const lists: string[] = [];
    const closeTo = (depth: number): void => {
      while (lists.length > depth) lines.push(`</${lists.pop()}>`);
    };
    for (const block of blocksIn(parent)) {
      if (block.name === 'tbl') {
        closeTo(0);
        lines.push(...this.#table(block));
        continue;
      }
      const text = this.#inline(block);
      if (text.trim() === '') continue;
      const format = childOf(block, 'pPr');
      const level = this.#levelOf(format);
      const numbering = childOf(format, 'numPr');
      const list = value(childOf(numbering, 'numId')) ?? '0';
      if (level > 0 || list === '0') {
        closeTo(0);
        lines.push(level > 0 ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`);
        continue;
      }
      const depth = Math.min(8, Number(value(childOf(numbering, 'ilvl')) ?? '0') || 0);
      closeTo(depth + 1);
      while (lists.length <= depth) {
        const name = this.#isNumbered(list, lists.length) ? 'ol' : 'ul';
        lists.push(name);
        lines.push(`<${name}>`);
      }
      lines.push(`<li>${text}</li>`);
    }
    closeTo(0);
    return lines;
  }

  /** The footnotes that the text refers to, in its order. */
  footnotes(root: XmlElement | undefined): string[] {
    const notes = new Map(
      (root === undefined ? [] : all(root, 'footnote')).map((note) => [note.attributes.get('id'), note]),
    );
    return this.#notes.flatMap((id, index) => {
      const note = notes.get(id);
      const text =
        note === undefined
          ? ''
          : blocksIn(note)
              .map((block) => this.#inline(block))
              .join(' ')
              .trim();
      return text === '' ? [] : [`<p>[${index + 1}] ${text}</p>`];
    });
  }

  #levelOf(format: XmlElement | undefined): number {
    const outline = Number(value(childOf(format, 'outlineLvl')) ?? '9') + 1;
    const styled = this.#levels.get(value(childOf(format, 'pStyle')) ?? '') ?? 0;
    return styled > 0 ? styled : outline <= 6 ? outline : 0;
  }

  #table(table: XmlElement): string[] {
    const rows = all(table, 'tr').map((row) => {
      const cells = all(row, 'tc').map(
        (cell) =>
          `<td>${blocksIn(cell)
            .map((block) => this.#inline(block))
            .join('<br>')}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
    return ['<table>', ...rows, '</table>'];
  }

  #inline(parent: XmlElement): string {
    let html = '';
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      const { name } = child;
      if (name === 'r') html += this.#run(child);
      else if (name === 'hyperlink') {
        const href = this.#links.get(child.attributes.get('id') ?? '');
        const text = this.#inline(child);
        html += href === undefined ? text : `<a href="${escaped(href)}">${text}</a>`;
      } else if (name === 'AlternateContent') html += this.#inline(childOf(child, 'Choice') ?? child);
      else if (!/^(?:del|moveFrom|pPr|txbxContent|Fallback)$/.test(name)) html += this.#inline(child);
    }
    return html;
  }

  #run(run: XmlElement): string {
    const text = run.children.map((child) => (typeof child === 'string' ? '' : this.#piece(child))).join('');
    const format = childOf(run, 'rPr');
    if (text.trim() === '' || format === undefined) return text;
    const has = (name: string): boolean => {
      const found = childOf(format, name);
      return found !== undefined && !/^(?:0|false|none|off)$/.test(value(found) ?? '1');
    };
    if (has('vanish')) return '';
    const marks = [has('strike') && 's', has('i') && 'em', has('b') && 'strong'].filter(
      (mark) => mark !== false,
    );
    return marks.reduce((html, mark) => `<${mark}>${html}</${mark}>`, text);
  }

  #piece(piece: XmlElement): string {
    if (piece.name === 't') return escaped(xmlText(piece));
    if (piece.name === 'tab' || piece.name === 'ptab') return ' ';
    if (piece.name === 'br' || piece.name === 'cr') return '<br>';
    if (piece.name === 'noBreakHyphen') return '-';
    if (piece.name !== 'footnoteReference') return '';
    return `[${this.#notes.push(piece.attributes.get('id') ?? '')}]`;
  }
}

/** Paragraphs and tables, also those within controls and within what was inserted. */
function blocksIn(parent: XmlElement): XmlElement[] {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string' || /^(?:del|moveFrom|Fallback)$/.test(child.name)) return [];
    return child.name === 'p' || child.name === 'tbl' ? [child] : blocksIn(child);
  });
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one,
  );
}
