import { basename, extname } from 'node:path';
import { importInto } from '../context.ts';
import { isDocumentId } from '../core/segment.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const FORMATS: Record<string, 'markdown' | 'plain'> = {
  markdown: 'markdown',
  md: 'markdown',
  plain: 'plain',
  txt: 'plain',
  text: 'plain',
};

/** `duidu import FILE [--id ID] [--format markdown|plain] [--title-en TITLE] [--outside]` */
export async function importFile(
  settings: Settings,
  { words, flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const path = words[0] ?? '';
  const name = basename(path, extname(path));
  const id =
    values.get('id') ??
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  if (!isDocumentId(id))
    throw new Misuse('give the document an id with --id: small letters, digits and hyphens');
  const asked = values.get('format') ?? extname(path).slice(1).toLowerCase();
  const format = FORMATS[asked];
  if (format === undefined) throw new Misuse('say --format markdown or --format plain');
  const titleEn = values.get('title-en');
  const order = {
    path,
    id,
    format,
    staysOutside: flags.has('outside'),
    ...(titleEn !== undefined && { titleEn }),
  };
  const { isNew, segments, kept, retired } = await importInto(settings, order);
  const counts = isNew
    ? numbered(segments)
    : `${numbered(segments)}, ${kept} of them kept, ${retired} retired`;
  terminal.say(`${isNew ? 'Imported' : 'Imported again'} as ${id}: ${counts}. Read it at /read/${id}.\n`);
  return 0;
}

function numbered(segments: number): string {
  return `${segments} segment${segments === 1 ? '' : 's'}`;
}
