import { createRequire } from 'node:module';
import type { PageElement, PageText } from './page-tree.ts';
import { attributeOf, elementsIn, isElement, isText, textIn } from './page-tree.ts';

/** What of a page is its article, and what Readability makes of its head. */
export interface Readable {
  /** Elements whose own text belongs to the article. */
  readonly kept: ReadonlySet<PageElement>;
  readonly title?: string;
  readonly author?: string;
  readonly date?: string;
}

const require = createRequire(import.meta.url);

// What Readability looks at; `style` is left out, as saved pages hide what a script was to show.
const LOOKED_AT =
  /^(?:id|class|rel|itemprop|role|href|src|alt|property|name|content|datetime|hidden|aria-hidden|aria-modal|type|lang)$/;
const SILENT = /^(?:style|svg|template|iframe|object|noscript|math)$/;
const MARK = 'data-n';
// Of Han in a short article; Readability's own measure is that of English.
const SHORTEST = 200;

/**
 * Find the article of a page with Readability (Mozilla), on a copy of its tree in which every element carries its number. What it drops from within the
 * article although it is prose – a heading, a table, code, a list without links – is kept.
 */
export function readableOf(root: PageElement): Readable {
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { Readability } = require('@mozilla/readability') as Library;
  const { document } = parseHTML('<!doctype html><html></html>');
  const elements = [...elementsIn(root)];
  const numbers = new Map(elements.map((element, index) => [element, index]));
  copyInto(document as unknown as Copies, document.documentElement as unknown as Copy, root, numbers);
  const article = new Readability(document, {
    charThreshold: SHORTEST,
    serializer: (node) => node,
  }).parse();
  const kept = new Set<PageElement>();
  for (const number of article?.content ? numbersIn(article.content) : []) {
    const element = elements[number];
    if (element !== undefined) kept.add(element);
  }
  rescue(root, kept);
  if (saysNothing(kept)) for (const element of withoutFrame(root)) kept.add(element);
  follow(root, kept);
  const { title, byline, publishedTime } = article ?? {};
  return {
    kept,
    ...(title && { title }),
    ...(byline && { author: byline }),
    ...(publishedTime && { date: publishedTime }),
  };
}

/** Its own types want those of a browser. */
interface Library {
  readonly Readability: new (
    document: unknown,
    options: { charThreshold: number; serializer: (node: Copy) => Copy },
  ) => {
    readonly parse: () => {
      readonly content?: Copy | null;
      readonly title?: string | null;
      readonly byline?: string | null;
      readonly publishedTime?: string | null;
    } | null;
  };
}

interface Copy {
  readonly attributes: Iterable<{ readonly name: string }>;
  readonly children: Iterable<Copy>;
  setAttribute(name: string, value: string): void;
  appendChild(child: unknown): void;
}
interface Copies {
  createElement(name: string): Copy;
  createTextNode(text: string): unknown;
}

function copyInto(
  document: Copies,
  copy: Copy,
  element: PageElement,
  numbers: ReadonlyMap<PageElement, number>,
): void {
  for (const { name, value } of element.attrs) if (LOOKED_AT.test(name)) copy.setAttribute(name, value);
  // As a name and not as a value: where it puts an element in the place of its parent, Readability gives it the parent's attributes, too.
  copy.setAttribute(`${MARK}${numbers.get(element)}`, '');
  for (const child of element.childNodes) {
    if (isText(child)) copy.appendChild(document.createTextNode(child.value));
    else if (isElement(child) && !SILENT.test(child.tagName) && isNeeded(child)) {
      const made = document.createElement(/^[a-z][a-z0-9-]*$/.test(child.tagName) ? child.tagName : 'span');
      copyInto(document, made, child, numbers);
      copy.appendChild(made);
    }
  }
}

function isNeeded(element: PageElement): boolean {
  return element.tagName !== 'script' || attributeOf(element, 'type') === 'application/ld+json';
}

function numbersIn(content: Copy): number[] {
  const found: number[] = [];
  const open = [content];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { name } of next.attributes)
      if (name.startsWith(MARK)) found.push(Number(name.slice(MARK.length)));
    open.push(...next.children);
  }
  return found;
}

const PROSE = /^(?:h[1-6]|p|pre|table|blockquote|figure|ul|ol|dl|section|div)$/;
const FRAME = /^(?:nav|header|footer|aside|form|button|select|textarea|script|dialog)$/;
const FURNITURE =
  /(?:^|[\s_-])(?:ads?|advert\w*|banner|breadcrumbs?|comments?|copyright|disqus|footer|gutter|line-numbers|menu|meta|nav\w*|pagination|pager|promo\w*|recommend\w*|related|reward|share\w*|sidebar|social|sponsor\w*|subscribe|tags?|toc|toolbar|vector-\w*)(?:$|[\s_-])/i;

/** Take back into the article what stands within it and is prose. */
function rescue(root: PageElement, kept: Set<PageElement>): void {
  for (const parent of elementsIn(root)) {
    if (!kept.has(parent) || parent.tagName === 'body' || parent.tagName === 'html') continue;
    for (const child of parent.childNodes) {
      if (!isElement(child) || kept.has(child) || !(isProse(child) || isLine(child, parent))) continue;
      for (const inner of withoutFrame(child)) kept.add(inner);
    }
  }
}

const BOX = /^(?:div|section)$/;

/** Whether a box is a short paragraph – what somebody says – among others that are boxes, too. */
function isLine(element: PageElement, parent: PageElement): boolean {
  if (!BOX.test(element.tagName) || !isMostlyText(element)) return false;
  return parent.childNodes.some(
    (other) =>
      isElement(other) &&
      other !== element &&
      other.tagName === element.tagName &&
      attributeOf(other, 'class') === attributeOf(element, 'class') &&
      isProse(other),
  );
}

// Readability makes a paragraph of what stands in a box, and the box is gone; what is marked or linked in its line is still there.
const INLINE = /^(?:a|abbr|b|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u)$/;

/** What stands within a line has the lot of the line. */
function follow(root: PageElement, kept: Set<PageElement>): void {
  for (const parent of elementsIn(root)) {
    if (kept.has(parent) || /^(?:body|html)$/.test(parent.tagName) || !hasOwnText(parent)) continue;
    for (const child of parent.childNodes) {
      if (!isElement(child) || !INLINE.test(child.tagName)) continue;
      for (const inner of elementsIn(child)) kept.delete(inner);
    }
  }
}

function saysNothing(kept: ReadonlySet<PageElement>): boolean {
  for (const element of kept) if (hasOwnText(element)) return false;
  return true;
}

function hasOwnText(element: PageElement): boolean {
  return element.childNodes.some((node) => isText(node) && node.value.trim() !== '');
}

function isProse(element: PageElement): boolean {
  if (!PROSE.test(element.tagName) || !isMostlyText(element)) return false;
  if (element.tagName === 'pre' || /^h\d$/.test(element.tagName)) return true;
  const { length } = textIn(element).replace(/\s+/g, '');
  const isLong = length > 40 || element.childNodes.some((node) => /^h\d$/.test(node.nodeName));
  return isLong || !BOX.test(element.tagName);
}

/** Whether it has text, and not most of it in links; and is no furniture by its name. */
function isMostlyText(element: PageElement): boolean {
  if (isFurnished(element)) return false;
  const text = textIn(element).replace(/\s+/g, '');
  if (text === '') return false;
  if (element.tagName === 'pre' || /^h\d$/.test(element.tagName)) return true;
  const linked = [...elementsIn(element)]
    .filter(({ tagName }) => tagName === 'a')
    .reduce((sum, link) => sum + textIn(link).replace(/\s+/g, '').length, 0);
  return linked / text.length < 0.4;
}

function isFurnished(element: PageElement): boolean {
  return FURNITURE.test(`${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`);
}

/** An element and what is in it, but for what frames a page. */
function* withoutFrame(element: PageElement): Generator<PageElement> {
  yield element;
  for (const child of element.childNodes) {
    if (isElement(child) && !FRAME.test(child.tagName) && !isFurnished(child)) yield* withoutFrame(child);
  }
}

/** The element whose own text a text node is. */
export function ownerOf({ parentNode }: PageText): PageElement | undefined {
  return parentNode !== null && isElement(parentNode) ? parentNode : undefined;
}
