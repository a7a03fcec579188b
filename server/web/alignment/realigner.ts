import type { RealignOrder } from '../../core/realigning.ts';
import type { DocumentId } from '../../core/segment.ts';

/** Changes alignments in the corpus. */
export interface Realigner {
  /** Of what is seen of a place. */
  readonly digestOf: (text: string) => string;
  /** What names the last change of a document; undefined where there is none to undo. */
  readonly lastStep: (id: DocumentId) => Promise<string | undefined>;
  /** Returns the key of the place to look at, when what was changed is served. @throws DomainError with a line that says what is wrong and what to do. */
  readonly realign: (id: DocumentId, order: RealignOrder) => Promise<string>;
}
