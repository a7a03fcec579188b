import type { Anchoring } from './anchor.ts';
import { anchor } from './anchor.ts';
import type { Document, DocumentSegment } from './document.ts';
import type { Evidence } from './entity.ts';
import type { DocumentId, SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** Where a piece of evidence stands today, or why it stands nowhere. */
export type Standing =
  | { readonly kind: 'unknown-document' }
  /** Its segment is gone, or has become several. */
  | { readonly kind: 'homeless'; readonly document: Document }
  /** The side of the segment that it quotes is not at hand. */
  | { readonly kind: 'unverified'; readonly document: Document; readonly segment: DocumentSegment }
  | {
      readonly kind: 'found';
      readonly document: Document;
      readonly segment: DocumentSegment;
      readonly anchoring: Anchoring;
    };

/** Finds evidence in a library; made once, as making it reads all of the library. */
export type EvidenceFinder = (evidence: Evidence) => Standing;

export function evidenceFinder(documents: readonly Document[]): EvidenceFinder {
  const index = new Map<DocumentId, { document: Document; segments: Map<SegmentId, DocumentSegment> }>();
  for (const document of documents)
    index.set(document.id, {
      document,
      segments: new Map(document.segments.map((segment) => [segment.id, segment])),
    });
  return (evidence) => {
    const found = index.get(evidence.document);
    if (found === undefined) return { kind: 'unknown-document' };
    const { document, segments } = found;
    const successors = document.retired.get(evidence.segment) ?? [];
    const only = successors.length === 1 ? successors[0] : undefined;
    const segment = segments.get(evidence.segment) ?? (only === undefined ? undefined : segments.get(only));
    if (segment === undefined) return { kind: 'homeless', document };
    const text = segment[evidence.language];
    return text === null
      ? { kind: 'unverified', document, segment }
      : { kind: 'found', document, segment, anchoring: anchor(evidence, text) };
  };
}

/** A passage that can be shown; `span` is null where its text is not at hand. */
export interface Passage {
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly span: Span | null;
}

/** The passage of evidence that still stands; undefined where it is an orphan. */
export function passageOf(standing: Standing): Passage | undefined {
  if (standing.kind === 'unverified')
    return { document: standing.document, segment: standing.segment, span: null };
  if (standing.kind !== 'found' || standing.anchoring.kind === 'orphaned') return undefined;
  return { document: standing.document, segment: standing.segment, span: standing.anchoring.span };
}
