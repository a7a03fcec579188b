import type { Bilingual } from '../core/bilingual.ts';

export const UI_LANGUAGES = ['en', 'zh-Hans'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** What every page needs besides its own view model. */
export interface Site {
  readonly title: Bilingual;
  readonly language: UiLanguage;
  /** The same page in each UI language. */
  readonly languages: readonly {
    readonly tag: UiLanguage;
    readonly name: string;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly nav: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly searchHref: string;
  readonly searchQuery: string;
  /** URLs of hashed assets. `early` is the small blocking script that applies what the device remembers. */
  readonly assets: { readonly css: string; readonly early: string; readonly main: string };
}
