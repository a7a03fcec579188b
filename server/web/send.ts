import type { Request, Response } from 'express';
import type { Rendition } from './rendition.ts';

/** Of the headers of an answer, those that a `304` repeats. */
export interface Caching {
  readonly 'Cache-Control': string;
  readonly Vary: string;
  readonly 'Content-Language'?: string;
}

/** Answer with `rendition`, or with `304` if the client has it. */
export function send(
  request: Request,
  response: Response,
  { encoding, body, digest }: Rendition,
  type: string,
  caching: Caching,
): void {
  // A strong tag names bytes, so it names their encoding too.
  const tag = `"${digest}-${encoding}"`;
  response.setHeader('ETag', tag);
  for (const [name, value] of Object.entries(caching)) response.setHeader(name, value);
  if (response.statusCode === 200 && matches(request.headers['if-none-match'], tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', body.length);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether a list of tags holds `tag`; a weak one counts (RFC 9110 §13.1.2). */
function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
