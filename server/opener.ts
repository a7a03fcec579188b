import { Worker } from 'node:worker_threads';
import type { Asked, Opened } from './core/opened.ts';
import { DomainError } from './core/refusal.ts';
import type { Answer, OpeningOrder } from './opening.ts';

// A text takes about a second for each megabyte; a slow machine is given ten.
const PATIENCE_MS = 15_000;
const PATIENCE_PER_BYTE_MS = 0.01;
const MOST_MEMORY_MB = 400;

/**
 * Take a file apart in a thread that is stopped when it takes too long or too much memory.
 * @throws DomainError as `openFile` does, and `too-large` if it was stopped.
 */
export function openInThread(
  bytes: Uint8Array,
  asked: Asked,
  patience = PATIENCE_MS + bytes.length * PATIENCE_PER_BYTE_MS,
): Promise<Opened> {
  const order: OpeningOrder = { bytes, asked };
  const worker = new Worker(new URL('./opening.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<Opened>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(stopped(`it takes longer than ${Math.ceil(patience / 1000)} seconds to read`)),
      patience,
    );
    worker.once('message', (answer: Answer) => {
      clearTimeout(timer);
      if (answer.kind === 'opened') resolve(answer.opened);
      else reject(new DomainError(answer.code, answer.message));
    });
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? stopped(`it takes more than ${MOST_MEMORY_MB} MB of memory to read`)
          : error,
      );
    });
  }).finally(() => worker.terminate());
}

function stopped(why: string): DomainError {
  return new DomainError(
    'too-large',
    `${why}; cut it into several files, or copy the text into a .txt file and import that`,
  );
}
