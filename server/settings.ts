import { delimiter, resolve } from 'node:path';
import { DomainError } from './core/refusal.ts';

/** What the environment may say; relative paths resolve from the project root. */
export interface Settings {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly corpus: string;
  /** Folders for texts that may not be redistributed; undefined where `corpus.yaml` names them. */
  readonly sources: readonly string[] | undefined;
  /** All that the program writes but imports. */
  readonly data: string;
}

export const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** @throws DomainError `invalid` with a line that names the setting and what it wants. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const host = env.HOST ?? '127.0.0.1';
  if (host.trim() === '' || /[\s/]/.test(host))
    throw new DomainError('invalid', 'HOST must be a host name or an address, such as 127.0.0.1');
  const port = env.PORT ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new DomainError(
      'invalid',
      `PORT must be a number from 0 to 65535, not “${port.slice(0, 40)}”; 0 picks a free one`,
    );
  }
  const sources = env.DUIDU_SOURCES;
  return {
    host,
    port: Number(port),
    corpus: resolve(PROJECT_ROOT, env.DUIDU_CORPUS || 'corpus'),
    sources: sources === undefined ? undefined : sources.split(delimiter).filter(Boolean).map(fromRoot),
    data: resolve(PROJECT_ROOT, env.DUIDU_DATA || '.duidu'),
  };
}

export function fromRoot(path: string): string {
  return resolve(PROJECT_ROOT, path);
}
