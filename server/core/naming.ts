import type { Side } from './anchor.ts';
import type { Authority } from './authority.ts';
import type { DocumentSegment } from './document.ts';
import type { Linkable, Linked } from './link.ts';
import { link } from './link.ts';
import type { Decision, Mention } from './mention.ts';
import { isWholeWord } from './name.ts';
import type { DocumentId, SegmentId } from './segment.ts';
import type { Span } from './span.ts';

/** A decision, and where its quote stands now. */
export interface DecidedAt {
  readonly decision: Decision;
  readonly segment: SegmentId;
  readonly span: Span;
}

export type Names = DocumentSegment['names'];

const NOTHING: Linked = { mentions: [], ambiguities: [] };
export const UNNAMED: Names = { zh: NOTHING, en: NOTHING };

/**
 * Who is named in the segments of one document, on each side: what the names say, and over it what a person decided. Debris and code
 * name nobody. `read` writes Chinese as names are written, unit for unit: in simplified characters.
 */
export function namesIn(
  document: DocumentId,
  segments: readonly DocumentSegment[],
  { entities, gazetteer, publications }: Authority,
  decided: readonly DecidedAt[],
  read: (text: string) => string = (text) => text,
): Map<SegmentId, Names> {
  const shown = segments.filter(({ debris, kind }) => !debris && kind !== 'code');
  const linked = link(
    shown.flatMap((segment) => {
      const chinese = chineseOf(segment);
      return [{ ...chinese, text: read(chinese.text) }, englishOf(segment)];
    }),
    gazetteer,
    // Its own title is no mention of it, but may hold others.
    new Set(publications.get(document)),
  );
  // One for somebody who is not there decides nothing.
  const holding = decided.filter(
    ({ decision }) => decision.kind === 'refuse' || entities.has(decision.entity),
  );
  const decisions = Map.groupBy(holding, ({ segment }) => segment);
  return new Map(
    shown.map(({ id, zh, en }, index) => {
      const own = decisions.get(id) ?? [];
      const sideOf = (side: Side, text: string | null, at: number): Linked =>
        withDecisions(
          asWritten(linked[index * 2 + at] ?? NOTHING, text ?? ''),
          text ?? '',
          own.filter(({ decision }) => decision.anchor.language === side),
        );
      return [id, { zh: sideOf('zh', zh, 0), en: sideOf('en', en, 1) }];
    }),
  );
}

// What is quoted is what stands there.
function asWritten({ mentions, ambiguities }: Linked, text: string): Linked {
  return {
    mentions: mentions.map((mention) => ({ ...mention, quote: text.slice(mention.start, mention.end) })),
    ambiguities: ambiguities.map((one) => ({ ...one, quote: text.slice(one.start, one.end) })),
  };
}

function chineseOf({ zh, marks }: DocumentSegment): Linkable {
  return { text: zh ?? '', closed: zh === null ? [] : marks.filter(({ kind }) => kind === 'code') };
}

// A gloss has no marks; what is code in the Chinese is code where the gloss repeats it.
function englishOf({ zh, en, marks }: DocumentSegment): Linkable {
  const codes =
    zh === null ? [] : marks.flatMap(({ kind, start, end }) => (kind === 'code' ? zh.slice(start, end) : []));
  return { text: en ?? '', closed: codes.flatMap((code) => placesOf(code, en ?? '')) };
}

function placesOf(words: string, text: string): Span[] {
  const spans: Span[] = [];
  if (words === '') return spans;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    // The code `C` is not in `Cloud`.
    if (isWholeWord(text, start, end)) spans.push({ start, end });
  }
  return spans;
}

function withDecisions(linked: Linked, text: string, decided: readonly DecidedAt[]): Linked {
  if (decided.length === 0) return linked;
  let { mentions, ambiguities } = linked;
  for (const { decision, span } of decided) {
    const isElsewhere = ({ start, end }: Span): boolean => end <= span.start || span.end <= start;
    mentions = mentions.filter(isElsewhere);
    ambiguities = ambiguities.filter(isElsewhere);
    if (decision.kind === 'refuse') continue;
    const mention: Mention = { ...span, quote: text.slice(span.start, span.end), entity: decision.entity };
    mentions = [...mentions, mention].sort((a, b) => a.start - b.start);
  }
  return { mentions, ambiguities };
}
