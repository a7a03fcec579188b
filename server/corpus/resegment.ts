import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Glosses } from '../core/gloss.ts';
import type { Ledger } from '../core/ledger.ts';
import { DomainError } from '../core/refusal.ts';
import type { Moved } from '../core/resegment.ts';
import { cutOfGloss } from '../core/resegment.ts';
import { join as joined, split } from '../core/revise.ts';
import type { DocumentId, Segment, SegmentId } from '../core/segment.ts';
import { textOf } from '../core/segment.ts';
import { moveAlignment } from './alignment.ts';
import { digestOf } from './digest.ts';
import { ignoreAbsence, readText } from './file.ts';
import type { TextReader } from './folder.ts';
import { readGlosses } from './glosses.ts';
import { writeLedger } from './ledger.ts';
import { alone } from './lock.ts';
import type { Anchored } from './moving.ts';
import { moveAnchors, moveGlosses } from './moving.ts';
import { openRevision } from './revision.ts';
import { writeTogether } from './transaction.ts';

export type Resegmenting =
  | {
      readonly kind: 'split';
      readonly segment: string;
      readonly offset: number;
      readonly newBlock: boolean;
      readonly glossAt?: number;
    }
  | {
      readonly kind: 'join';
      readonly segment: string;
      readonly joiner: '' | ' ';
      /** Where only one of both has a gloss, it becomes that of the whole. */
      readonly oneGlossWillDo?: boolean;
    };

/** What came of it: the new segments, what became of the gloss, and which other files were changed. */
export interface Resegmented {
  readonly segments: readonly SegmentId[];
  readonly gloss: 'none' | 'moved' | 'stale';
  readonly files: readonly string[];
}

/**
 * Cut a segment, or join it with the one behind it, in all layers at once: ledger, gloss, notes, decisions, claims, evidence. New segments have new ids, and the old
 * ones lead to them. A gloss is cut where that is said, or between its two sentences; otherwise nothing is changed. Where only one of two that are joined
 * has a gloss, it is left to the old id, and shown as stale.
 *
 * @throws DomainError as `openRevision` does; `conflict` if a quote goes across the cut, or nothing shows where the gloss is to be cut.
 */
export function resegment(
  corpus: string,
  id: DocumentId,
  order: Resegmenting,
  sources: readonly string[],
  reader: TextReader,
): Promise<Resegmented> {
  return alone(corpus, async () => {
    const { files, resegmented } = await filesOfResegmenting(corpus, id, order, sources, reader);
    await writeTogether(corpus, files);
    return resegmented;
  });
}

/** What `resegment` would write, by names in the corpus. @throws DomainError as it does. */
export async function filesOfResegmenting(
  corpus: string,
  id: DocumentId,
  order: Resegmenting,
  sources: readonly string[],
  reader: TextReader,
): Promise<{ readonly files: Map<string, string>; readonly resegmented: Resegmented }> {
  const { ledger, source } = await openRevision(corpus, id, sources, reader);
  const revised =
    order.kind === 'join'
      ? joined(ledger, source, order.segment, order.joiner, digestOf)
      : split(
          ledger,
          source,
          { id: order.segment, offset: order.offset, newBlock: order.newBlock },
          digestOf,
        );
  const name = `documents/${id}/gloss.en.yaml`;
  const glossFile = await readText(join(corpus, name), name);
  if (glossFile.kind === 'broken')
    throw new DomainError('conflict', `${name} cannot be read; duidu check says why`);
  const glossText = glossFile.kind === 'read' ? glossFile.text : '';
  const { layer: glosses, findings } = readGlosses(name, glossText);
  if (findings.length > 0) throw new DomainError('conflict', `${name} has faults; duidu check says which`);
  const { zh, en, now, former } = changesOf(ledger, revised, source, order, glosses);
  const files = new Map<string, string>([[`documents/${id}/segments.json`, writeLedger(revised)]]);
  if (now.length > 0) files.set(name, moveGlosses(glossText, former, now));
  for (const file of await anchoredFiles(corpus, id)) {
    const moved = moveAnchors(file, [...zh, ...en]);
    if (moved !== undefined) files.set(file.name, moved);
  }
  const segments = revised.segments
    .map((segment) => segment.id)
    .filter((one) => !ledger.segments.some((old) => old.id === one));
  const aligned = `documents/${id}/alignment.en.yaml`;
  const alignment = await readText(join(corpus, aligned), aligned);
  if (alignment.kind === 'read') {
    const moved = moveAlignment(aligned, alignment.text, former, segments);
    if (moved !== alignment.text) files.set(aligned, moved);
  }
  const had = former.some((one) => glosses.has(one as SegmentId));
  return {
    files,
    resegmented: {
      segments,
      gloss: now.length > 0 ? 'moved' : had ? 'stale' : 'none',
      files: [...files.keys()],
    },
  };
}

interface Changes {
  readonly zh: readonly Moved[];
  readonly en: readonly Moved[];
  /** Glosses of the new segments; none where they are left to the old ids. */
  readonly now: readonly (readonly [SegmentId, string])[];
  readonly former: readonly SegmentId[];
}

function changesOf(
  old: Ledger,
  revised: Ledger,
  source: string,
  order: Resegmenting,
  glosses: Glosses,
): Changes {
  const at = old.segments.findIndex(({ id }) => id === order.segment);
  const [first, second] = old.segments.slice(at) as [Segment, Segment];
  const [one, two] = revised.segments.slice(at) as [Segment, Segment];
  const whole = (
    from: SegmentId,
    language: 'zh' | 'en',
    text: string,
    to: SegmentId,
    start: number,
  ): Moved => ({
    from,
    language,
    span: { start: 0, end: text.length },
    to,
    start,
  });
  if (order.kind === 'join') {
    const [a, b] = [first, second].map(({ parts }) => textOf(source, parts)) as [string, string];
    const zh = [
      whole(first.id, 'zh', a, one.id, 0),
      whole(second.id, 'zh', b, one.id, a.length + order.joiner.length),
    ];
    const [x, y] = [glosses.get(first.id), glosses.get(second.id)];
    const start = x === undefined || y === undefined ? 0 : x.length + 1;
    const en = [whole(first.id, 'en', x ?? '', one.id, 0), whole(second.id, 'en', y ?? '', one.id, start)];
    const both = x !== undefined && y !== undefined;
    const gloss = both ? `${x} ${y}` : order.oneGlossWillDo ? (x ?? y) : undefined;
    const now = gloss === undefined ? [] : ([[one.id, gloss]] as const);
    return { zh, en, now, former: [first.id, second.id] };
  }
  const text = textOf(source, first.parts);
  const behind = text.length - two.length;
  const zh: Moved[] = [
    { from: first.id, language: 'zh', span: { start: 0, end: one.length }, to: one.id, start: 0 },
    { from: first.id, language: 'zh', span: { start: behind, end: text.length }, to: two.id, start: 0 },
  ];
  const gloss = glosses.get(first.id);
  const cut = gloss === undefined ? undefined : (order.glossAt ?? cutOfGloss(gloss));
  if (gloss === undefined) return { zh, en: [], now: [], former: [first.id] };
  if (cut === undefined) {
    const hint =
      'say --gloss-at with an offset in it, 0 to leave all of it to the second half, its length to leave it to the first';
    throw new DomainError(
      'conflict',
      `the gloss of ${first.id} has not just two sentences, so it does not show where it is to be cut; ${hint}: ${gloss}`,
    );
  }
  if (cut > gloss.length)
    throw new DomainError(
      'invalid',
      `the gloss of ${first.id} has ${gloss.length} characters, and cannot be cut at ${cut}`,
    );
  const [head, tail] = [gloss.slice(0, cut).trimEnd(), gloss.slice(cut).trimStart()];
  const from = gloss.length - tail.length;
  const en: Moved[] = [
    { from: first.id, language: 'en', span: { start: 0, end: head.length }, to: one.id, start: 0 },
    { from: first.id, language: 'en', span: { start: from, end: gloss.length }, to: two.id, start: 0 },
  ];
  const now = (
    [
      [one.id, head],
      [two.id, tail],
    ] as const
  ).filter(([, half]) => half !== '');
  return { zh, en, now, former: [first.id] };
}

/** Every file in which something may be anchored in a document. */
export async function anchoredFiles(corpus: string, id: DocumentId): Promise<Anchored[]> {
  const entities = (await readdir(join(corpus, 'entities')).catch(ignoreAbsence)) ?? [];
  const names = [
    ...['notes.yaml', 'mentions.yaml'].map((file) => ({
      name: `documents/${id}/${file}`,
      document: undefined,
    })),
    ...[
      'events.yaml',
      ...entities.filter((file) => file.endsWith('.yaml')).map((file) => `entities/${file}`),
    ].map((name) => ({ name, document: id })),
  ];
  const files: Anchored[] = [];
  for (const { name, document } of names) {
    const found = await readText(join(corpus, name), name);
    if (found.kind === 'broken')
      throw new DomainError('conflict', `${name} cannot be read; duidu check says why`);
    if (found.kind === 'read') files.push({ name, document, text: found.text });
  }
  return files;
}
