import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { wantedIn } from './accept.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** The bytes of a page, ready to be sent. */
export interface Rendition {
  readonly encoding: Encoding;
  readonly body: Buffer;
  /** Digest of the content, the same in every encoding. */
  readonly digest: string;
}

const compressBrotli = promisify(brotliCompress);
const decompressBrotli = promisify(brotliDecompress);
const compressGzip = promisify(gzip);

/** Brotli's quality, 0 to 11: `kept` for what is stored, `passing` for what is sent once. */
export const QUALITY = { kept: 9, passing: 4 } as const;

export async function renditionOf(content: string, quality: number): Promise<Rendition> {
  const bytes = Buffer.from(content);
  const body = await compressBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return {
    encoding: 'br',
    body,
    digest: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
  };
}

/** The same content, encoded in another way. */
export async function recode({ body, digest }: Rendition, encoding: 'gzip' | 'identity'): Promise<Rendition> {
  const bytes = await decompressBrotli(body);
  return { encoding, digest, body: encoding === 'gzip' ? await compressGzip(bytes) : bytes };
}

/** What is sent once and not kept, in the encoding that it is sent in. */
export async function inPassing(content: string, encoding: Encoding): Promise<Rendition> {
  const rendition = await renditionOf(content, QUALITY.passing);
  return encoding === 'br' ? rendition : recode(rendition, encoding);
}

/** The encoding that serves a browser best, of those it takes. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  const wanted = wantedIn(acceptEncoding ?? '');
  if (wanted.includes('br')) return 'br';
  return wanted.includes('gzip') || wanted.includes('x-gzip') ? 'gzip' : 'identity';
}
