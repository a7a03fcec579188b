import { startDuidu } from '../test/duidu.ts';
import type { Weight } from '../test/weight.ts';
import { weigh } from '../test/weight.ts';
import type { Figure } from './figure.ts';
import { atMost, plain } from './figure.ts';

/** The heaviest article as a browser gets it, and its address. */
export async function measureWeight(): Promise<{ figures: Figure[]; path: string }> {
  const duidu = await startDuidu();
  try {
    const { path, weight } = await heaviest(duidu.url);
    const { html, css, js } = weight;
    const figures = [
      atMost('longest article, HTML + CSS + JS', (html + css + js) / 1000, 150, 'kB'),
      plain(`… of it HTML, ${path}`, html / 1000, 'kB'),
      plain('… of it CSS', css / 1000, 'kB'),
      atMost('… of it JS, every enhancement', js / 1000, 20, 'kB'),
    ];
    return { figures, path };
  } finally {
    await duidu.stop();
  }
}

async function heaviest(url: string): Promise<{ path: string; weight: Weight }> {
  const answer = await fetch(`${url}/api/v1/documents`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const pages = await Promise.all(
    items.map(async ({ id }) => ({ path: `/read/${id}`, weight: await weigh(`${url}/read/${id}`) })),
  );
  const [first, ...others] = pages;
  if (first === undefined) throw new Error('there is no article to weigh');
  return others.reduce((most, page) => (page.weight.html > most.weight.html ? page : most), first);
}
