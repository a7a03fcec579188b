import { anchor } from './anchor.ts';
import type { Description, Document, DocumentSegment, Presence } from './document.ts';
import type { Glosses, GlossStatus } from './gloss.ts';
import type { Ledger } from './ledger.ts';
import { resolve } from './ledger.ts';
import type { AnchoredNote, Note } from './note.ts';
import type { DocumentId, Segment, SegmentId } from './segment.ts';
import { textOf } from './segment.ts';
import type { Study } from './study.ts';

/** Everything that is known of one document, layer by layer, before it is joined by segment id. */
export interface Layers {
  readonly id: DocumentId;
  readonly description: Description;
  readonly presence: Presence;
  /** The decoded text; null where it is missing. */
  readonly source: string | null;
  readonly ledger: Ledger;
  readonly glosses: Glosses;
  readonly notes: readonly Note[];
  readonly study: Study | null;
}

/** Join the layers of a document. Notes that are orphans are left out; `check` reports them. */
export function documentOf(layers: Layers): Document {
  const { id, description, presence, source, ledger, glosses, study } = layers;
  const stale = staleGlosses(ledger, glosses);
  const notes = notesBySegment(layers);
  const segments = ledger.segments.map((segment): DocumentSegment => {
    const zh = source === null ? null : textOf(source, segment.parts);
    const own = glosses.get(segment.id);
    const en = own ?? stale.get(segment.id) ?? null;
    const status: GlossStatus = own !== undefined ? 'glossed' : en === null ? 'missing' : 'stale';
    return { ...segment, zh, en, status, notes: anchored(notes.get(segment.id) ?? [], zh, en) };
  });
  return { ...description, id, presence, segments, retired: retiredTo(ledger), study };
}

/** Glosses of retired segments, for the one segment that took their place, where it has none of its own. */
function staleGlosses(ledger: Ledger, glosses: Glosses): Map<SegmentId, string> {
  const stale = new Map<SegmentId, string>();
  for (const retired of ledger.retired.keys()) {
    const gloss = glosses.get(retired);
    const [successor, ...others] = resolve(ledger, retired);
    if (gloss !== undefined && successor !== undefined && others.length === 0) stale.set(successor, gloss);
  }
  return stale;
}

/** Notes by the living segment they belong to; those of a retired one follow to its only successor. */
function notesBySegment({ ledger, notes }: Layers): Map<SegmentId, Note[]> {
  const found = new Map<SegmentId, Note[]>();
  for (const note of notes) {
    const [segment, ...others] = resolve(ledger, note.anchor.segment);
    if (segment === undefined || others.length > 0) continue;
    found.set(segment, [...(found.get(segment) ?? []), note]);
  }
  return found;
}

function anchored(notes: readonly Note[], zh: string | null, en: string | null): AnchoredNote[] {
  return notes
    .flatMap((note): AnchoredNote[] => {
      const text = note.anchor.language === 'zh' ? zh : en;
      // Where the text is missing its notes are still worth reading, beside the English.
      if (text === null) return [{ ...note, span: { start: 0, end: 0 } }];
      const found = anchor(note.anchor, text);
      return found.kind === 'orphaned' ? [] : [{ ...note, span: found.span }];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function retiredTo(ledger: Ledger): Map<SegmentId, SegmentId[]> {
  return new Map([...ledger.retired.keys()].map((id) => [id, resolve(ledger, id)]));
}

/** Whether a segment's text is what the ledger says it is. */
export function isIntact(segment: Segment, text: string, digestOf: (text: string) => string): boolean {
  return text.length === segment.length && digestOf(text) === segment.digest;
}
