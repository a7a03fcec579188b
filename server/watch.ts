import { watch } from 'node:fs';
import { basename } from 'node:path';

const QUIET_MS = 200;

/**
 * Call `changed` when something in one of the folders has changed and then been quiet for a moment; what Duidu writes beside its files while
 * it works is not meant. A folder that cannot be watched is told to `fail` and left alone.
 */
export function watchFolders(
  folders: readonly string[],
  changed: () => void,
  fail: (error: unknown) => void,
): { readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const notice = (name: string | null): void => {
    if (name !== null && isPassing(basename(name))) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MS);
  };
  const watchers = folders.flatMap((folder) => {
    try {
      const watcher = watch(folder, { recursive: true }, (_kind, name) => notice(name));
      watcher.on('error', fail);
      return [watcher];
    } catch (error) {
      fail(error);
      return [];
    }
  });
  return {
    stop: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

function isPassing(name: string): boolean {
  return name.startsWith('.');
}
