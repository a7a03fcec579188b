import type { Encoding } from '../../core/document.ts';

/** A file as it came, or a text that was pasted. */
export interface BroughtFile {
  /** Its file's name, whose ending says what it is. */
  readonly name: string;
  /** It was pasted, so the name says nothing of it: how it begins. */
  readonly beginning?: string;
  readonly bytes: Uint8Array;
}

/** A text that somebody brings by the page. */
export interface Upload extends BroughtFile {
  /** It may take the place of another text that has not a sentence in common with it. */
  readonly replaces?: boolean;
  /** Undefined: as its bytes show. */
  readonly encoding?: Encoding;
  /** Its English. */
  readonly translation?: BroughtFile;
  /** Undefined where the text or its name says it. */
  readonly title?: string;
  readonly titleEn?: string;
  /** Undefined: as its title, its name, or its beginning says. */
  readonly id?: string;
}

/** What became of it. */
export interface Brought {
  readonly documents: readonly BroughtDocument[];
  /** What somebody should know of it, in English: which encoding was taken, what was left out. */
  readonly remarks: readonly string[];
}

export interface BroughtDocument {
  readonly id: string;
  readonly isNew: boolean;
  readonly segments: number;
  /** Of a text that was there: sentences whose text has not changed, and those that are gone. */
  readonly kept: number;
  readonly retired: number;
  /** Rows of a translation, and those that somebody should look at; undefined where none came with it. */
  readonly aligned?: { readonly rows: number; readonly doubtful: number } | undefined;
}

/** Writes to the corpus, and resolves when what was brought is served. @throws DomainError with a line that says what is wrong and what to do. */
export type Importer = (upload: Upload) => Promise<Brought>;
