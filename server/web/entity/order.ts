import { ENTITY_TYPES } from '../../core/entity.ts';
import type { Sort } from '../choices.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';
import type { EntityLink } from './name.ts';

/** What the order is made by. */
export interface Orderable extends EntityLink {
  readonly named: { readonly times: number; readonly documents: number };
}

export interface Group<Entry> {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The entries in groups that follow the order; no group is empty. */
export function groupsOf<Entry extends Orderable>(
  entries: readonly Entry[],
  sort: Sort,
  locale: Locale,
): Group<Entry>[] {
  const byName = nameOrder(locale.language);
  const sorted = entries.toSorted((a, b) => byName(a.name.text, b.name.text));
  switch (sort) {
    case 'type':
      return ENTITY_TYPES.map((type) => ({
        id: type,
        title: locale.t(`entities.type.${type}`),
        entries: sorted.filter((entry) => entry.type === type),
      })).filter((group) => group.entries.length > 0);
    case 'name':
      return [...Map.groupBy(sorted, ({ name }) => letterOf(name.text))].map(([letter, own]) => ({
        id: letter === '' ? 'other' : letter.toLowerCase(),
        title: letter === '' ? locale.t('entities.other-letters') : letter,
        entries: own,
      }));
    case 'documents':
      return [...Map.groupBy(sorted, ({ named }) => named.documents)]
        .sort(([a], [b]) => b - a)
        .map(([documents, own]) => ({
          id: `in-${documents}`,
          title: titleFor(documents, locale),
          entries: own.toSorted((a, b) => b.named.times - a.named.times),
        }));
  }
}

function titleFor(documents: number, { t, number }: Locale): string {
  return documents === 0
    ? t('entities.in-none')
    : t('entities.in-documents', { count: documents, number: number(documents) });
}

const COLLATORS: Record<UiLanguage, Intl.Collator> = {
  en: new Intl.Collator('en', { numeric: true }),
  'zh-Hans': new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true }),
};
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** By letter, as an index is; under one letter Chinese names stand before Latin ones. */
function nameOrder(language: UiLanguage): (a: string, b: string) => number {
  const collator = COLLATORS[language];
  return (a, b) => {
    const [one, other] = [letterOf(a), letterOf(b)];
    // What begins with no letter stands at the end.
    if (one !== other) return (one || '~') < (other || '~') ? -1 : 1;
    return collator.compare(a, b);
  };
}

/** The letter that a name stands under: its first, or that of its first character in pinyin; empty where it has neither. */
export function letterOf(name: string): string {
  const first = name.normalize('NFKD').trim().charAt(0).toUpperCase();
  if (LETTERS.includes(first)) return first;
  if (!/^\s*\p{Script=Han}/u.test(name)) return '';
  // CLDR's pinyin order holds a mark before the first character of each letter.
  const pinyin = COLLATORS['zh-Hans'];
  return LETTERS.findLast((letter) => pinyin.compare(name, `\ufdd0${letter}`) >= 0) ?? '';
}
