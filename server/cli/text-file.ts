import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '../core/refusal.ts';

/** The bytes of a file; `-` is what is piped in. @throws DomainError `not-found` or `invalid` if they cannot be read, or are more than `most`. */
export async function readBytes(file: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  if (file === '-') return stdinUpTo(most);
  try {
    const { size } = await stat(file);
    if (size > most)
      throw new DomainError(
        'invalid',
        `${file} has ${megabytes(size)}, and at most ${megabytes(most)} are read; give it in parts, chapter by chapter`,
      );
    return await readFile(file);
  } catch (error) {
    const code =
      error instanceof Error && 'code' in error && !(error instanceof DomainError) ? error.code : '';
    if (code === 'ENOENT') throw new DomainError('not-found', `there is no file ${file}`);
    throw typeof code === 'string' && code !== ''
      ? new DomainError('invalid', `${file} cannot be read (${code})`)
      : error;
  }
}

async function stdinUpTo(most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > most)
      throw new DomainError(
        'invalid',
        `at most ${megabytes(most)} are read; give it in parts, chapter by chapter`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
