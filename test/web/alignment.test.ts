import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlignedServer } from '../aligned.ts';
import { startAligned } from '../aligned.ts';
import { FIRST, rowsIn } from './aligned-rows.ts';

let server: AlignedServer;
const page = async (query = ''): Promise<string> =>
  (await fetch(`${server.url}/read/lamp/alignment${query}`)).text();

describe('/read/:document/alignment of a server that only reads', () => {
  beforeAll(async () => {
    server = await startAligned();
  });
  afterAll(() => server?.stop());

  it('shows every row in order, with its English cut into sentences and how sure it is', async () => {
    expect(rowsIn(await page())).toEqual(FIRST);
    expect(await page()).toContain(
      '7 rows; 3 doubtful rows and 1 place of English without Chinese to look at.',
    );
  });

  it('leads from one doubtful row to the next, and to those alone with a row before and behind', async () => {
    const html = await page();
    expect(html).toContain('<a href="#s2">To the first place to look at</a>');
    expect(html).toContain('<a class="to-next" href="#loose_s4" aria-label="Next place to look at">');
    const only = rowsIn(await page('?only=doubtful')).map((row) => row.split(' ')[0]);
    expect(only).toEqual(['s1', 's2', 's3', 's4', 'loose_s4', 's5', 's6', 's7']);
    expect((await fetch(`${server.url}/read/lamp/alignment?only=some`)).status).toBe(400);
  });

  it('says how rows are put right, and takes no change', async () => {
    const html = await page();
    expect(html).toContain('serve --writable');
    expect(html).not.toMatch(/name="token"|<button form/);
    expect((await fetch(`${server.url}/read/lamp/alignment`, { method: 'POST', body: 'do=up' })).status).toBe(
      405,
    );
  });

  it('says of a text without a translation how it gets one', async () => {
    const answer = await fetch(`${server.url}/read/plain/alignment`);
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('--translation FILE'),
    ]);
    expect((await fetch(`${server.url}/read/nothing/alignment`)).status).toBe(404);
  });

  it('is told of in the reader and in the API', async () => {
    const reader = await (await fetch(`${server.url}/read/lamp`)).text();
    expect(reader).toContain('Aligned automatically, 41% sure');
    expect(reader).not.toContain('Aligned automatically, 93% sure');
    expect(reader).toContain('href="/read/lamp/alignment">4 places in its alignment to look at</a>');
    expect(await (await fetch(`${server.url}/read/plain`)).text()).not.toContain('/alignment');
    const api = await (await fetch(`${server.url}/api/v1/documents/lamp`)).json();
    expect(
      (api as { segments: { confidence?: number }[] }).segments.map(({ confidence }) => confidence),
    ).toEqual([1, 0.41, 0.55, undefined, 0.93, 0.2, undefined]);
  });
});
