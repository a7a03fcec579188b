import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isUnsettled } from './transaction.ts';

const INTERVAL_MS = 1_000;

/**
 * Call `onChange` when files of the corpus were replaced, as an import, a decision or most editors do it; one call at a time, and only when everything stands in its
 * place. Asked of the folders each second: what the system tells of itself differs from system to system, and is lost on shared disks.
 * @returns a function that ends it.
 */
export function watchCorpus(
  corpus: string,
  onChange: () => Promise<unknown>,
  onError: (error: unknown) => void,
): () => void {
  let [known, isEnded] = ['', false];
  const first = stampOf(corpus).then((stamp) => {
    known = stamp;
  });
  const look = async (): Promise<void> => {
    await first;
    const stamp = await stampOf(corpus);
    if (stamp !== known && !(await isUnsettled(corpus))) {
      known = stamp;
      await onChange();
    }
  };
  let timer: NodeJS.Timeout;
  const next = (): void => {
    if (isEnded) return;
    timer = setTimeout(() => look().catch(onError).finally(next), INTERVAL_MS);
    // It must not keep a process alive that has nothing else to do.
    timer.unref();
  };
  next();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}

/** When the folders of the corpus were last written to, and its shelf: files that are replaced change their folder. */
async function stampOf(corpus: string): Promise<string> {
  const documents = await readdir(join(corpus, 'documents')).catch(() => []);
  const paths = [
    'corpus.yaml',
    'entities',
    'events.yaml',
    'terms.yaml',
    'words.yaml',
    'documents',
    ...documents.map((name) => `documents/${name}`),
  ];
  const stamps = await Promise.all(
    paths.map(async (path) => (await stat(join(corpus, path)).catch(() => undefined))?.mtimeMs ?? 0),
  );
  return paths.map((path, index) => `${path}:${stamps[index]}`).join('\n');
}
