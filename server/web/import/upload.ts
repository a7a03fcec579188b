import type { Request } from 'express';
import { ENCODINGS } from '../../core/document.ts';
import { DomainError } from '../../core/refusal.ts';
import { BadRequest } from '../bad-request.ts';
import { bytesIn } from '../body.ts';
import type { BroughtFile, Upload } from './importer.ts';

/** The longest text that the page takes, in bytes; the command takes longer ones. */
export const MOST_UPLOADED = 2_000_000;
// Names, titles and the seams of the form.
const FORM = 20_000;
const LONGEST_TITLE = 300;
// Of an address, which nobody wants to read further.
const LONGEST_BEGINNING = 12;

/** What a form brings. */
export interface Sent {
  readonly token: string;
  /** Undefined where neither a file nor a text is in it. */
  readonly upload: Upload | undefined;
}

/**
 * @throws DomainError `too-large` if it brings more than `MOST_UPLOADED`, `media-type` if it is no form.
 * @throws BadRequest `malformed-form` if it cannot be taken apart.
 */
export async function sentIn(request: Request): Promise<Sent> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new DomainError('media-type', 'only a form is read');
  const bytes = await bytesIn(request, MOST_UPLOADED + FORM);
  const form = await formIn(bytes, type);
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { token: field('token'), upload: await uploadIn(form, field) };
}

async function uploadIn(form: FormData, field: (name: string) => string): Promise<Upload | undefined> {
  const brought = await broughtIn(form, field, 'text');
  if (brought === undefined) return undefined;
  const translation = await broughtIn(form, field, 'translation');
  const encoding = ENCODINGS.find((one) => one === field('encoding'));
  const [title, titleEn, id] = ['title', 'title-en', 'id'].map((name) =>
    field(name).trim().slice(0, LONGEST_TITLE),
  );
  return {
    ...brought,
    ...(translation !== undefined && { translation }),
    ...(title && { title }),
    ...(titleEn && { titleEn }),
    ...(id && { id }),
    ...(encoding !== undefined && { encoding }),
    ...(field('replace') === '1' && { replaces: true }),
  };
}

/** What stands in the fields `name-file` and `name`: the file, or else what was pasted. */
async function broughtIn(
  form: FormData,
  field: (name: string) => string,
  name: 'text' | 'translation',
): Promise<BroughtFile | undefined> {
  const file = form.get(`${name}-file`);
  if (file !== null && typeof file !== 'string' && file.size > 0)
    return { name: baseOf(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
  const text = field(name).replace(/\r\n?/g, '\n');
  if (text.trim() === '') return undefined;
  const ending = field('format') === 'markdown' ? 'md' : 'txt';
  return { name: `${name}.${ending}`, beginning: beginningOf(text), bytes: Buffer.from(text) };
}

/** The first words of a text, without what marks them as a heading. */
function beginningOf(text: string): string {
  const first = text.split('\n').find((line) => /[\p{L}\p{N}]/u.test(line)) ?? '';
  const words = first.slice(0, 200).replace(/^[^\p{L}\p{N}]+/u, '');
  return words.replace(/[，。！？；：,.!?;:…].*/u, '').slice(0, LONGEST_BEGINNING);
}

// Characters of a name, four bytes each at most, so that every system takes it.
const LONGEST_NAME = 50;

// A browser sends a name without folders; somebody else may send anything.
function baseOf(name: string): string {
  const base = (name.split(/[\\/]/).at(-1) ?? '').toWellFormed().replace(/\p{Cc}/gu, '');
  return /^\.*$/.test(base) ? 'text' : [...base].slice(-LONGEST_NAME).join('');
}

async function formIn(bytes: Buffer<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  } catch {
    throw new BadRequest('malformed-form');
  }
}
