import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { DOUBTFUL } from './core/alignment.ts';
import { DomainError } from './core/refusal.ts';
import { isDocumentId } from './core/segment.ts';
import type { Import, ImportOrder } from './corpus/import.ts';
import { importText } from './corpus/import.ts';
import { ensureShelf } from './corpus/shelving.ts';
import { writeWhole } from './corpus/write.ts';
import type { Settings } from './settings.ts';
import { textReader } from './texts.ts';
import type { Brought, Upload } from './web/import/importer.ts';

export type { Import } from './corpus/import.ts';

/** The id that a file's name, without its ending, gives a document; '' if there is nothing in it that could be one. */
export async function idOf(name: string): Promise<string> {
  const latin = /\p{Script=Han}/u.test(name) ? (await import('./wording.ts')).romanized(name) : name;
  const id = latin
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  return id.replace(/^-+/, '').slice(0, 80).replace(/-+$/, '');
}

/** Add a file to the corpus, or bring a changed one up to date. `tell` hears how far it is. */
export function importInto(
  settings: Settings,
  order: ImportOrder,
  tell?: (what: string) => void,
): Promise<Import> {
  const aligner = async () => (await (await import('./aligning.ts')).openAligner(settings)).drafts;
  return importText(settings.corpus, order, { ...textReader, aligner }, tell);
}

/** Make ready for imports by the page: a shelf, if there is none, and no uploads of a server that was killed. */
export async function prepareImports({ corpus, data }: Settings): Promise<void> {
  await ensureShelf(corpus);
  const names = await readdir(data).catch(() => []);
  for (const name of names)
    if (name.startsWith(UPLOAD)) await rm(join(data, name), { recursive: true, force: true });
}

const UPLOAD = 'upload-';

/** Import what somebody sent; it is a file of its own only meanwhile. */
export async function bringIn(
  settings: Settings,
  { name, beginning, bytes, title, titleEn, id, translation, encoding, replaces = false }: Upload,
): Promise<Brought> {
  const asked = id ?? ((await idOf(title ?? beginning ?? '')) || (await idOf(basename(name, extname(name)))));
  if (!isDocumentId(asked))
    throw new DomainError('invalid', 'give the text a name for addresses: small letters, digits and hyphens');
  await mkdir(settings.data, { recursive: true });
  const folder = await mkdtemp(join(settings.data, UPLOAD));
  try {
    // Each in a folder of its own: they may have one name.
    const path = join(folder, 'text', name);
    await writeWhole(path, bytes);
    const english = join(folder, 'english', translation?.name ?? '');
    if (translation !== undefined) {
      await writeWhole(english, translation.bytes);
    }
    const order = {
      path,
      id: asked,
      staysOutside: false,
      replaces,
      ...(title !== undefined && { title }),
      ...(encoding !== undefined && { encoding }),
      ...(titleEn !== undefined && { titleEn }),
      ...(translation !== undefined && { translation: english }),
    };
    const done = await importInto(settings, order);
    return { ...done, documents: done.documents.map(broughtOf) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function broughtOf({ aligned, ...document }: Import['documents'][number]): Brought['documents'][number] {
  if (aligned === undefined) return document;
  const scores = [...aligned.alignment.rows.values()];
  const doubtful = scores.filter((score) => score < DOUBTFUL).length + aligned.alignment.loose.length;
  return { ...document, aligned: { rows: aligned.laid, doubtful } };
}
