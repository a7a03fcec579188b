import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Duidu } from '../duidu.ts';
import { startDuidu } from '../duidu.ts';
import { reader } from './reader.ts';

const TIDE = '潮水退了。\n\n沙滩上留下一条船，谁的船？没有人知道。\n';

describe('/import of a server that only reads', () => {
  const { get, send } = reader();

  it('says how it is opened, and takes nothing', async () => {
    const { status, text } = await get('/import');
    expect(status).toBe(403);
    expect(text).toContain('serve --writable');
    expect(text).not.toContain('<textarea');
    expect((await get('/')).text).not.toContain('href="/import"');
    expect((await send.post('/import')).status).toBe(405);
  });
});

describe('/import of a server that was started for writing', () => {
  let folder: string;
  let duidu: Duidu;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duidu-import-page-'));
    const corpus = join(folder, 'corpus/documents/harbour');
    await writeAll(corpus, folder);
    duidu = await startDuidu(
      { DUIDU_CORPUS: join(folder, 'corpus'), DUIDU_DATA: join(folder, 'data'), DUIDU_SOURCES: folder },
      ['--writable'],
    );
  });
  afterAll(async () => {
    await duidu?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const address = () => `${duidu.url}/import`;
  const form = async (fields: Record<string, string | File>): Promise<FormData> => {
    const page = await (await fetch(address())).text();
    const sent = new FormData();
    sent.set('token', /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '');
    for (const [name, value] of Object.entries(fields)) sent.set(name, value);
    return sent;
  };
  const send = async (fields: Record<string, string | File>, headers: Record<string, string> = {}) =>
    fetch(address(), { method: 'POST', body: await form(fields), headers, redirect: 'manual' });

  it('makes a text of what is pasted, and leads to it; words and search know it at once', async () => {
    const answer = await send({ text: TIDE, title: '潮', 'title-en': 'The tide', id: 'tide' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/read/tide']);
    const page = await (await fetch(`${duidu.url}/read/tide`)).text();
    expect(page).toContain('沙滩上留下一条船');
    expect(
      await (await fetch(`${duidu.url}/api/v1/search?q=${encodeURIComponent('沙滩')}`)).text(),
    ).toContain('tide');
    expect(await readFile(join(folder, 'corpus/documents/tide/text.txt'), 'utf8')).toContain('潮水退了。');
  });

  it('calls a text that is pasted as it begins, so that the next one does not meet it', async () => {
    const first = await send({ text: '# 大雪\n\n昨夜下雪，路上没有人。\n', format: 'markdown' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/read/da-xue']);
    const second = await send({ text: '“今早下雨，”他说，“路上很滑。”\n' });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/read/jin-zao-xia-yu']);
  });

  it('makes one of a file, under its name, wherever that would lead', async () => {
    const answer = await send({ 'text-file': new File(['# 灯\n\n灯亮了。\n'], '../../../lamp.md') });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/read/lamp']);
  });

  it('lays a translation beside it, and says how many rows somebody should look at', async () => {
    const answer = await send({
      text: '有一年冬天，风特别大。\n\n灯塔上住着老陈，他的儿子叫明远。\n\n船长第二天来了。\n',
      translation:
        'One winter the wind was especially strong.\n\nOld Chen lived in the lighthouse; his son was called Mingyuan.\n\nThe captain came the next day.\n',
      id: 'winter',
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/Rows aligned with the translation: 3; to look at: \d/);
    const page = await (await fetch(`${duidu.url}/read/winter`)).text();
    expect(page).toContain('his son was called Mingyuan');
  });

  it('imports nothing where the translation has nothing to do with the text', async () => {
    const answer = await send({ text: TIDE, translation: '没有英文。', id: 'alone' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('There is hardly any English in the translation.');
    expect((await fetch(`${duidu.url}/read/alone`)).status).toBe(404);
  });

  it('says what an import again has kept', async () => {
    const answer = await send({ text: TIDE.replace('谁的船？', '谁的？'), id: 'tide' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/imported again: \d+ kept/);
  });

  it('puts another text in the place of one only where that is said', async () => {
    const other = '山上有庙。庙里有人。那人在扫地。地上都是叶子。\n';
    await send({ text: '甲来了。乙走了。丙睡了。丁醒了。\n', id: 'place' });
    const refused = await send({ text: other, id: 'place' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Another text has that name already.');
    expect((await send({ text: other, id: 'place', replace: '1' })).status).toBe(200);
    expect(await (await fetch(`${duidu.url}/read/place`)).text()).toContain('山上有庙');
  });

  it('says what is missing, and what is wrong', async () => {
    const nothing = await send({ text: '  ' });
    expect(nothing.status).toBe(400);
    expect(await nothing.text()).toContain('Choose a file, or paste a text.');
    const refused = await send({ text: TIDE, id: 'No Id' });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain('Nothing was imported.');
    expect(text).toContain('value="No Id"');
  });

  it('takes nothing from another site', async () => {
    const before = await readdir(join(folder, 'corpus/documents'));
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ] as Record<string, string>[])
      expect((await send({ text: TIDE, id: 'evil' }, headers)).status).toBe(403);
    const forged = await form({ text: TIDE, id: 'evil' });
    forged.set('token', 'guessed');
    expect((await fetch(address(), { method: 'POST', body: forged })).status).toBe(403);
    expect(await readdir(join(folder, 'corpus/documents'))).toEqual(before);
  });

  it('can be started on a library that has no text yet', { timeout: 60_000 }, async () => {
    const own = await mkdtemp(join(tmpdir(), 'duidu-first-'));
    const first = await startDuidu({ DUIDU_CORPUS: join(own, 'corpus'), DUIDU_DATA: join(own, 'data') }, [
      '--writable',
    ]);
    try {
      expect(await (await fetch(first.url)).text()).toContain('There is no text here yet.');
      expect((await fetch(`${first.url}/import`)).status).toBe(200);
    } finally {
      await first.stop();
      await rm(own, { recursive: true, force: true });
    }
  });

  it('reads a file in the encoding that is said', async () => {
    const big5 = new Uint8Array([0xbf, 0x4f, 0xb6, 0xf0, 0xa1, 0x43]);
    const answer = await send({ 'text-file': new File([big5], 'tower.txt'), encoding: 'big5' });
    expect(answer.status).toBeLessThan(400);
    expect(await (await fetch(`${duidu.url}/read/tower`)).text()).toContain('燈塔');
  });

  it.each([
    ['an empty file', { 'text-file': new File([' '], 'a.md') }, '里面没有正文'],
    ['a PDF', { 'text-file': new File(['%PDF-1.7 灯'], 'a.pdf') }, '这是PDF'],
    [
      'a picture',
      { 'text-file': new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])], 'a.png') },
      '这是图片',
    ],
    ['a text without Chinese', { text: 'A lamp.' }, '里面没有中文'],
    [
      'bytes of no encoding',
      { 'text-file': new File([new Uint8Array([0xff, 0xc4, 0xe3])], 'a.txt') },
      '编码无法确定',
    ],
    ['a damaged archive', { 'text-file': new File(['PK\u0003\u0004灯'], 'a.docx') }, '文件已损坏'],
    ['a name that is none', { text: TIDE, id: 'No Id' }, '请填写网址中的名称'],
  ])('says in the reader’s language what is wrong with %s, and what to do', async (_, fields, why) => {
    const answer = await send(fields as unknown as Record<string, string | File>, {
      'Accept-Language': 'zh-CN',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(why);
  });

  it('is no page for a name that somebody else has made to lead here', async () => {
    expect(await statusUnder('evil.example')).toBe(403);
    expect(await statusUnder('localhost:1')).toBe(200);
  });

  it('refuses what is no form, cannot be taken apart, or is too large', async () => {
    const post = (body: string, type: string) =>
      fetch(address(), { method: 'POST', body, headers: { 'Content-Type': type } });
    expect((await post('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('--x\r\nnothing', 'multipart/form-data; boundary=x')).status).toBe(400);
    expect((await post('', 'multipart/form-data')).status).toBe(415);
    const large = await send({ text: '潮'.repeat(700_000) }).catch(() => undefined);
    expect(large === undefined || large.status === 413).toBe(true);
    expect(await readdir(join(folder, 'data'))).not.toContainEqual(expect.stringMatching(/^upload/));
  });

  function statusUnder(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request(address(), { headers: { Host: host } }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
  }
});

/** A corpus with one small text. */
async function writeAll(corpus: string, folder: string): Promise<void> {
  const { execFileSync } = await import('node:child_process');
  const file = join(folder, 'harbour.md');
  await writeFile(file, '# 港口\n\n船进港了。\n');
  execFileSync(process.execPath, ['bin/duidu.js', 'import', file], {
    env: { ...process.env, DUIDU_CORPUS: join(corpus, '../..'), DUIDU_DATA: join(folder, 'data') },
  });
}
