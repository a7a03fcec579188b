import { createRequire } from 'node:module';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { DomainError } from '../core/refusal.ts';

export type PageNode = DefaultTreeAdapterTypes.ChildNode;
export type PageElement = DefaultTreeAdapterTypes.Element;
export type PageText = DefaultTreeAdapterTypes.TextNode;

// Asked for when the first page is read: most starts read none.
const require = createRequire(import.meta.url);

// A browser goes no deeper than 512. What is left open by custom is not counted.
const DEEPEST = 512;
const UNCLOSED =
  /^(?:p|li|t[dhr]|d[dt]|option|br|hr|img|input|meta|link|wbr|col|area|base|source|track|embed|param|tbody|thead|tfoot|!.*)$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])(?:[^<>]*[^<>/])?(\/?)>/gi;

/**
 * The elements and texts of an HTML page, as a browser would have them, with their places in `source`. Nothing in it is run or fetched.
 * @throws DomainError `invalid` if its elements lie in one another too deep.
 */
export function treeOf(source: string): {
  readonly root: PageElement | undefined;
  readonly comments: string[];
} {
  // Beforehand and roughly: a parser takes time with the square of the depth.
  let depth = 0;
  for (const [, slash, name = '', self] of source.matchAll(TAG)) {
    if (self === '/' || UNCLOSED.test(name.toLowerCase())) continue;
    depth = slash === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST * 8) throw tooDeep();
  }
  const { parse } = require('parse5') as typeof import('parse5');
  const document = parse(source, { sourceCodeLocationInfo: true });
  const comments = document.childNodes.flatMap((node) =>
    node.nodeName === '#comment' && 'data' in node ? [node.data] : [],
  );
  const root = document.childNodes.find(
    (node): node is PageElement => isElement(node) && node.tagName === 'html',
  );
  if (root !== undefined) mustBeShallow(root);
  return { root, comments };
}

export function isElement(node: DefaultTreeAdapterTypes.Node): node is PageElement {
  return 'tagName' in node;
}

export function isText(node: DefaultTreeAdapterTypes.Node): node is PageText {
  return node.nodeName === '#text';
}

export function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** All elements within `root`, itself first, in the order of the source. */
export function* elementsIn(root: PageElement): Generator<PageElement> {
  yield root;
  for (const child of root.childNodes) if (isElement(child)) yield* elementsIn(child);
}

/** The text within an element, without that of scripts and styles. */
export function textIn(element: PageElement): string {
  return element.childNodes
    .map((node) => {
      if (isText(node)) return node.value;
      return isElement(node) && !/^(?:script|style|template|noscript|svg)$/.test(node.tagName)
        ? textIn(node)
        : '';
    })
    .join('');
}

function mustBeShallow(root: PageElement): void {
  const open: [PageElement, number][] = [[root, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [element, depth] = next;
    if (depth > DEEPEST) throw tooDeep();
    for (const child of element.childNodes) if (isElement(child)) open.push([child, depth + 1]);
  }
}

function tooDeep(): DomainError {
  return new DomainError(
    'invalid',
    `its elements lie more than ${DEEPEST} deep in one another; copy the text into a .txt file and import that`,
  );
}
