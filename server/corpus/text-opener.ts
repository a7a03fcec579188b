import type { Row } from '../core/align-drafts.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Asked, Opened } from '../core/opened.ts';
import type { TextReader } from './folder.ts';

/** The longest file that is imported at all, in bytes. */
export const LONGEST_IMPORT = 32_000_000;

/** What an import needs of the adapter for texts. */
export interface TextOpener extends TextReader {
  /** @throws DomainError with what is wrong with the file and what to do, without its name. */
  readonly open: (bytes: Uint8Array, asked: Asked) => Promise<Opened>;
  /** What lays an English text beside a Chinese one; made for an import that brings one. */
  readonly aligner?: () => Promise<(zh: readonly DraftSegment[], en: readonly DraftSegment[]) => Row[]>;
}
