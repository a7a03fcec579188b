import type { DocumentId } from '../../core/segment.ts';
import { readerAddress } from '../address.ts';

/** What is shown of an alignment. */
export interface Shown {
  /** Only what somebody should look at, with a row before and behind. */
  readonly onlyDoubtful?: boolean;
  /** The row that is being cut. */
  readonly split?: string | undefined;
}

/** Where the alignment of a document is looked at. */
export function alignmentAddress(id: DocumentId, { onlyDoubtful, split }: Shown = {}): string {
  const parameters = new URLSearchParams();
  if (onlyDoubtful) parameters.set('only', 'doubtful');
  if (split !== undefined) parameters.set('split', split);
  return `${readerAddress(id)}/alignment${parameters.size === 0 ? '' : `?${parameters}`}`;
}

export function isAlignmentAddress(path: string): boolean {
  return /^\/read\/[^/]+\/alignment$/.test(path);
}
