/** Markers, readings and cards stand in the Chinese, but are none of it. */
const FOREIGN = '.marker, .reference, .outward, .card, rt, rp';

/** The Chinese of a row; undefined where it is not at hand. */
export function chineseOf(row: Element): HTMLElement | undefined {
  return row.querySelector<HTMLElement>(':scope > .zh:not(.quiet), :scope > .title > .zh') ?? undefined;
}

/** The row in whose Chinese a node stands. */
export function rowAround(node: Node | null): HTMLElement | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  if (!element?.closest('.bitext .zh') || element.closest(FOREIGN)) return undefined;
  return element.closest<HTMLElement>('.row') ?? undefined;
}

/** The stretch of the page that shows the Chinese from `start` to `end`, in UTF-16 units of the segment's text. */
export function rangeOf(row: Element, start: number, end: number): Range {
  const range = document.createRange();
  for (const { node, from } of textsIn(row)) {
    const to = from + node.data.length;
    if (from <= start && start < to) range.setStart(node, start - from);
    if (from < end && end <= to) range.setEnd(node, end - from);
  }
  return range;
}

/** The Chinese from `start` to `end`, without what stands in it. */
export function textOf(row: Element, start: number, end: number): string {
  return textsIn(row)
    .map(({ node }) => node.data)
    .join('')
    .slice(start, end);
}

/** Where in the segment's text a place of the page is; undefined for what is none of the text. */
export function offsetOf(row: Element, container: Node, offset: number): number | undefined {
  const text = textsIn(row).find(({ node }) => node === container);
  return text === undefined ? undefined : text.from + offset;
}

/** Which stretch of the segment's text an element of the row shows; undefined if it shows nothing of it. */
export function spanOf(
  row: Element,
  element: Element,
): { start: number; end: number; text: string } | undefined {
  const within = textsIn(row).filter(({ node }) => element.contains(node));
  const [first] = within;
  if (first === undefined) return undefined;
  const text = within.map(({ node }) => node.data).join('');
  return { start: first.from, end: first.from + text.length, text };
}

/** The character of a row's Chinese that is at a point of the window. */
export function characterAt(x: number, y: number): { row: HTMLElement; at: number } | undefined {
  const { offsetNode = null, offset = 0 } = caretAt(x, y) ?? {};
  const row = rowAround(offsetNode);
  if (row === undefined || !(offsetNode instanceof Text)) return undefined;
  const range = document.createRange();
  // The place is between two characters, and the point on one of them, or beside the text.
  for (const first of [offset, offset - 1]) {
    if (first < 0 || first >= offsetNode.length) continue;
    range.setStart(offsetNode, first);
    range.setEnd(offsetNode, first + 1);
    const at = isAt(range, x, y) ? offsetOf(row, offsetNode, first) : undefined;
    if (at !== undefined) return { row, at };
  }
  return undefined;
}

/** Whether a point of the window is on what a range shows. */
export function isAt(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom,
  );
}

/** Safari before 18.4 knows only the older of the two. */
function caretAt(x: number, y: number): { offsetNode: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) return document.caretPositionFromPoint(x, y);
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}

/** The text nodes of a row's Chinese, with where each begins. */
function textsIn(row: Element): { node: Text; from: number }[] {
  const zh = chineseOf(row);
  if (zh === undefined) return [];
  const walker = document.createTreeWalker(zh, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return (node as Element).matches(FOREIGN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const texts: { node: Text; from: number }[] = [];
  let from = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    texts.push({ node, from });
    from += node.length;
  }
  return texts;
}
