import type { Bilingual } from '../../core/bilingual.ts';

export interface LibraryEntry {
  readonly href: string;
  readonly title: Bilingual;
  readonly author: string | null;
  readonly date: string | null;
  /** `1,234 characters`, `about 5 minutes`, `glossed 100 %`, `12 notes`: finished, in the UI's language. */
  readonly facts: readonly string[];
  readonly about: string;
  /** What is missing and how to add it, or null. */
  readonly notice: string | null;
}

export interface LibraryPage {
  readonly title: Bilingual;
  readonly collections: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly about: string;
    readonly documents: readonly LibraryEntry[];
  }[];
}
