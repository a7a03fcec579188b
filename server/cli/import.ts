import { basename, extname } from 'node:path';
import type { Encoding, Format } from '../core/document.ts';
import { ENCODINGS } from '../core/document.ts';
import { DomainError } from '../core/refusal.ts';
import { isDocumentId } from '../core/segment.ts';
import { idOf, importInto } from '../importing.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import { visible } from './findings.ts';
import { showImport } from './imported.ts';
import type { Terminal } from './terminal.ts';

const FORMATS: Readonly<Record<string, Format>> = {
  markdown: 'markdown',
  md: 'markdown',
  plain: 'plain',
  txt: 'plain',
  text: 'plain',
  html: 'html',
};

const ENCODING_NAMES: Readonly<Record<string, Encoding>> = {
  ...Object.fromEntries(ENCODINGS.map((name) => [name, name])),
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  utf16: 'utf-16le',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'big5-hkscs': 'big5',
};

/**
 * `duidu import FILE… [--id ID] [--title TITLE] [--title-en TITLE] [--translation FILE] [--format FORMAT] [--encoding ENCODING] [--outside] [--replace]`: each file for itself, all
 * of it or nothing. One that is refused does not stop the others; the exit code is 1 then.
 */
export async function importFiles(
  settings: Settings,
  { words: paths, flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const options = optionsOf(values);
  if (paths.length > 1 && ['id', 'title', 'title-en', 'translation'].some((name) => values.has(name)))
    throw new Misuse('an id, a title or a translation is that of one file; import it alone');
  const ids = await Promise.all(paths.map((path) => values.get('id') ?? idOf(basename(path, extname(path)))));
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (repeated !== -1)
    throw new Misuse(
      `two of the files would be called ${ids[repeated]}; import one of them alone, with --id`,
    );
  let refused = 0;
  for (const [index, path] of paths.entries()) {
    const id = ids[index] ?? '';
    if (!isDocumentId(id))
      throw new Misuse('give the document an id with --id: small letters, digits and hyphens');
    const order = {
      ...options,
      path,
      id,
      staysOutside: flags.has('outside'),
      replaces: flags.has('replace'),
    };
    const place = paths.length > 1 ? `${index + 1}/${paths.length} ` : '';
    try {
      const done = await importInto(settings, order, (what) => terminal.note?.(place + visible(what)));
      terminal.note?.('');
      terminal.say(showImport(done));
    } catch (error) {
      terminal.note?.('');
      if (!(error instanceof DomainError) || paths.length === 1) throw error;
      terminal.complain(`duidu: ${visible(error.message)}\n`);
      refused += 1;
    }
  }
  if (refused > 0) terminal.complain(`duidu: ${refused} of ${paths.length} files were not imported\n`);
  return refused > 0 ? 1 : 0;
}

/** @throws Misuse if a format or an encoding is none that we know. */
function optionsOf(values: ReadonlyMap<string, string>): {
  format?: Format;
  encoding?: Encoding;
  title?: string;
  titleEn?: string;
  translation?: string;
} {
  const [format, encoding] = [values.get('format'), values.get('encoding')];
  const [knownFormat, knownEncoding] = [
    FORMATS[format?.toLowerCase() ?? ''],
    ENCODING_NAMES[encoding?.toLowerCase() ?? ''],
  ];
  if (format !== undefined && knownFormat === undefined)
    throw new Misuse('say --format markdown, --format plain or --format html');
  if (encoding !== undefined && knownEncoding === undefined)
    throw new Misuse(`an encoding is one of ${ENCODINGS.join(', ')} (gbk and gb2312 are within gb18030)`);
  const [title, titleEn] = [values.get('title'), values.get('title-en')];
  const translation = values.get('translation');
  if (title?.trim() === '' || titleEn?.trim() === '') throw new Misuse('a title says something');
  return {
    ...(knownFormat !== undefined && { format: knownFormat }),
    ...(knownEncoding !== undefined && { encoding: knownEncoding }),
    ...(title !== undefined && { title }),
    ...(titleEn !== undefined && { titleEn }),
    ...(translation !== undefined && { translation }),
  };
}
