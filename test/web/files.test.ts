import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../server/web/assets.ts';
import { reader } from './reader.ts';

const { get } = reader();

describe('GET /assets/:name', () => {
  it('may be kept for good', async () => {
    const { status, headers, text } = await get('/assets/style-A.css');
    expect(status).toBe(200);
    expect(text).toContain('color: inherit');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/css; charset=utf-8',
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
  });
});

describe('GET /healthz', () => {
  it('says ok', async () => {
    const { status, headers, text } = await get('/healthz');
    expect([status, text]).toEqual([200, '{"status":"ok"}']);
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('GET /favicon.ico', () => {
  it('is a picture, so that no browser misses it', async () => {
    const { status, headers } = await get('/favicon.ico');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });
});

describe('every answer', () => {
  it.each(['/', '/nowhere', '/healthz', '/api/v1/documents', '/assets/style-A.css'])(
    'at %s is guarded',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';script-src 'self';style-src 'self';img-src 'self';font-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('holds no script and no style but files', async () => {
    for (const path of ['/', '/read/lighthouse', '/about', '/search?q=a', '/nowhere']) {
      const { text } = await get(path);
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/assets\/)/);
    }
  });
});

describe('buildAssets', () => {
  let client = '';
  beforeAll(async () => {
    client = await mkdtemp(join(tmpdir(), 'duidu-client-'));
    await mkdir(join(client, 'styles'));
    await writeFile(join(client, 'early.ts'), 'const a: number = 1; document.title = String(a);');
    await writeFile(join(client, 'main.ts'), "void import('./late.ts');");
    await writeFile(join(client, 'late.ts'), "export const late = '字';");
    await writeFile(join(client, 'styles/main.css'), "@import './part.css'; p { color: red }");
    await writeFile(join(client, 'styles/part.css'), 'q { color: blue }');
  });
  afterAll(() => rm(client, { recursive: true }));

  it('bundles the styles, the early script and the enhancements under names that hold their digests', async () => {
    const { links, files } = await buildAssets(client);
    const content = (href: string): string => files.get(href.replace('/assets/', ''))?.content ?? '';
    expect(links.css).toMatch(/^\/assets\/style-[A-Z0-9]{8}\.css$/);
    expect(content(links.css)).toBe('q{color:#00f}p{color:red}\n');
    expect(content(links.early)).toMatch(/^("use strict";)?\(\(\)=>\{.*document\.title.*\}\)\(\);\n$/);
    const part = /import\("\.\/([^"]+)"\)/.exec(content(links.main))?.[1] ?? '';
    expect(files.get(part)).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      content: expect.stringContaining('字'),
    });
  });

  it('gives what changed another name, and what did not the same', async () => {
    const before = await buildAssets(client);
    await writeFile(join(client, 'styles/part.css'), 'q { color: green }');
    const after = await buildAssets(client);
    expect(after.links.css).not.toBe(before.links.css);
    expect(after.links.main).toBe(before.links.main);
  });

  it('serves what the pages link', async () => {
    const built = await buildAssets(client);
    const { get: fetch } = reader({ assets: built });
    const page = (await fetch('/')).text;
    for (const href of Object.values(built.links)) {
      expect(page).toContain(`"${href}"`);
      expect((await fetch(href)).status).toBe(200);
    }
  });

  it('fails where the client does not compile', async () => {
    await writeFile(join(client, 'main.ts'), 'import "./gone.ts";');
    await expect(buildAssets(client)).rejects.toThrow('gone.ts');
  });
});
