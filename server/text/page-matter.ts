import type { Matter } from '../core/opened.ts';
import { matterOf } from './matter.ts';
import type { PageElement } from './page-tree.ts';
import { attributeOf, elementsIn, textIn } from './page-tree.ts';
import type { Readable } from './readable.ts';

/** What a page says of itself in its head, or in the places where pages usually say it; what a browser wrote that saved it. */
export function pageMatter(
  root: PageElement,
  comments: readonly string[],
  readable: Omit<Readable, 'kept'>,
): Matter {
  const head = new Head(root);
  const saved = comments
    .map((text) => /saved from url=\(\d+\)(\S+)/i.exec(text)?.[1])
    .find((url) => url !== undefined);
  return matterOf({
    title: head.meta('og:title', 'twitter:title') ?? readable.title ?? head.title,
    author:
      nameOf(head.meta('author', 'article:author', 'og:article:author', 'byl')) ??
      nameOf(head.marked('author')) ??
      nameOf(readable.author),
    date:
      head.meta(
        'article:published_time',
        'og:published_time',
        'publishdate',
        'pubdate',
        'date',
        'dc.date',
        'datepublished',
      ) ??
      head.marked('datePublished') ??
      readable.date ??
      head.time,
    url: head.canonical ?? head.meta('og:url') ?? saved,
  });
}

/** Some pages give the address of an author where a name is asked for. */
function nameOf(text: string | undefined): string | undefined {
  const name = text?.trim() ?? '';
  return name === '' || /^https?:|^@/.test(name) ? undefined : name;
}

class Head {
  readonly title: string | undefined;
  readonly canonical: string | undefined;
  readonly time: string | undefined;
  readonly #metas = new Map<string, string>();
  readonly #marked = new Map<string, string>();

  constructor(root: PageElement) {
    const all = [...elementsIn(root)];
    const named = (tag: string): PageElement[] => all.filter(({ tagName }) => tagName === tag);
    const first = (
      elements: PageElement[],
      say: (element: PageElement) => string | undefined,
    ): string | undefined => elements.map(say).find((said) => said !== undefined && said.trim() !== '');
    for (const meta of named('meta')) {
      const name = (attributeOf(meta, 'property') ?? attributeOf(meta, 'name') ?? '').toLowerCase();
      const content = attributeOf(meta, 'content') ?? '';
      if (name !== '' && content.trim() !== '' && !this.#metas.has(name)) this.#metas.set(name, content);
    }
    for (const element of all) {
      const property = attributeOf(element, 'itemprop')?.toLowerCase();
      if (property === undefined || this.#marked.has(property)) continue;
      // Of a person that is described, the name.
      const name = [...elementsIn(element)].slice(1).find((one) => attributeOf(one, 'itemprop') === 'name');
      const said = name ?? element;
      this.#marked.set(
        property,
        attributeOf(said, 'content') ?? attributeOf(said, 'datetime') ?? textIn(said),
      );
    }
    this.title = first(named('title'), textIn);
    this.canonical = first(named('link'), (link) =>
      attributeOf(link, 'rel')?.toLowerCase() === 'canonical' ? attributeOf(link, 'href') : undefined,
    );
    this.time =
      first(named('time'), (time) => attributeOf(time, 'datetime') ?? textIn(time)) ??
      first(all, (element) => (attributeOf(element, 'id') === 'publish_time' ? textIn(element) : undefined));
  }

  meta(...names: string[]): string | undefined {
    for (const name of names) {
      const found = this.#metas.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  marked(property: string): string | undefined {
    return this.#marked.get(property.toLowerCase());
  }
}
