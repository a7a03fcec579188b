import { unzipSync } from 'fflate';
import { DomainError } from '../core/refusal.ts';

// Of what is read in it: pictures, fonts and sounds are left packed.
const MOST_FILES = 5_000;
const MOST_BYTES = 64_000_000;
const LONGEST_NAME = 1_000;
const READ = /(?:\.(?:x?html?|xml|opf|ncx|rels)|(?:^|\/)mimetype)$/i;

/**
 * The texts in a ZIP by their names, unpacked in memory: nothing is written, so a name that leads out of the archive leads nowhere.
 * @throws DomainError `invalid` if it is damaged or its names lead out of it, `too-large` if it unpacks to more than is read.
 */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  let [count, sum] = [0, 0];
  const refuse = (code: 'invalid' | 'too-large', why: string): never => {
    throw new DomainError(code, why);
  };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (count > MOST_FILES)
          refuse('too-large', `there are more than ${MOST_FILES} files in it; import its texts one by one`);
        if (
          name.length > LONGEST_NAME ||
          name.includes('\0') ||
          name.startsWith('/') ||
          /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(name)
        )
          refuse(
            'invalid',
            'names in it lead out of it; it is damaged or malicious, and nothing of it is read',
          );
        if (!READ.test(name)) return false;
        sum += originalSize;
        if (sum > MOST_BYTES)
          refuse(
            'too-large',
            `it unpacks to more than ${MOST_BYTES / 1e6} MB of text; unpack it and import what you want to read`,
          );
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'invalid',
      'it is a damaged ZIP; get it again, or unpack it and import the files in it',
    );
  }
}
