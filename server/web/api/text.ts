import type { Request } from 'express';
import { DomainError } from '../../core/refusal.ts';
import { BadRequest } from '../bad-request.ts';
import { bytesIn } from '../body.ts';

/**
 * The text that a request brings.
 * @throws DomainError `media-type` if it is no plain text in UTF-8, `too-large` if it is longer than `most` characters can be.
 * @throws BadRequest `long-text` if it has more than `most` characters, `not-utf8` if its bytes are none.
 */
export async function textIn(request: Request, most: number): Promise<string> {
  if (!isPlainText(request)) throw new DomainError('media-type', 'only text/plain in UTF-8 is read');
  const bytes = await bytesIn(request, most * LONGEST_CHARACTER);
  try {
    return within(new TextDecoder('utf-8', { fatal: true }).decode(bytes), most);
  } catch (error) {
    throw error instanceof TypeError ? new BadRequest('not-utf8') : error;
  }
}

/** `text` itself. @throws BadRequest `long-text` if it has more than `most` characters, those beyond the basic plane counted once. */
export function within(text: string, most: number): string {
  if (text.length > most && [...text].length > most) throw new BadRequest('long-text', { limit: most });
  return text;
}

// Bytes of one character in UTF-8.
const LONGEST_CHARACTER = 4;

function isPlainText({ headers }: Request): boolean {
  const encoding = headers['content-encoding'] ?? 'identity';
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charsets = parameters.flatMap((one) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(one)?.[1] ?? []);
  return (
    type?.trim() === 'text/plain' &&
    encoding.toLowerCase() === 'identity' &&
    charsets.every((one) => one === 'utf-8' || one === 'utf8' || one === 'us-ascii')
  );
}
