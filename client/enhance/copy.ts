// Without it a selection across both columns copies both, interleaved; with it, the column where it began, as clean text.
type Column = 'zh' | 'en';

export function enhance(article: HTMLElement): void {
  document.addEventListener('copy', (event) => {
    const text = columnText(article, getSelection());
    if (text === '' || event.clipboardData === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  });
  // While the mouse selects, the other column and the notes stay out of the selection that is seen. A link begins none.
  article.addEventListener('pointerdown', ({ target, pointerType }) => {
    if (pointerType !== 'mouse') return;
    const begins = (target as Element).closest('a') === null ? columnOf(target as Node) : undefined;
    article.dataset.selecting = begins ?? '';
  });
}

/** The selected text of the column where the selection began, without numbers, markers and cards; empty if it is not ours. */
function columnText(article: HTMLElement, selection: Selection | null): string {
  const { anchorNode } = selection ?? {};
  if (!selection || !anchorNode || selection.isCollapsed) return '';
  // All of the page, as by Ctrl+A, is all of the text; a selection that only touches it is the browser's.
  if (!article.contains(anchorNode) && !selection.containsNode(article)) return '';
  if (elementOf(anchorNode)?.closest('.notes, .card')) return '';
  const range = selection.getRangeAt(0);
  const column = columnOf(anchorNode) ?? firstColumn(article, range);
  const texts = [
    ...article.querySelectorAll<HTMLElement>(`.${column}:not(.quiet), .listing:not(.quiet)`),
  ].filter((text) => range.intersectsNode(text) && text.checkVisibility({ visibilityProperty: true }));
  const parts = texts.map((text) => ({ text, part: partOf(text, range) })).filter(({ part }) => part !== '');
  return parts.reduce(
    (all, { text, part }, index) =>
      all + (index === 0 ? '' : between(parts[index - 1]?.text, text, column)) + part,
    '',
  );
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function columnOf(node: Node): Column | undefined {
  const text = elementOf(node)?.closest('.zh, .en, .card');
  if (!text || text.matches('.card')) return undefined;
  return text.classList.contains('zh') ? 'zh' : 'en';
}

function firstColumn(article: HTMLElement, range: Range): Column {
  const first = [...article.querySelectorAll('.zh, .en')].find(
    (text) => range.intersectsNode(text) && text.getClientRects().length > 0,
  );
  return first === undefined ? 'zh' : (columnOf(first) ?? 'zh');
}

/** What of `text` lies in `range`. */
function partOf(text: HTMLElement, range: Range): string {
  const part = document.createRange();
  part.selectNodeContents(text);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const marker of copy.querySelectorAll('.marker, .reference, .outward, .card, rt, rp')) marker.remove();
  return copy.textContent ?? '';
}

/** Sentences join as their language does; items and cells keep their lines; blocks stand apart. */
function between(before: Element | undefined, after: Element, column: Column): string {
  const shares = (selector: string): boolean => {
    const group = after.closest(selector);
    return group !== null && group === before?.closest(selector);
  };
  if (shares('td, th, .item, .block:not(.list, .grid-table, .footnotes)')) return column === 'zh' ? '' : ' ';
  if (shares('tr')) return '\t';
  return shares('.block') ? '\n' : '\n\n';
}
