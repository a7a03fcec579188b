import type { Bilingual } from '../../core/bilingual.ts';

export interface AboutPage {
  /** Key and what it does, in the UI's language. */
  readonly keys: readonly { readonly key: string; readonly does: string }[];
  /** Whose the texts are. */
  readonly rights: readonly {
    readonly href: string;
    readonly title: Bilingual;
    readonly source: string;
    readonly sourceHref: string | null;
    readonly licence: string;
  }[];
}
