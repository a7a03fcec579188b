import { join } from 'node:path';
import type { Description } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Ledger } from '../core/ledger.ts';
import { EMPTY_LEDGER } from '../core/ledger.ts';
import type { OpenedText } from '../core/opened.ts';
import type { Former } from '../core/reconcile.ts';
import { reconcile } from '../core/reconcile.ts';
import { recut } from '../core/recut.ts';
import { DomainError } from '../core/refusal.ts';
import type { Revisit } from '../core/revisit.ts';
import { revisitOf } from '../core/revisit.ts';
import type { DocumentId, Segment } from '../core/segment.ts';
import { textOf } from '../core/segment.ts';
import type { Translation } from '../core/translation.ts';
import { writeAlignment } from './alignment.ts';
import { readDescription, revised, writeDescription } from './description.ts';
import { digestOf, sha256Of } from './digest.ts';
import { readBytes, readText } from './file.ts';
import type { TextReader } from './folder.ts';
import { readFormer, writeFormer } from './former.ts';
import { writeGlosses } from './glosses.ts';
import type { Aligned } from './laying.ts';
import { alignedIn } from './laying.ts';
import { readWholeLedger, writeLedger } from './ledger.ts';

/** What became of one document by an import. */
export interface Imported extends Omit<Revisit, 'kept'> {
  readonly id: DocumentId;
  readonly isNew: boolean;
  readonly segments: number;
  /** Segments whose text was there before; they keep their ids. */
  readonly kept: number;
  readonly retired: number;
  readonly language: string;
  /** Undefined where no translation came with it. */
  readonly aligned: Aligned | undefined;
  /** Texts of segments by their ids, old and new, as far as they are known. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Lays a translation beside the segments of a text. */
export type LayTranslation = (drafts: readonly DraftSegment[]) => Translation;

/** A document as an import finds it. */
export interface Standing {
  readonly id: DocumentId;
  readonly folder: string;
  readonly ledger: Ledger | undefined;
  readonly description: { readonly text: string; readonly description: Description } | undefined;
}

/** @throws DomainError `invalid` if what stands there has faults that only a person can mend. */
export async function standingOf(corpus: string, id: DocumentId): Promise<Standing> {
  const folder = join(corpus, 'documents', id);
  return {
    id,
    folder,
    ledger: await readOldLedger(folder),
    description: await readOldDescription(folder, id),
  };
}

/** The files that make a document of a text, or bring it up to date, by their names in its folder; and what changes. */
export async function filesOf(
  standing: Standing,
  text: OpenedText,
  fresh: () => Description,
  reader: TextReader,
  { title, lay }: { readonly title?: string | undefined; readonly lay?: LayTranslation | undefined },
): Promise<{ files: Map<string, string | Uint8Array>; imported: Imported }> {
  const { id, folder, ledger: old, description: before } = standing;
  const parsed = old === undefined ? text.drafts : recut(old, text.drafts, digestOf);
  const translation = lay?.(parsed);
  const cut = translation?.drafts ?? parsed;
  const former = await formerTexts(standing, reader);
  const ledger = reconcile(old ?? EMPTY_LEDGER, cut, digestOf, former);
  const sha256 = sha256Of(text.bytes);
  const description = before?.description ?? { ...fresh(), sha256 };
  const files = new Map<string, string | Uint8Array>();
  // The description of a text that stays outside holds nothing of it, nor does any file beside it.
  const isInside = description.provenance.redistributable;
  if (isInside) files.set(description.file, text.bytes);
  files.set('segments.json', writeLedger(ledger));
  // Somebody's work may stand there even where the description was lost.
  const glosses = await readText(join(folder, 'gloss.en.yaml'), 'gloss.en.yaml');
  const alignment = await readText(join(folder, 'alignment.en.yaml'), 'alignment.en.yaml');
  const aligned = translation && alignedIn(translation, ledger, glosses, alignment);
  if (aligned !== undefined) {
    files.set('gloss.en.yaml', writeGlosses('en', aligned.glosses));
    files.set('alignment.en.yaml', writeAlignment('en', aligned.alignment));
  } else if (glosses.kind === 'missing') files.set('gloss.en.yaml', writeGlosses('en', new Map()));
  files.set(
    'document.yaml',
    before === undefined
      ? writeDescription(description)
      : revised(before.text, { sha256, encoding: text.encoding, ...(title !== undefined && { title }) }),
  );
  const change = revisitOf(old ?? EMPTY_LEDGER, ledger);
  const texts = textsOf(old, former, ledger, cut);
  const gone = isInside && old !== undefined ? await allFormer(folder, change, texts) : new Map();
  if (gone.size > 0) files.set('former.yaml', writeFormer(text.language, gone));
  const ids = new Set((old ?? EMPTY_LEDGER).segments.map((segment) => segment.id));
  return {
    files,
    imported: {
      ...change,
      id,
      isNew: old === undefined,
      segments: ledger.segments.length,
      kept: ledger.segments.filter((segment) => ids.has(segment.id)).length,
      retired: ledger.retired.size - (old ?? EMPTY_LEDGER).retired.size,
      language: text.language,
      texts,
      aligned: aligned && { ...aligned, confidence: translation?.confidence ?? 0 },
    },
  };
}

/** What retired segments said, those of this time among them. */
async function allFormer(
  folder: string,
  { changed, gone }: Revisit,
  texts: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const known = await readFormer(folder);
  for (const id of [...changed.map(({ before }) => before), ...gone]) known.set(id, texts.get(id) ?? '');
  return new Map([...known].filter(([, words]) => words !== ''));
}

/** What the segments of a ledger said, as long as the text that it is of is still there. */
async function formerTexts({ folder, ledger, description }: Standing, reader: TextReader): Promise<Former> {
  if (ledger === undefined || description === undefined) return () => undefined;
  const { file, sha256, encoding } = description.description;
  const found = await readBytes(join(folder, file));
  if (found.kind !== 'read' || sha256Of(found.bytes) !== sha256) return () => undefined;
  const decoded = reader.decode(found.bytes, encoding);
  return (segment: Segment) =>
    decoded.kind === 'decoded' ? textOf(decoded.source, segment.parts) : undefined;
}

function textsOf(
  old: Ledger | undefined,
  former: Former,
  now: Ledger,
  drafts: readonly DraftSegment[],
): Map<string, string> {
  const before = (old?.segments ?? []).flatMap((segment) => {
    const text = former(segment);
    return text === undefined ? [] : [[segment.id as string, text] as const];
  });
  return new Map([
    ...before,
    ...now.segments.map(({ id }, index) => [id as string, drafts[index]?.text ?? ''] as const),
  ]);
}

async function readOldDescription(folder: string, id: DocumentId): Promise<Standing['description']> {
  const found = await readText(join(folder, 'document.yaml'), 'document.yaml');
  if (found.kind === 'missing') return undefined;
  const { layer, findings } = readDescription('document.yaml', found.kind === 'read' ? found.text : '');
  // What a key that stands twice should be, only a person knows.
  if (found.kind !== 'read' || layer === undefined || findings.some(({ rule }) => rule === 'repeated-key'))
    throw new DomainError(
      'invalid',
      `documents/${id}/document.yaml has faults; run duidu check and mend it first`,
    );
  return { text: found.text, description: layer };
}

async function readOldLedger(folder: string): Promise<Ledger | undefined> {
  const found = await readText(join(folder, 'segments.json'), 'segments.json');
  if (found.kind === 'missing') return undefined;
  const ledger = found.kind === 'read' ? readWholeLedger('segments.json', found.text) : undefined;
  if (ledger === undefined)
    throw new DomainError('invalid', 'the ledger has faults; run duidu check and mend it first');
  return ledger;
}
