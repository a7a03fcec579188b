import { createHash } from 'node:crypto';
import type { Authority } from '../server/core/authority.ts';
import type { Description, Document, DocumentSegment } from '../server/core/document.ts';
import { namesIn, UNNAMED } from '../server/core/naming.ts';
import type { AnchoredNote, NoteKind } from '../server/core/note.ts';
import { parseBlockId, parseDocumentId, parseSegmentId } from '../server/core/segment.ts';

type Layers = Partial<Omit<DocumentSegment, 'id' | 'block' | 'zh' | 'en'>> & { readonly block?: string };

/** A segment with all its layers; `en` null is a missing gloss. Its block has the segment's own id unless told. */
export function segment(
  id: string,
  zh: string | null,
  en: string | null,
  layers: Layers = {},
): DocumentSegment {
  const text = zh ?? '';
  return {
    kind: 'paragraph',
    level: 0,
    debris: false,
    parts: [{ start: 0, end: text.length }],
    marks: [],
    length: text.length,
    digest: digestOf(text),
    status: en === null ? 'missing' : 'glossed',
    notes: [],
    names: UNNAMED,
    ...layers,
    id: parseSegmentId(id),
    block: parseBlockId(layers.block ?? `b-${id}`),
    zh,
    en,
  };
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A note on the first place where `zh` holds `quote`. */
export function note(
  id: string,
  on: string,
  zh: string,
  quote: string,
  kind: NoteKind = 'context',
): AnchoredNote {
  const start = zh.indexOf(quote);
  if (start === -1) throw new Error(`the fixture has no “${quote}”`);
  return {
    id,
    kind,
    zh: `注：${quote}`,
    en: `A note on ${quote}`,
    anchor: { segment: parseSegmentId(on), language: 'zh', start, quote },
    span: { start, end: start + quote.length },
  };
}

export function describedAs(description: Partial<Description> = {}): Description {
  return {
    title: { zh: '无题', en: 'Untitled' },
    language: 'zh-Hans',
    about: { zh: '一篇短文。', en: 'A short text.' },
    provenance: {
      source: { zh: '自己写的', en: 'Written for the tests' },
      licence: 'CC-BY-4.0',
      redistributable: true,
    },
    file: 'text.md',
    sha256: '0'.repeat(64),
    format: 'markdown',
    ...description,
  };
}

type Rest = Partial<Pick<Document, 'presence'>> & {
  readonly description?: Partial<Description>;
  readonly retired?: Readonly<Record<string, readonly string[]>>;
};

export function documentOf(id: string, segments: readonly DocumentSegment[], rest: Rest = {}): Document {
  return {
    ...describedAs(rest.description),
    id: parseDocumentId(id),
    presence: rest.presence ?? 'present',
    study: null,
    segments,
    retired: new Map(
      Object.entries(rest.retired ?? {}).map(([old, successors]) => [
        parseSegmentId(old),
        successors.map(parseSegmentId),
      ]),
    ),
  };
}

/** `document` with the names that `authority` knows linked in it. */
export function named(document: Document, authority: Authority): Document {
  const names = namesIn(document.id, document.segments, authority, []);
  return {
    ...document,
    segments: document.segments.map((one) => ({ ...one, names: names.get(one.id) ?? UNNAMED })),
  };
}
