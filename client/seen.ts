export const VIEWS = ['parallel', 'stacked', 'interlinear', 'zh', 'en'] as const;
export type View = (typeof VIEWS)[number];

/** How the text is seen: attributes of `<html>`, over markup that is always the same. */
export interface Seen {
  readonly view: View;
  readonly reveal: '0' | '1';
  readonly notes: '0' | '1';
}

/** Words that are read one by one are other markup: between that view and another one the page is loaded anew. */
export function isOtherMarkup(view: string | undefined, other: string | undefined): boolean {
  return (view === 'interlinear') !== (other === 'interlinear');
}

export function isView(text: string | undefined): text is View {
  return VIEWS.some((view) => view === text);
}

export function seenOn({ dataset }: HTMLElement): Seen {
  return {
    view: isView(dataset.view) ? dataset.view : 'parallel',
    reveal: dataset.reveal === '1' ? '1' : '0',
    notes: dataset.notes === '0' ? '0' : '1',
  };
}

/** What an address asks for; where it names no view, the usual one. */
export function seenAt(href: string, usualView: string | undefined): Seen {
  const { searchParams } = new URL(href);
  const view = searchParams.get('view') ?? usualView;
  return {
    view: isView(view) ? view : 'parallel',
    reveal: searchParams.get('reveal') === '1' ? '1' : '0',
    notes: searchParams.get('notes') === '0' ? '0' : '1',
  };
}

/** The address that brings back what is seen: in the order of the server's own links, defaults left out. */
export function addressOf(href: string, seen: Seen): string {
  const url = new URL(href);
  const script = url.searchParams.get('script');
  for (const name of ['view', 'reveal', 'notes', 'script']) url.searchParams.delete(name);
  url.searchParams.set('view', seen.view);
  if (seen.reveal === '1') url.searchParams.set('reveal', '1');
  if (seen.notes === '0') url.searchParams.set('notes', '0');
  if (seen.view !== 'interlinear') url.searchParams.delete('pinyin');
  // The characters are the server's: a link leads on to those that it names.
  if (script !== null) url.searchParams.set('script', script);
  return url.href;
}
