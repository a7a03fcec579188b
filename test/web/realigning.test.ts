import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlignedServer } from '../aligned.ts';
import { startAligned } from '../aligned.ts';
import { FIRST, rowsIn, textOf } from './aligned-rows.ts';

let server: AlignedServer;
const page = async (query = ''): Promise<string> =>
  (await fetch(`${server.url}/read/lamp/alignment${query}`)).text();
const post = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}/read/lamp/alignment`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });

describe('/read/:document/alignment of a server that was started for writing', () => {
  beforeAll(async () => {
    server = await startAligned(['--writable']);
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    await server.restore();
    await expect.poll(async () => rowsIn(await page()), { timeout: 10_000 }).toEqual(FIRST);
  });

  const tokenIn = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const orderIn = (html: string, start: string): string =>
    new RegExp(`value="(${start}[^"]*)"`).exec(html)?.[1] ?? `no ${start}`;
  /** Press the button whose order begins so. */
  const press = async (start: string, more: Record<string, string> = {}, query = ''): Promise<Response> => {
    const html = await page(query);
    return post({ token: tokenIn(html), do: orderIn(html, start), ...more });
  };
  const led = async (start: string, more: Record<string, string> = {}, query = '') => {
    const answer = await press(start, more, query);
    return [answer.status, answer.headers.get('location')];
  };

  it('shifts the last sentence down, with the note on it, and the first one up again', async () => {
    const before = await server.files();
    expect(await led('down s2 ')).toEqual([303, '/read/lamp/alignment#s2']);
    expect(rowsIn(await page()).slice(1, 3)).toEqual([
      's2 | 守塔人点灯。 | The keeper lights the lamp. | ◆ doubtful 41% sure',
      's3 | 风从北边来，他数浪。 | The wind comes from the north. / He counts the waves. | ◆ doubtful 55% sure',
    ]);
    const after = await server.files();
    expect(after['notes.yaml']).toBe(
      before['notes.yaml']?.replace(
        'segment: s2, language: en, start: 32',
        'segment: s3, language: en, start: 4',
      ),
    );
    expect(after['gloss.en.yaml']).toContain('# Who rendered it.');
    expect(after['gloss.en.yaml']).toContain('# Of the keeper.');
    expect(await led('up s3 ')).toEqual([303, '/read/lamp/alignment#s3']);
    expect(await server.files()).toEqual(before);
  });

  it('shifts loose English into the row before it, and what is left into the row behind', async () => {
    expect(await led('up loose_s4 ')).toEqual([303, '/read/lamp/alignment#loose_s4']);
    expect(await led('down loose_s4 ')).toEqual([303, '/read/lamp/alignment#s5']);
    expect(rowsIn(await page()).slice(3, 5)).toEqual([
      's4 | 雾散了。 | The fog lifts. | looked at',
      's5 | 船进港，没有人问它的名字𠮷&。 | So does <b>hope</b>. / A ship enters <i>"port"</i> & nobody asks its name. | 93% sure',
    ]);
    const { 'gloss.en.yaml': gloss, 'alignment.en.yaml': alignment } = await server.files();
    expect([...(gloss ?? '').matchAll(/^ {2}(s\d+):/gm)].map(([, id]) => id)).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
      's6',
    ]);
    expect(alignment).not.toContain('loose');
    expect(alignment).toContain('# By the aligner.');
  });

  it('joins a row with the next in all layers, within a block', async () => {
    expect(await led('join s2 ')).toEqual([303, '/read/lamp/alignment#s8']);
    expect(rowsIn(await page())[1]).toBe(
      's8 | 守塔人点灯。风从北边来，他数浪。 | The keeper lights the lamp. / The wind comes from the north. / He counts the waves. | ◆ doubtful 41% sure',
    );
    expect((await server.files())['notes.yaml']).toContain('segment: s8, start: 12, quote: 他');
    expect(await (await fetch(`${server.url}/read/lamp`)).text()).toContain('id="s3"');
    const found = await (await fetch(`${server.url}/api/v1/search?q=${encodeURIComponent('数浪')}`)).json();
    expect((found as { hits: { segment: string }[] }).hits.map(({ segment }) => segment)).toEqual(['s8']);
    const html = await page();
    expect(html).not.toContain('value="join s5 ');
    expect(html).toContain('its paragraph, item or cell ends here');
  });

  it('joins a row that has English with one that has none', async () => {
    await press('join s3 ');
    expect(rowsIn(await page())[2]).toBe(
      's8 | 风从北边来，他数浪。雾散了。 | He counts the waves. | ◆ doubtful 55% sure',
    );
    expect(rowsIn(await page())[3]).toMatch(/^loose_s8 /);
  });

  it('refuses what the page does not offer, and says why', async () => {
    const before = await server.files();
    const html = await page();
    const [, , seen] = orderIn(html, 'up s5 ').split(' ');
    const answer = await post({ token: tokenIn(html), do: `join s5 ${seen}` });
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain(
      'Nothing was changed. The reason:it cannot be joined: the paragraph',
    );
    const [, , first] = orderIn(html, 'down s1 ').split(' ');
    expect((await post({ token: tokenIn(html), do: `up s1 ${first}` })).status).toBe(409);
    const split = { token: tokenIn(html), do: `split s5 ${seen}`, en: '0' };
    expect((await post({ ...split, zh: '5' })).status).toBe(400);
    expect((await post({ ...split, zh: '4', en: '7' })).status).toBe(400);
    expect(await server.files()).toEqual(before);
  });

  it('cuts a row in two where sentences and clauses end, with its English', async () => {
    const html = await page('?split=s3');
    expect(textOf(html)).toContain('风从北边来， ‖ 他数浪。');
    expect(await led('down s2 ')).toEqual([303, '/read/lamp/alignment#s2']);
    expect(await led('split s3 ', { zh: '6', en: '31' }, '?split=s3')).toEqual([
      303,
      '/read/lamp/alignment#s8',
    ]);
    expect(rowsIn(await page()).slice(2, 4)).toEqual([
      's8 | 风从北边来， | The wind comes from the north. | ◆ doubtful 55% sure',
      's9 | 他数浪。 | He counts the waves. | ◆ doubtful 55% sure',
    ]);
    expect((await server.files())['notes.yaml']).toContain('segment: s9, start: 0, quote: 他');
  });

  it('counts a row as looked at, and leads on where that is asked', async () => {
    expect(await led('confirm s2 ')).toEqual([303, '/read/lamp/alignment#s2']);
    expect(rowsIn(await page())[1]).toMatch(/looked at$/);
    expect((await server.files())['alignment.en.yaml']).not.toContain('s2');
    expect(await led('confirm s3 ', { next: '1' })).toEqual([303, '/read/lamp/alignment#loose_s4']);
    expect(await led('confirm s6 ', { only: 'doubtful' })).toEqual([
      303,
      '/read/lamp/alignment?only=doubtful#loose_s4',
    ]);
    expect(await (await fetch(`${server.url}/read/lamp`)).text()).toContain(
      '1 place in its alignment to look at',
    );
  });

  it('undoes one change after the other, byte for byte', async () => {
    const states = [await server.files()];
    for (const [start, more, query] of [
      ['down s2 '],
      ['up loose_s4 '],
      ['join s2 '],
      ['confirm s1 '],
      ['split s5 ', { zh: '4', en: '0' }, '?split=s5'],
    ] as const) {
      expect((await press(start, more, query)).status).toBe(303);
      states.push(await server.files());
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect((await press('undo ')).status).toBe(303);
      expect(await server.files()).toEqual(state);
    }
    expect(await page()).not.toContain('data-does="undo"');
    expect(rowsIn(await page())).toEqual(FIRST);
  });

  it('does not undo what somebody else has changed since', async () => {
    await press('down s2 ');
    await appendFile(join(server.folder, 'gloss.en.yaml'), '# by hand\n');
    const before = await server.files();
    const answer = await press('undo ');
    expect([answer.status, textOf(await answer.text())]).toEqual([
      409,
      expect.stringContaining('documents/lamp/gloss.en.yaml was changed by somebody else since'),
    ]);
    expect(await server.files()).toEqual(before);
  });

  it('refuses a form that is older than what stands there', async () => {
    const html = await page();
    const again = async (start: string): Promise<[number, string]> => {
      const answer = await post({ token: tokenIn(html), do: orderIn(html, start) });
      return [answer.status, textOf(await answer.text())];
    };
    await press('down s2 ');
    for (const start of ['up s3 ', 'confirm s2 ', 'down s1 '])
      expect(await again(start)).toEqual([
        409,
        expect.stringContaining('this row, or one beside it, has changed'),
      ]);
    await press('join s2 ');
    expect(await again('confirm s2 ')).toEqual([409, expect.stringContaining('this row is no longer there')]);
    const before = await server.files();
    const stale = await post({ token: tokenIn(html), do: 'undo 00000001' });
    expect([stale.status, textOf(await stale.text())]).toEqual([
      409,
      expect.stringContaining('another one than this page knows'),
    ]);
    expect(await server.files()).toEqual(before);
  });

  it('makes one of several changes that are asked for at once, and tells the others', async () => {
    const html = await page();
    const fields = { token: tokenIn(html), do: orderIn(html, 'down s2 ') };
    const answers = await Promise.all([1, 2, 3].map(() => post(fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(rowsIn(await page())[2]).toContain('The wind comes from the north. / He counts the waves.');
  });

  it('keeps at most a hundred steps', { timeout: 120_000 }, async () => {
    const steps = join(server.folder, '../../../data/undo/lamp');
    await press('confirm s1 ');
    const [one = ''] = await readdir(steps);
    expect(one).toBe('00000001.json');
    for (let number = 2; number <= 120; number += 1)
      await writeFile(join(steps, `${String(number).padStart(8, '0')}.json`), '{}');
    await press('confirm s2 ');
    const kept = (await readdir(steps)).sort();
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([100, '00000022.json', '00000121.json']);
  });

  it('takes nothing from another site, nor under another name', async () => {
    const before = await server.files();
    const html = await page();
    const fields = { token: tokenIn(html), do: orderIn(html, 'down s2 ') };
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])
      expect((await post(fields, headers as Record<string, string>)).status).toBe(403);
    expect((await post({ ...fields, token: 'guessed' })).status).toBe(403);
    const foreign = await under('evil.example');
    expect([foreign.status, foreign.text.includes('name="token"')]).toEqual([200, false]);
    expect(await server.files()).toEqual(before);
  });

  it('refuses what no page of ours sends', async () => {
    const before = await server.files();
    const token = tokenIn(await page());
    const seen = '0123456789abcdef';
    for (const order of [
      '',
      'up',
      `explode s2 ${seen}`,
      `up ../../s2 ${seen}`,
      `up S2 ${seen}`,
      `up s2 ${seen} more`,
      'up s2 0123',
      `up loose_<i> ${seen}`,
      'undo ../../x',
      'undo 1',
      `split s3 ${seen}`,
      `__proto__ s2 ${seen}`,
    ])
      expect([order, (await post({ token, do: order })).status]).toEqual([order, 400]);
    for (const zh of ['-1', '1.5', '99999999', 'NaN', ''])
      expect((await post({ token, do: `split s3 ${seen}`, zh })).status).toBe(400);
    expect((await post({ token, do: `up nobody ${seen}` })).status).toBe(404);
    expect((await post({ token, do: `up s2 ${seen}` })).status).toBe(409);
    expect((await post({ token, do: 'x'.repeat(5_000) })).status).toBe(413);
    const json = await fetch(`${server.url}/read/lamp/alignment`, { method: 'POST', body: '{}' });
    expect(json.status).toBe(415);
    const nowhere = await fetch(`${server.url}/read/plain/alignment`, {
      method: 'POST',
      body: new URLSearchParams({ token, do: `up s1 ${seen}` }),
    });
    expect(nowhere.status).toBe(409);
    expect((await fetch(`${server.url}/read/lamp/alignment?split=%3Ci%3E`)).status).toBe(200);
    expect(await server.files()).toEqual(before);
  });

  it('refuses while a layer has faults, and names it', async () => {
    await writeFile(join(server.folder, 'alignment.en.yaml'), 'language: en\nrows: { s2: 7 }\n');
    const html = await page();
    const answer = await post({ token: tokenIn(html), do: orderIn(html, 'down s2 ') });
    expect([answer.status, textOf(await answer.text())]).toEqual([
      409,
      expect.stringContaining('alignment.en.yaml has faults; run duidu check and mend it first'),
    ]);
  });
});

function under(host: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, path: '/read/lamp/alignment', headers: { host } },
      async (answer) => {
        const text = (await answer.toArray()).join('');
        resolve({ status: answer.statusCode ?? 0, text });
      },
    );
    asking.on('error', reject).end();
  });
}
