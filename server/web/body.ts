import type { Request } from 'express';
import { DomainError } from '../core/refusal.ts';

/** What a request brings. @throws DomainError `too-large` if it is more than `most` bytes. */
export async function bytesIn(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  const refuse = (): never => {
    // What is still on its way is not waited for.
    request.res?.setHeader('Connection', 'close');
    throw new DomainError('too-large', `at most ${most} bytes are read`);
  };
  if (Number(request.headers['content-length'] ?? 0) > most) refuse();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > most) refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
