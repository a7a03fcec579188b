import type { Matter } from '../core/opened.ts';
import type { DraftBlock } from './block.ts';
import { Flow } from './html-flow.ts';
import { pageMatter } from './page-matter.ts';
import type { PageElement, PageText } from './page-tree.ts';
import { attributeOf, elementsIn, isElement, isText, textIn, treeOf } from './page-tree.ts';
import type { Readable } from './readable.ts';
import { readableOf } from './readable.ts';

/** Stands before what Duidu made itself out of a book or a word processor's file: all of it is the article. */
export const WHOLE = '<!-- duidu: whole -->';

/**
 * The blocks of a saved web page, with exact ranges of the source, and what it says of itself. What is no part of its article – menus, comments,
 * the foot of the page – is debris; scripts and styles are markup. Nothing is rendered, run or fetched.
 */
export function readPage(source: string): { readonly blocks: DraftBlock[]; readonly matter: Matter } {
  const { root, comments } = treeOf(source);
  if (root === undefined) return { blocks: [], matter: {} };
  const isWhole = source.startsWith(WHOLE);
  const readable = isWhole ? { kept: new Set(elementsIn(root)) } : readableOf(root);
  const matter = pageMatter(root, comments, readable);
  const body = root.childNodes.find(
    (node): node is PageElement => isElement(node) && node.tagName === 'body',
  );
  if (body === undefined) return { blocks: [], matter };
  const heading = isWhole ? undefined : titleIn(body, readable, matter.title);
  const kept = new Set(heading === undefined ? readable.kept : [...readable.kept, ...elementsIn(heading)]);
  const walk = new Walk(source, kept);
  walk.into(body);
  const title = heading === undefined ? undefined : headingIn(heading).replace(/\s+/g, ' ').trim();
  return { blocks: walk.flow.finish(), matter: { ...matter, ...(title !== undefined && { title }) } };
}

export function parsePage(source: string): DraftBlock[] {
  return readPage(source).blocks;
}

/** The heading that gives the page's title often stands before its article; it is part of it, and says the title without the name of the site. */
function titleIn(
  body: PageElement,
  { kept, title }: Readable,
  said: string | undefined,
): PageElement | undefined {
  let heading: PageElement | undefined;
  for (const element of elementsIn(body)) {
    const hasText = element.childNodes.some((node) => isText(node) && node.value.trim() !== '');
    if (/^h[12]$/.test(element.tagName)) {
      const text = plainOf(headingIn(element));
      const isIt = text.length > 1 && [title, said].some((one) => plainOf(one ?? '').includes(text));
      if (isIt && (heading?.tagName !== 'h1' || element.tagName === 'h1')) heading = element;
    } else if (kept.has(element) && hasText) break;
  }
  return heading ?? onlyHeading(body);
}

const NAME_OF_SITE = /(?:^|[\s_-])(?:brand|logo|site-?(?:name|title))(?:$|[\s_-])/i;

/** The one heading of the first level that a page has, whatever its head says; not if it is the name of the site. */
function onlyHeading(body: PageElement): PageElement | undefined {
  const all = [...elementsIn(body)].filter(({ tagName }) => tagName === 'h1');
  const [only, ...others] = all;
  if (only === undefined || others.length > 0 || !/\p{Script=Han}/u.test(headingIn(only))) return undefined;
  const isName = [only, ...elementsIn(only)].some((one) =>
    ['class', 'id'].some((name) => NAME_OF_SITE.test(attributeOf(one, name) ?? '')),
  );
  return isName ? undefined : only;
}

/** The text of a heading without the sign for its own address. */
function headingIn(heading: PageElement): string {
  const signs = [...elementsIn(heading)].filter((one) => WIDGET.test(attributeOf(one, 'class') ?? ''));
  return signs.reduce((text, sign) => text.replace(textIn(sign), ''), textIn(heading));
}

function plainOf(text: string): string {
  return text.replace(/\s+/g, '');
}

// What these hold is no text that anybody reads.
const SILENT = /^(?:script|style|svg|template|iframe|object|noscript|math|head|title|rt|rtc|rp)$/;
// Within an article, what belongs to the page all the same.
const WIDGET =
  /(?:^|\s)(?:mw-editsection|header-anchor|headerlink|anchor-link|anchor|gutter|line-numbers|line-numbers-wrapper|copy|copy-btn|copy-code-button|code-copy|sr-only|visually-hidden|noprint|navbox|toc|katex-html|mw-jump-link)(?:\s|$)/;
const CONTROL = /^(?:button|select|textarea|nav)$/;

const LONG_CELL = 120;

/** Whether a table is there for the layout of its page: other tables or much text stand in its cells, and none is a head. */
function isLayout(table: PageElement): boolean {
  const all = [...elementsIn(table)].slice(1);
  if (all.some(({ tagName }) => tagName === 'th' || tagName === 'pre')) return false;
  return all.some(
    (one) => one.tagName === 'table' || (one.tagName === 'td' && plainOf(textIn(one)).length > LONG_CELL),
  );
}

/** Whether it belongs to the page and stands in the middle of a line: the text goes on behind it, and is not cut there. */
function interrupts(child: PageElement, { childNodes }: PageElement): boolean {
  if (!/^(?:a|small|span|sup)$/.test(child.tagName) || !WIDGET.test(attributeOf(child, 'class') ?? ''))
    return false;
  const at = childNodes.indexOf(child);
  const isSaid = (node: (typeof childNodes)[number]): boolean =>
    isText(node)
      ? node.value.trim() !== ''
      : isElement(node) && /^(?:a|b|em|i|span|strong)$/.test(node.tagName);
  return childNodes.slice(0, at).some(isSaid) && childNodes.slice(at + 1).some(isSaid);
}

const REFERENCE = /^\s*[[［(（]?(?:\d{1,3}|[*†‡a-z]|注\s?\d{1,2})[\]］)）]?\s*$/;

/** Whether it is the small figure that leads to a note of the page: a sign for it, and none of the sentence that it stands in. */
function isReference(child: PageElement, parent: PageElement): boolean {
  if (!/^(?:a|sup)$/.test(child.tagName) || !REFERENCE.test(textIn(child))) return false;
  const links = [...elementsIn(child)].filter(({ tagName }) => tagName === 'a');
  const leadsToNote = links.some((link) => /^[^?]*#./.test(attributeOf(link, 'href') ?? ''));
  const isRaised = child.tagName === 'sup' || [...elementsIn(child)].some(({ tagName }) => tagName === 'sup');
  const isTold = links.some((link) =>
    /noteref/.test(`${attributeOf(link, 'epub:type')} ${attributeOf(link, 'role')}`),
  );
  return leadsToNote && (isRaised || isTold) && plainOf(textIn(parent)) !== plainOf(textIn(child));
}

class Walk {
  readonly flow: Flow;
  readonly #kept: ReadonlySet<PageElement>;
  /** Where the last text ended: what a browser moves to the front is not taken twice. */
  #end = 0;
  #isDebris = false;
  /** A line was just broken, and nothing followed. */
  #broke = false;

  constructor(source: string, kept: ReadonlySet<PageElement>) {
    this.flow = new Flow(source);
    this.#kept = kept;
  }

  into(element: PageElement, inWidget = false): void {
    const isWidget =
      inWidget ||
      CONTROL.test(element.tagName) ||
      WIDGET.test(attributeOf(element, 'class') ?? '') ||
      attributeOf(element, 'hidden') !== undefined;
    for (const child of element.childNodes) {
      if (isText(child)) this.#text(child, isWidget || !this.#kept.has(element));
      else if (
        isElement(child) &&
        !SILENT.test(child.tagName) &&
        !interrupts(child, element) &&
        !isReference(child, element)
      )
        this.#element(child, isWidget);
    }
  }

  #element(element: PageElement, inWidget: boolean): void {
    const place = element.sourceCodeLocation;
    const [start, end] = place
      ? [place.startTag?.startOffset ?? place.startOffset, place.startTag?.endOffset ?? place.endOffset]
      : [0, 0];
    const { tagName: name } = element;
    if (name === 'br') {
      if (this.#broke) this.flow.part();
      this.#broke = true;
      if (start >= this.#end) this.flow.endLine(start, end);
    }
    if (name === 'img') {
      if (place && start >= this.#end) {
        this.#mark(inWidget || !this.#kept.has(element));
        this.flow.tag(tagOf(element, false), start, end);
        this.#end = end;
      }
      return;
    }
    if (name === 'table' && isLayout(element)) {
      this.#layout(element, inWidget);
      return;
    }
    this.flow.tag(tagOf(element, false), start, end);
    this.into(element, inWidget);
    if (!/^(?:br|hr|wbr|input)$/.test(name)) this.flow.tag(tagOf(element, true), end, end);
  }

  // Cells that are the parts of a page, and not of a table, are paragraphs one after the other.
  #layout(table: PageElement, inWidget: boolean): void {
    for (const child of table.childNodes) {
      if (!isElement(child)) continue;
      if (/^t(?:body|head|foot|r)$/.test(child.tagName)) this.#layout(child, inWidget);
      else {
        this.flow.part();
        this.into(child, inWidget);
        this.flow.part();
      }
    }
  }

  #text({ value, sourceCodeLocation: place }: PageText, isDebris: boolean): void {
    if (!place || place.startOffset < this.#end) return;
    const { startOffset: start, endOffset: end } = place;
    if (value.trim() !== '') {
      this.#broke = false;
      this.#mark(isDebris);
    }
    this.#end = end;
    this.flow.written(start, end, value.includes('<'));
  }

  #mark(isDebris: boolean): void {
    if (isDebris === this.#isDebris) return;
    this.#isDebris = isDebris;
    this.flow.setDebris(isDebris);
  }
}

function tagOf({ tagName, attrs }: PageElement, isClosing: boolean): Parameters<Flow['tag']>[0] {
  return { name: tagName, isClosing, attributes: new Map(attrs.map(({ name, value }) => [name, value])) };
}
