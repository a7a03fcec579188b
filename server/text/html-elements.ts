import type { Tag } from './html.ts';
import type { Shape } from './shape.ts';

interface Open {
  readonly name: string;
  /** List: items so far. Table: rows so far, less one. Row: cells so far, less one. */
  count: number;
  /** Nothing of it was shaped yet. */
  isFresh: boolean;
}

const VOID = new Set(['hr', 'col', 'link', 'meta', 'base', 'param', 'source', 'track']);
// What an element closes that was left open before it.
const CLOSES: Partial<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  p: ['p'],
  tr: ['td', 'th', 'tr', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
};

/** The block elements that are open at a point of an HTML text, and the shape they give to the text there. */
export class OpenElements {
  readonly #stack: Open[] = [];

  /** Line ends and spaces are text. */
  get isVerbatim(): boolean {
    return this.#stack.some(({ name }) => name === 'pre');
  }

  get isCell(): boolean {
    return (
      this.#nearest('td', 'th', 'table')?.name.startsWith('t') === true &&
      this.#nearest('td', 'th', 'table')?.name !== 'table'
    );
  }

  take({ name, isClosing }: Tag): void {
    if (isClosing) {
      const index = this.#stack.findLastIndex((open) => open.name === name);
      if (index !== -1) this.#stack.length = index;
      return;
    }
    while (CLOSES[name]?.includes(this.#stack.at(-1)?.name ?? '')) this.#stack.pop();
    if (name === 'li') this.#count('ol', 'ul');
    if (name === 'tr') this.#count('table');
    if (name === 'td' || name === 'th') this.#count('tr');
    const isCounter = name === 'table' || name === 'tr';
    if (!VOID.has(name)) this.#stack.push({ name, count: isCounter ? -1 : 0, isFresh: true });
  }

  /** What the text that ends here is; the next text of the same element continues it. */
  shape(): Shape {
    const open = this.#nearest(
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'td',
      'th',
      'li',
      'dd',
      'blockquote',
      'figcaption',
      'caption',
      'pre',
    );
    const name = open?.name ?? '';
    if (open === undefined) return { kind: 'paragraph' };
    if (/^h\d$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
    if (name === 'td' || name === 'th') return this.#cell(name);
    if (name === 'blockquote') return { kind: 'quote' };
    if (name === 'pre') return { kind: 'code' };
    if (name === 'figcaption' || name === 'caption') return { kind: 'caption' };
    const lists = this.#stack.filter((one) => one.name === 'ul' || one.name === 'ol' || one.name === 'dl');
    const list = lists.at(-1);
    const continues = !open.isFresh;
    const label = list?.name === 'ol' && open.isFresh ? { label: `${list.count}.` } : {};
    open.isFresh = false;
    return { kind: 'item', level: Math.max(1, lists.length), continues, ...label };
  }

  #cell(name: string): Shape {
    const table = this.#nearest('table');
    const row = this.#nearest('tr');
    const isHead = name === 'th' && (table?.count ?? 0) <= 0;
    const continues = table !== undefined && !table.isFresh;
    if (table !== undefined) table.isFresh = false;
    const cell = {
      row: Math.max(0, table?.count ?? 0),
      column: Math.max(0, row?.count ?? 0),
      ...(isHead && { head: true as const }),
    };
    return { kind: 'table', cell, continues };
  }

  #nearest(...names: string[]): Open | undefined {
    return this.#stack.findLast(({ name }) => names.includes(name));
  }

  #count(...names: string[]): void {
    const open = this.#nearest(...names);
    if (open !== undefined) open.count += 1;
  }
}
