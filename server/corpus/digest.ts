import { createHash } from 'node:crypto';

/** First 16 hex digits of SHA-256 over a segment's text in UTF-8. */
export function digestOf(text: string): string {
  return sha256Of(Buffer.from(text, 'utf8')).slice(0, 16);
}

/** All 64 hex digits of SHA-256 over a file. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
