import { basename, extname, join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { build, stop } from 'esbuild';

/** URLs of hashed files. `early` is the small blocking script that applies what the device remembers. */
export interface AssetLinks {
  readonly css: string;
  readonly early: string;
  readonly main: string;
}

/** What a browser fetches beside the pages: bundled from `client/`, by the names that the pages link. */
export interface Assets {
  readonly links: AssetLinks;
  readonly files: ReadonlyMap<string, AssetFile>;
}

export interface AssetFile {
  readonly type: string;
  readonly content: string;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/**
 * Bundle the client in memory. A name holds the digest of its content, so what it names never changes.
 * `early` blocks the page and so is one classic script; `main` loads its enhancements as they are needed.
 * @throws what esbuild finds wrong in the client.
 */
export async function buildAssets(client: string): Promise<Assets> {
  const [early, rest] = await Promise.all([
    bundle({ entryPoints: { early: join(client, 'early.ts') }, format: 'iife' }),
    bundle({
      entryPoints: { main: join(client, 'main.ts'), style: join(client, 'styles/main.css') },
      format: 'esm',
      splitting: true,
    }),
  ]);
  const files = new Map([...early, ...rest]);
  const link = (stem: string, extension: string): string => {
    const name = [...files.keys()].find((one) => one.startsWith(`${stem}-`) && one.endsWith(extension));
    if (name === undefined) throw new Error(`the client has no ${stem}${extension}`);
    return `/assets/${name}`;
  };
  return {
    files,
    links: { css: link('style', '.css'), early: link('early', '.js'), main: link('main', '.js') },
  };
}

/** End the process that bundling leaves behind; only when nothing else in this one is being bundled. */
export async function endBundling(): Promise<void> {
  await stop();
}

async function bundle(options: BuildOptions): Promise<[string, AssetFile][]> {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    write: false,
    outdir: 'assets',
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    logLevel: 'silent',
    legalComments: 'none',
    charset: 'utf8',
    ...options,
  });
  return (outputFiles ?? []).map(({ path, text }) => {
    const type = TYPES[extname(path)];
    if (type === undefined) throw new Error(`the client holds a file of unknown type, ${basename(path)}`);
    return [basename(path), { type, content: text }];
  });
}
