import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duidu } from './duidu.ts';
import { startDuidu } from './duidu.ts';
import type { Weight } from './weight.ts';
import { weigh } from './weight.ts';

const ALL = 150_000;
const SCRIPTS = 20_000;

describe('the weight of an article, and of the pages of terms and words, compressed, without fonts', () => {
  let duidu: Duidu;
  const pages: { id: string; weight: Weight }[] = [];

  beforeAll(async () => {
    duidu = await startDuidu();
    const answer = await fetch(`${duidu.url}/api/v1/documents`);
    const { items } = (await answer.json()) as { items: { id: string }[] };
    for (const { id } of items) pages.push({ id, weight: await weigh(`${duidu.url}/read/${id}`) });
    for (const id of ['terms', 'terms?term=container', 'read/orchestration-chronicle/words'])
      pages.push({ id, weight: await weigh(`${duidu.url}/${id}`) });
  });
  afterAll(() => duidu?.stop());

  it('is weighed with its styles and its scripts', () => {
    expect(pages.length).toBeGreaterThan(0);
    for (const { weight } of pages) {
      expect(weight.html).toBeGreaterThan(1000);
      expect(weight.css).toBeGreaterThan(1000);
      expect(weight.js).toBeGreaterThan(1000);
    }
  });

  it(`is at most ${ALL / 1000} kB, HTML, CSS and JS`, () => {
    const heavy = pages.filter(({ weight: { html, css, js } }) => html + css + js > ALL);
    expect(heavy).toEqual([]);
  });

  it(`is at most ${SCRIPTS / 1000} kB of JS, whatever is loaded later among it`, () => {
    const heavy = pages.filter(({ weight }) => weight.js > SCRIPTS);
    expect(heavy).toEqual([]);
  });
});
