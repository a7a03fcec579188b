import type { Library } from '../../core/document.ts';
import { safeHref } from '../../core/href.ts';
import { readerAddress } from '../address.ts';
import type { Title } from '../facts.ts';
import { inLanguage, licenceOf, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';

export interface AboutPage {
  /** Whose the texts are. */
  readonly rights: readonly {
    readonly href: string;
    readonly title: Title;
    readonly source: string;
    readonly sourceHref: string | null;
    readonly licence: string;
  }[];
  /** Where the dictionary comes from, and its licence. */
  readonly dictionary: readonly { readonly href: string; readonly label: string }[];
}

export function aboutPage({ documents }: Library, locale: Locale): AboutPage {
  const { t } = locale;
  return {
    rights: documents.map((document) => ({
      href: readerAddress(document.id),
      title: titleOf(document),
      source: inLanguage(document.provenance.source, locale),
      sourceHref: safeHref(document.provenance.url ?? '') ?? null,
      licence: licenceOf(document, locale),
    })),
    dictionary: [
      { href: 'https://cc-cedict.org/', label: 'CC-CEDICT' },
      { href: 'https://www.mdbg.net/chinese/dictionary?page=cc-cedict', label: 'MDBG' },
      { href: 'https://creativecommons.org/licenses/by-sa/4.0/', label: t('about.dictionary-licence') },
    ],
  };
}
