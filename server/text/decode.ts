import type { Encoding } from '../core/document.ts';

/** A text's characters as they came, or why there are none. */
export type Decoded =
  | { readonly kind: 'decoded'; readonly source: string }
  | { readonly kind: 'undecodable'; readonly offset: number };

/**
 * Decode a text. A byte order mark is dropped; line ends and everything else stay as they are, so that
 * offsets into `source` mean the same on every machine. `offset` is that of the first byte that is no character of the encoding.
 */
export function decode(bytes: Uint8Array, encoding: Encoding = 'utf-8'): Decoded {
  try {
    return { kind: 'decoded', source: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'undecodable', offset: firstFault(bytes, encoding) };
  }
}

// The longest prefix that decodes, found by halving: `stream` allows it to end inside a character.
function firstFault(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
