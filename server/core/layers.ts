import type { Alignment } from './alignment.ts';
import type { Anchor, Anchoring } from './anchor.ts';
import { anchor } from './anchor.ts';
import type { Authority } from './authority.ts';
import { authorityOf } from './authority.ts';
import type { Description, Document, DocumentSegment, Presence } from './document.ts';

import type { Glosses, GlossStatus } from './gloss.ts';
import type { Ledger, Trail } from './ledger.ts';
import { trailsIn } from './ledger.ts';
import type { Decision } from './mention.ts';
import type { DecidedAt } from './naming.ts';
import { namesIn, UNNAMED } from './naming.ts';
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
  readonly decisions: readonly Decision[];
  readonly study: Study | null;
  /** Undefined where nobody has had a translation aligned. */
  readonly alignment?: Alignment | undefined;
}

const NOBODY = authorityOf([]);

/** The language of texts in traditional characters. Names are written in simplified ones. */
export const TRADITIONAL = 'zh-Hant';

/**
 * Join the layers of a document, and find the names in it. Notes and decisions that are orphans are left out, and so is a segment or a note whose id another before it has:
 * pages lead to ids. `check` reports them all.
 */
export function documentOf(
  layers: Layers,
  authority: Authority = NOBODY,
  simplify?: (text: string) => string,
): Document {
  const { id, description, presence, study, alignment } = layers;
  const ledger = { ...layers.ledger, segments: firsts(layers.ledger.segments) };
  const trails = trailsIn(ledger);
  const sides = sidesOf({ ...layers, ledger }, trails);
  const notes = Map.groupBy(
    firsts(layers.notes).flatMap((note) => shown(note, placingOf(note, sides, trails)) ?? []),
    ({ segment }) => segment,
  );
  const segments = ledger.segments.map((segment): DocumentSegment => {
    const own = notes.get(segment.id)?.map(({ note }) => note) ?? [];
    return { ...segment, ...sideOf(segment, sides), notes: inOrder(own), names: UNNAMED };
  });
  const decided = layers.decisions.flatMap(
    (decision) => decidedAt(decision, placingOf(decision, sides, trails)) ?? [],
  );
  const names = namesIn(
    id,
    segments,
    authority,
    decided,
    description.language === TRADITIONAL ? simplify : undefined,
  );
  const retired = new Map([...ledger.retired.keys()].map((old) => [old, trails(old).living]));
  return {
    ...description,
    id,
    presence,
    segments: segments.map((segment) => ({ ...segment, names: names.get(segment.id) ?? UNNAMED })),
    retired,
    study,
    ...(alignment !== undefined && { alignment }),
  };
}

function firsts<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Both sides of a segment as they are shown: `zh` is null where the text is missing, `en` where there is no gloss. */
export type Sides = Pick<DocumentSegment, 'zh' | 'en' | 'status'>;

/** Both sides of every segment; of those that share an id, of the first. */
export function sidesOf(
  { source, ledger, glosses }: Pick<Layers, 'source' | 'ledger' | 'glosses'>,
  trails: (id: string) => Trail,
): Map<SegmentId, Sides> {
  const stale = staleGlosses(ledger, glosses, trails);
  const sides = new Map<SegmentId, Sides>();
  for (const { id, parts } of ledger.segments) {
    if (sides.has(id)) continue;
    const own = glosses.get(id);
    const en = own ?? stale.get(id) ?? null;
    const status: GlossStatus = own !== undefined ? 'glossed' : en === null ? 'missing' : 'stale';
    sides.set(id, { zh: source === null ? null : textOf(source, parts), en, status });
  }
  return sides;
}

const NOTHING: Sides = { zh: null, en: null, status: 'missing' };

function sideOf({ id }: Segment, sides: ReadonlyMap<SegmentId, Sides>): Sides {
  return sides.get(id) ?? NOTHING;
}

/**
 * Glosses of retired segments, for the one segment that took their place, where it has none of its own. Of several that became one, all
 * glosses in turn; of an older and a newer gloss of the same place, the newer.
 */
function staleGlosses(
  ledger: Ledger,
  glosses: Glosses,
  trails: (id: string) => Trail,
): Map<SegmentId, string> {
  const stale = new Map<SegmentId, string>();
  for (const retired of ledger.retired.keys()) {
    const gloss = glosses.get(retired);
    if (gloss === undefined) continue;
    const { living, between } = trails(retired);
    const [successor] = living;
    if (successor === undefined || living.length > 1 || between.some((id) => glosses.has(id))) continue;
    const before = stale.get(successor);
    stale.set(successor, before === undefined ? gloss : `${before} ${gloss}`);
  }
  return stale;
}

/** Where a note or a decision stands today, or why it stands nowhere. */
export type Placing =
  /** Its segment is gone, or has become several. */
  | { readonly kind: 'homeless'; readonly successors: readonly SegmentId[] }
  /** The side of the segment that it quotes is not there. */
  | { readonly kind: 'unverified'; readonly segment: SegmentId }
  | { readonly kind: 'found'; readonly segment: SegmentId; readonly anchoring: Anchoring };

/** Where an annotation stands: at its segment, or at the only successor of one that is retired. */
export function placingOf(
  { anchor: at }: { readonly anchor: Anchor },
  sides: ReadonlyMap<SegmentId, Sides>,
  trails: (id: string) => Trail,
): Placing {
  const successors = trails(at.segment).living;
  const [segment] = successors;
  if (segment === undefined || successors.length > 1) return { kind: 'homeless', successors };
  const text = sides.get(segment)?.[at.language] ?? null;
  if (text === null) return { kind: 'unverified', segment };
  return { kind: 'found', segment, anchoring: anchor(at, text) };
}

function shown(note: Note, placing: Placing): { segment: SegmentId; note: AnchoredNote } | undefined {
  if (placing.kind === 'homeless') return undefined;
  const { segment } = placing;
  if (placing.kind === 'unverified') {
    // Where the text is missing its notes are still worth reading, beside the English; one on a gloss that is not there is an orphan.
    return note.anchor.language === 'zh'
      ? { segment, note: { ...note, span: { start: 0, end: 0 } } }
      : undefined;
  }
  const { anchoring } = placing;
  return anchoring.kind === 'orphaned' ? undefined : { segment, note: { ...note, span: anchoring.span } };
}

function decidedAt(decision: Decision, placing: Placing): DecidedAt | undefined {
  if (placing.kind !== 'found' || placing.anchoring.kind === 'orphaned') return undefined;
  return { decision, segment: placing.segment, span: placing.anchoring.span };
}

function inOrder(notes: readonly AnchoredNote[]): AnchoredNote[] {
  return notes.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether a segment's text is what the ledger says it is. */
export function isIntact(segment: Segment, text: string, digestOf: (text: string) => string): boolean {
  return text.length === segment.length && digestOf(text) === segment.digest;
}
