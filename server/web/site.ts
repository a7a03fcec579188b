import type { Bilingual } from '../core/bilingual.ts';
import { ENTITY_TYPES } from '../core/entity.ts';
import { inUiLanguage } from './address.ts';
import type { AssetLinks } from './assets.ts';
import type { House } from './house.ts';
import type { KeyEntry } from './keys.ts';
import { keysIn } from './keys.ts';
import type { UiLanguage } from './language.ts';
import { UI_LANGUAGES } from './language.ts';
import type { Locale } from './locale.ts';

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
  /** What kinds of suggestions are called, by kind: JSON for the client. */
  readonly kindLabels: string;
  readonly keys: readonly KeyEntry[];
  readonly assets: AssetLinks;
}

// Each language is named in itself, so that who reads it finds it.
const NAMES: Record<UiLanguage, string> = { en: 'English', 'zh-Hans': '简体中文' };

/** `address` is the page's own, without a language; empty where it has none, as on an error. */
export function siteOf(
  { library, assets, workshop }: House,
  address: string,
  locale: Locale,
  searchQuery = '',
): Site {
  const { language, t } = locale;
  const path = address.split('?')[0];
  const links = [
    { href: '/', label: t('nav.library') },
    { href: '/entities', label: t('nav.entities') },
    { href: '/events', label: t('nav.events') },
    { href: '/terms', label: t('nav.terms') },
    ...(workshop === undefined ? [] : [{ href: '/import', label: t('nav.import') }]),
    { href: '/about', label: t('nav.about') },
  ];
  return {
    title: library.title,
    language,
    languages: UI_LANGUAGES.map((tag) => ({
      tag,
      name: NAMES[tag],
      href: inUiLanguage(address, tag),
      isCurrent: tag === language,
    })),
    nav: links.map((link) => ({ ...link, isCurrent: link.href === path })),
    searchHref: '/search',
    searchQuery,
    kindLabels: kindLabels(t),
    keys: keysIn(locale),
    assets: assets.links,
  };
}

function kindLabels(t: Locale['t']): string {
  const types = ENTITY_TYPES.map((type) => [type, t(`entity.type.${type}`)]);
  return JSON.stringify(
    Object.fromEntries([...types, ['document', t('search.kind-document')], ['term', t('search.kind-term')]]),
  );
}
