import type { Alignment, Loose } from '../core/alignment.ts';
import type { Glosses } from '../core/gloss.ts';
import type { Ledger } from '../core/ledger.ts';
import { DomainError } from '../core/refusal.ts';
import type { SegmentId } from '../core/segment.ts';
import type { Translation } from '../core/translation.ts';
import type { readText } from './file.ts';
import { readGlosses } from './glosses.ts';

/** What a translation gave a document. */
export interface Aligned {
  readonly glosses: Glosses;
  readonly alignment: Alignment;
  /** Of the whole, from 0 to 1. */
  readonly confidence: number;
}

/**
 * The glosses of a document with those of a translation; the ledger is that of the translation's drafts, in their order. What somebody has written stays.
 * @throws DomainError `conflict` if the glosses that are there cannot be read.
 */
export function alignedIn(
  translation: Translation,
  { segments }: Ledger,
  found: Awaited<ReturnType<typeof readText>>,
): Omit<Aligned, 'confidence'> {
  const glosses = new Map<SegmentId, string>(written(found));
  const rows = new Map<SegmentId, number>();
  for (const [index, { id }] of segments.entries()) {
    const gloss = translation.glosses[index];
    if (gloss === undefined || glosses.has(id)) continue;
    glosses.set(id, gloss.en);
    rows.set(id, gloss.score);
  }
  const loose = translation.loose.map(
    ({ before, en }): Loose => ({ after: segments[before - 1]?.id ?? null, en }),
  );
  return { glosses, alignment: { rows, loose } };
}

function written(found: Awaited<ReturnType<typeof readText>>): Glosses {
  if (found.kind === 'missing') return new Map();
  const name = 'gloss.en.yaml';
  const { layer, findings } = readGlosses(name, found.kind === 'read' ? found.text : '');
  if (found.kind !== 'read' || findings.length > 0)
    throw new DomainError('conflict', `${name} has faults; run duidu check and mend it first`);
  return layer;
}
