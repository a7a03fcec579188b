import type { ResourceKey, TFunction } from 'i18next';
import { createInstance } from 'i18next';
import type { UiLanguage } from './language.ts';
import { UI_LANGUAGES } from './language.ts';

/** The contents of `locales/*.json`, by language. */
export type Messages = Readonly<Record<UiLanguage, ResourceKey>>;

/** One language of the interface, with all that is said in it. */
export interface Locale {
  readonly language: UiLanguage;
  readonly t: TFunction;
  /** `1,234` */
  readonly number: (value: number) => string;
  /** `93%`, rounded down: only a part that is the whole is 100 %, and so is the whole of nothing. */
  readonly percent: (part: number, whole: number) => string;
}

export type Locales = Readonly<Record<UiLanguage, Locale>>;

/** Every language of the interface, ready to speak. */
export function localesOf(messages: Messages): Locales {
  const entries = UI_LANGUAGES.map((language) => [language, localeOf(language, messages[language])]);
  return Object.fromEntries(entries) as Locales;
}

function localeOf(language: UiLanguage, messages: ResourceKey): Locale {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    initAsync: false,
    // The templates escape; twice would be wrong.
    interpolation: { escapeValue: false },
  });
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    language,
    t: instance.t,
    number: (value) => number.format(value),
    percent: (part, whole) => percent.format(whole === 0 ? 1 : Math.floor((part * 100) / whole) / 100),
  };
}
