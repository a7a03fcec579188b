import type { Bilingual } from '../../core/bilingual.ts';
import type { Document, Library } from '../../core/document.ts';
import { entitiesAddress, eventsAddress, networkAddress, readerAddress, termsAddress } from '../address.ts';
import type { Title } from '../facts.ts';
import { factsOf, inLanguage, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';

export interface LibraryEntry {
  readonly href: string;
  readonly title: Title;
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
  /** What leads across all of its texts; empty where nobody is known in them. */
  readonly across: readonly { readonly href: string; readonly label: string }[];
}

export function libraryPage(
  { title, collections, authority, chronicle, terms }: Library,
  locale: Locale,
): LibraryPage {
  return {
    title,
    collections: collections.map(({ id, title: name, about, documents }) => ({
      id,
      title: name,
      about: inLanguage(about, locale),
      documents: documents.map((document) => entryOf(document, locale)),
    })),
    across: [
      ...(authority.entities.size === 0
        ? []
        : [
            { href: entitiesAddress(), label: locale.t('entities.title') },
            { href: networkAddress(), label: locale.t('entities.network') },
          ]),
      ...(chronicle.events.length === 0 ? [] : [{ href: eventsAddress(), label: locale.t('events.title') }]),
      ...(terms.length === 0 ? [] : [{ href: termsAddress(), label: locale.t('terms.title') }]),
    ],
  };
}

function entryOf(document: Document, locale: Locale): LibraryEntry {
  return { href: readerAddress(document.id), title: titleOf(document), ...factsOf(document, locale) };
}
