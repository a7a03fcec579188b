interface Enhancement {
  enhance(element: HTMLElement): void;
}

/** Each is loaded only by a page that names it in `data-enhance`. */
const ENHANCEMENTS: Readonly<Record<string, () => Promise<Enhancement>>> = {
  alignment: () => import('./enhance/alignment.ts'),
  cards: () => import('./enhance/cards.ts'),
  contents: () => import('./enhance/contents.ts'),
  copy: () => import('./enhance/copy.ts'),
  device: () => import('./enhance/device.ts'),
  filter: () => import('./enhance/filter.ts'),
  keys: () => import('./enhance/keys.ts'),
  menu: () => import('./enhance/menu.ts'),
  notes: () => import('./enhance/notes.ts'),
  pinyin: () => import('./enhance/pinyin.ts'),
  position: () => import('./enhance/position.ts'),
  script: () => import('./enhance/script.ts'),
  suggest: () => import('./enhance/suggest.ts'),
  view: () => import('./enhance/view.ts'),
  visited: () => import('./enhance/visited.ts'),
  vocabulary: () => import('./enhance/vocabulary.ts'),
  within: () => import('./enhance/within.ts'),
  words: () => import('./enhance/words.ts'),
};

async function enhance(element: HTMLElement, name: string): Promise<void> {
  const load = ENHANCEMENTS[name];
  if (load === undefined) throw new Error(`no enhancement is called ${name}`);
  (await load()).enhance(element);
}

const waiting = [...document.querySelectorAll<HTMLElement>('[data-enhance]')].flatMap((element) =>
  (element.dataset.enhance ?? '').split(' ').map((name) => enhance(element, name)),
);
await Promise.all(waiting);
document.documentElement.dataset.script = 'ready';
