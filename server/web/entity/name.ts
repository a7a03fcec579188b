import type { Bilingual } from '../../core/bilingual.ts';
import type { Entity, EntityType } from '../../core/entity.ts';
import { entityAddress } from '../address.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';
import { languageOf } from '../picture/label.ts';

/** A name, and the language that it is written in: one that nobody translates is Latin in a Chinese text, too. */
export interface NameView {
  readonly text: string;
  readonly lang: UiLanguage;
}

/** The name in the interface's language, and the other one; null where it is the same. */
export interface NamesView {
  readonly name: NameView;
  readonly other: NameView | null;
}

export interface EntityLink extends NamesView {
  readonly href: string;
  readonly type: EntityType;
  /** `project`, in the UI's language. */
  readonly typeLabel: string;
}

export function linkTo({ id, name, type }: Entity, locale: Locale): EntityLink {
  return {
    href: entityAddress(id),
    type,
    typeLabel: locale.t(`entity.type.${type}`),
    ...namesOf(name, locale),
  };
}

export function namesOf({ zh, en }: Bilingual, { language }: Locale): NamesView {
  const [first, second] = language === 'en' ? [en, zh] : [zh, en];
  return { name: nameView(first), other: first === second ? null : nameView(second) };
}

export function nameView(text: string): NameView {
  return { text, lang: languageOf(text) };
}
