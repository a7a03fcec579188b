import type { DraftMark, DraftSegment } from './draft.ts';
import { joinDrafts } from './draft.ts';
import type { Ledger } from './ledger.ts';
import type { Digest } from './reconcile.ts';
import type { Segment } from './segment.ts';
import { sliceParts } from './segment.ts';
import type { Span } from './span.ts';

/**
 * Drafts cut as a person has cut the ledger: neighbours that were joined by hand are joined again, and what was split is split, wherever
 * the digests say that the text is still the same. All else is left as it was parsed, blocks too.
 */
export function recut(old: Ledger, drafts: readonly DraftSegment[], digestOf: Digest): DraftSegment[] {
  const digests = drafts.map((draft) => digestOf(draft.text));
  const lost = new Lost(old, new Set(digests), digestOf);
  // In a long text that was written anew nothing is looked for: there is little to find, and much to try.
  if (lost.count === 0 || lost.count > Math.max(100, old.segments.length / 2)) return [...drafts];
  const known = new Set(old.segments.map((segment) => segment.digest));
  const cut: DraftSegment[] = [];
  for (let index = 0; index < drafts.length; ) {
    const draft = drafts[index] as DraftSegment;
    const isKnown = known.has(digests[index] as string);
    const whole = isKnown ? undefined : joinedFrom(drafts.slice(index, index + MOST_PIECES), lost);
    if (whole !== undefined) cut.push(whole.draft);
    else if (isKnown) cut.push(draft);
    else
      cut.push(
        ...(lost.cutsOf(draft.text)?.map((span, at, spans) => pieceOf(draft, span, spans[at - 1])) ?? [
          draft,
        ]),
      );
    index += whole?.count ?? 1;
  }
  return cut;
}

const MOST_PIECES = 4;

/** Segments of a ledger that no draft is, by length and digest. */
class Lost {
  readonly count: number;
  readonly #segments: readonly (Segment | undefined)[];
  readonly #byLength: ReadonlyMap<number, readonly number[]>;
  readonly #digestOf: Digest;

  constructor({ segments }: Ledger, found: ReadonlySet<string>, digestOf: Digest) {
    this.#segments = segments.map((segment) => (found.has(segment.digest) ? undefined : segment));
    const indexes = [...this.#segments.keys()].filter((index) => this.#segments[index] !== undefined);
    this.count = indexes.length;
    this.#byLength = Map.groupBy(indexes, (index) => this.#segments[index]?.length ?? 0);
    this.#digestOf = digestOf;
  }

  has(text: string): boolean {
    const alike = this.#byLength.get(text.length);
    if (alike === undefined) return false;
    const digest = this.#digestOf(text);
    return alike.some((index) => this.#segments[index]?.digest === digest);
  }

  /** Where `text` is to be cut to give neighbours in the ledger, all of them; spaces between them are left out. */
  cutsOf(text: string): Span[] | undefined {
    for (const [length, indexes] of this.#byLength) {
      if (length === 0 || length >= text.length) continue;
      const digest = this.#digestOf(text.slice(0, length));
      for (const index of indexes) {
        if (this.#segments[index]?.digest !== digest) continue;
        const spans = this.#chainFrom(index, text);
        if (spans !== undefined) return spans;
      }
    }
    return undefined;
  }

  #chainFrom(index: number, text: string): Span[] | undefined {
    const spans: Span[] = [];
    let start = 0;
    for (let at = index; start < text.length; at += 1) {
      const segment = this.#segments[at];
      if (segment === undefined || segment.length === 0) return undefined;
      const end = start + segment.length;
      if (this.#digestOf(text.slice(start, end)) !== segment.digest) return undefined;
      spans.push({ start, end });
      start = text.length - text.slice(end).trimStart().length;
    }
    return spans;
  }
}

function joinedFrom(
  [first, ...rest]: readonly DraftSegment[],
  lost: Lost,
  count = 1,
): { draft: DraftSegment; count: number } | undefined {
  const [next, ...others] = rest;
  if (first === undefined || next === undefined) return undefined;
  for (const joiner of ['', ' '] as const) {
    const draft = joinDrafts(first, next, joiner);
    const found = lost.has(draft.text)
      ? { draft, count: count + 1 }
      : joinedFrom([draft, ...others], lost, count + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pieceOf(draft: DraftSegment, span: Span, before: Span | undefined): DraftSegment {
  const { start, end } = span;
  const marks = draft.marks.flatMap((mark): DraftMark[] => {
    // A point at a cut belongs to the piece that ends there.
    const isPoint = mark.start === mark.end;
    if (isPoint && (mark.start > end || (before !== undefined && mark.start <= before.end))) return [];
    const from = Math.max(mark.start, start);
    const to = Math.min(Math.max(mark.end, from), end);
    return isPoint || from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
  });
  return { ...draft, parts: sliceParts(draft.parts, start, end), marks, text: draft.text.slice(start, end) };
}
