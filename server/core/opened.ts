import type { Edtf } from './date.ts';
import type { Encoding, Format } from './document.ts';
import type { DraftSegment } from './draft.ts';

/** What a text says of itself, beside its sentences. */
export interface Matter {
  readonly title?: string;
  readonly author?: string;
  readonly date?: Edtf;
  /** `http` or `https`. */
  readonly url?: string;
}

/** One text of a file that is imported: what is kept of it, and what parsing it gave. */
export interface OpenedText extends Matter {
  /** The bytes that the ledger's ranges are of, once they are decoded. */
  readonly bytes: Uint8Array;
  readonly format: Format;
  readonly encoding: Encoding;
  /** BCP 47. */
  readonly language: string;
  readonly drafts: readonly DraftSegment[];
}

/** A file that is imported, taken apart. */
export interface Opened {
  /** In reading order; never none. */
  readonly texts: readonly OpenedText[];
  /** What the texts were taken out of, and what that says of itself; it is kept beside them. */
  readonly container?: Matter & { readonly kind: 'epub' | 'docx' };
  /** What a person should know of how it was read. */
  readonly remarks: readonly string[];
}

/** How a file is to be read, where that is said. */
export interface Asked {
  /** The file's name, without folders. */
  readonly name: string;
  readonly format?: Format;
  readonly encoding?: Encoding;
}
