import type { Bilingual } from '../../core/bilingual.ts';

/** A piece of a hit's text; `isMatch` is what the query found. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface SearchPage {
  readonly query: string;
  /** `12 passages`, `nothing found` …; null before anything was asked. */
  readonly summary: string | null;
  readonly groups: readonly {
    readonly title: Bilingual;
    readonly hits: readonly {
      readonly href: string;
      readonly number: string;
      readonly zh: readonly Piece[] | null;
      readonly en: readonly Piece[] | null;
    }[];
  }[];
}
