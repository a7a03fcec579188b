// Takes a file apart in a thread of its own, which can be stopped: what somebody wrote so that it takes for ever takes no longer than it may.
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked, Opened } from './core/opened.ts';
import type { Refusal } from './core/refusal.ts';
import { DomainError } from './core/refusal.ts';
import { openFile } from './text/open.ts';

export interface OpeningOrder {
  readonly bytes: Uint8Array;
  readonly asked: Asked;
}

export type Answer =
  | { readonly kind: 'opened'; readonly opened: Opened }
  | { readonly kind: 'refused'; readonly code: Refusal; readonly message: string };

function answer({ bytes, asked }: OpeningOrder): Answer {
  try {
    return { kind: 'opened', opened: openFile(bytes, asked) };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', code: error.code, message: error.message };
    // Nested deeper than the machine bears: no bug of ours that a report would mend.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return {
        kind: 'refused',
        code: 'invalid',
        message: 'its parts lie too deep in one another; copy the text into a .txt file and import that',
      };
    throw error;
  }
}

if (parentPort !== null) parentPort.postMessage(answer(workerData as OpeningOrder));
