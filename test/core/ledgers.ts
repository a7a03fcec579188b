import type { DraftSegment } from '../../server/core/draft.ts';
import type { Ledger } from '../../server/core/ledger.ts';
import { EMPTY_LEDGER } from '../../server/core/ledger.ts';
import { reconcile } from '../../server/core/reconcile.ts';
import { textOf } from '../../server/core/segment.ts';

/** A digest that a person can read. */
export const digestOf = (text: string): string => `<${text}>`;

/** Drafts of a text whose blocks are lines and whose sentences end in 。 */
export function drafts(source: string): DraftSegment[] {
  const found: DraftSegment[] = [];
  let block = 0;
  for (const line of source.matchAll(/[^\n]+/g)) {
    for (const { 0: text, index } of line[0].matchAll(/[^。]+。?/g)) {
      const start = line.index + index;
      const parts = [{ start, end: start + text.length }];
      found.push({ block, kind: 'paragraph', level: 0, debris: false, parts, marks: [], text });
    }
    block += 1;
  }
  return found;
}

export function ledgerOf(source: string, old: Ledger = EMPTY_LEDGER): Ledger {
  return reconcile(old, drafts(source), digestOf);
}

/** `s1=甲。 s2=乙。 / s3=丙` – blocks apart by `/`; then retired ids with their successors. */
export function show(ledger: Ledger, source: string): string {
  let block = '';
  const segments = ledger.segments.map((segment) => {
    const apart = block !== '' && block !== segment.block ? '/ ' : '';
    block = segment.block;
    return `${apart}${segment.id}=${textOf(source, segment.parts)}`;
  });
  const retired = [...ledger.retired].map(([id, successors]) => `${id}→${successors.join('+')}`);
  return [...segments, ...retired].join(' ');
}
