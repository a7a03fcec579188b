import { basename, extname } from 'node:path';
import { MOST_ALIGNED, UNRELATED } from '../core/bead.ts';
import type { Opened, OpenedText } from '../core/opened.ts';
import { DomainError } from '../core/refusal.ts';
import type { Translation } from '../core/translation.ts';
import { translationOf } from '../core/translation.ts';
import { readBytes } from './file.ts';
import type { LayTranslation } from './importing.ts';
import type { TextOpener } from './text-opener.ts';
import { LONGEST_IMPORT } from './text-opener.ts';

/** A translation that comes with a text: the file as it came, and what lays it beside the text. */
export interface EnglishText {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As it says itself, or its first heading. */
  readonly title: string | undefined;
  readonly lay: LayTranslation;
}

// Of fewer sentences nothing can be said: each row is told as doubtful instead.
const FEW = 8;

/**
 * @throws DomainError `not-found` if there is no such file, `invalid` or `too-large` if it cannot be read, is no English, or has nothing to do with the text: then
 * nothing is imported.
 */
export async function openTranslation(
  path: string,
  { texts }: Opened,
  reader: TextOpener,
): Promise<EnglishText> {
  const name = basename(path);
  const refuse = (why: string, code: 'invalid' | 'too-large' = 'invalid'): never => {
    throw new DomainError(code, `${name} is not laid beside the text, and nothing was imported: ${why}`);
  };
  if (texts.length > 1)
    return refuse(
      'a book has a document for each chapter; import a chapter and its translation by themselves',
    );
  const read = await readBytes(path, LONGEST_IMPORT);
  if (read.kind === 'missing') throw new DomainError('not-found', `there is no file ${name}`);
  if (read.kind === 'unreadable') return refuse(read.why);
  const [english, ...others] = await openedOr(refuse, () => reader.open(read.bytes, { name }));
  if (english === undefined || others.length > 0)
    return refuse('it is a book of several chapters; give one of them');
  if (!isEnglish(english))
    refuse('it has hardly any English; name the Chinese first, and its English behind --translation');
  const sentences = Math.max(english.drafts.length, texts[0]?.drafts.length ?? 0);
  if (sentences > MOST_ALIGNED)
    refuse(`at most ${MOST_ALIGNED} sentences are aligned; cut both into parts`, 'too-large');
  const align = await reader.aligner?.();
  if (align === undefined) throw new Error('the reader has no aligner');
  const lay: LayTranslation = (drafts): Translation => {
    const translation = translationOf(drafts, align(drafts, english.drafts));
    const isLong = Math.min(drafts.length, english.drafts.length) >= FEW;
    if (isLong && translation.confidence < UNRELATED)
      refuse('it does not look like a translation of it; check both files, or import the text without it');
    return translation;
  };
  return {
    name: `translation.en${extname(name).toLowerCase()}`,
    bytes: read.bytes,
    title: english.title ?? headingOf(english),
    lay,
  };
}

async function openedOr(
  refuse: (why: string) => never,
  open: () => Promise<Opened>,
): Promise<readonly OpenedText[]> {
  try {
    return (await open()).texts;
  } catch (error) {
    if (error instanceof DomainError) return refuse(error.message);
    throw error;
  }
}

function isEnglish({ drafts }: OpenedText): boolean {
  const text = drafts.flatMap((draft) => (draft.debris ? [] : [draft.text])).join(' ');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  return words > han;
}

function headingOf({ drafts }: OpenedText): string | undefined {
  return drafts.find(({ debris, kind, level }) => !debris && kind === 'heading' && level === 1)?.text;
}
