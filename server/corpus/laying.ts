import type { Alignment, Loose } from '../core/alignment.ts';
import { NO_ALIGNMENT } from '../core/alignment.ts';
import type { Glosses } from '../core/gloss.ts';
import type { Ledger } from '../core/ledger.ts';
import { DomainError } from '../core/refusal.ts';
import type { SegmentId } from '../core/segment.ts';
import type { Translation } from '../core/translation.ts';
import { readAlignment } from './alignment.ts';
import type { readText } from './file.ts';
import { readGlosses } from './glosses.ts';

/** What a translation gave a document. */
export interface Aligned {
  readonly glosses: Glosses;
  readonly alignment: Alignment;
  /** Rows that it gave now. */
  readonly laid: number;
  /** Rows that it says something of and that had a gloss, which stays. */
  readonly stayed: number;
  /** Of the whole, from 0 to 1. */
  readonly confidence: number;
}

type Found = Awaited<ReturnType<typeof readText>>;

/**
 * The glosses of a document with those of a translation; the ledger is that of the translation's drafts, in their order. What somebody has written stays, and
 * so does what was said of rows that nobody has looked at since an import before.
 * @throws DomainError `conflict` if the glosses that are there, or their alignment, cannot be read.
 */
export function alignedIn(
  translation: Translation,
  { segments }: Ledger,
  found: Found,
  before: Found,
): Omit<Aligned, 'confidence'> {
  const glosses = new Map<SegmentId, string>(written(found));
  const known = alignmentIn(before).rows;
  const rows = new Map<SegmentId, number>();
  let [laid, stayed] = [0, 0];
  for (const [index, { id }] of segments.entries()) {
    const gloss = translation.glosses[index];
    if (glosses.has(id)) {
      if (gloss !== undefined) stayed += 1;
      const score = known.get(id);
      if (score !== undefined) rows.set(id, score);
    } else if (gloss !== undefined) {
      glosses.set(id, gloss.en);
      rows.set(id, gloss.score);
      laid += 1;
    }
  }
  const loose = translation.loose.map(
    ({ before, en }): Loose => ({ after: segments[before - 1]?.id ?? null, en }),
  );
  return { glosses, alignment: { rows, loose }, laid, stayed };
}

function written(found: Found): Glosses {
  if (found.kind === 'missing') return new Map();
  const name = 'gloss.en.yaml';
  const { layer, findings } = readGlosses(name, found.kind === 'read' ? found.text : '');
  if (found.kind !== 'read' || findings.length > 0) throw faulty(name);
  return layer;
}

function alignmentIn(found: Found): Alignment {
  if (found.kind === 'missing') return NO_ALIGNMENT;
  const name = 'alignment.en.yaml';
  const { layer, findings } = readAlignment(name, found.kind === 'read' ? found.text : '');
  if (found.kind !== 'read' || findings.length > 0) throw faulty(name);
  return layer;
}

function faulty(name: string): DomainError {
  return new DomainError('conflict', `${name} has faults; run duidu check and mend it first`);
}
