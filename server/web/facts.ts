import type { Document } from '../core/document.ts';
import { countsOf } from '../core/document.ts';
import { dateIn } from './date.ts';
import type { Locale } from './locale.ts';
import type { Scripts } from './reading/written.ts';
import { asWritten } from './reading/written.ts';

const CHARACTERS_PER_MINUTE = 300;

/** What a page says of a document beside its title: finished, in the language of the interface. */
export interface Facts {
  readonly author: string | null;
  readonly date: string | null;
  readonly facts: readonly string[];
  readonly about: string;
  /** Why some of its text is not here, or null. */
  readonly notice: string | null;
}

/** The title of a document or an event; `en` is null where it is the same, as where none was given at import. */
export interface Title {
  readonly zh: string;
  readonly en: string | null;
  /** Of the Chinese, where it is not simplified. */
  readonly lang?: 'zh-Hant';
}

export function titleOf(
  { title: { zh, en }, language = 'zh-Hans' }: Pick<Document, 'title'> & { readonly language?: string },
  scripts: Scripts = asWritten,
): Title {
  const { lang, show } = scripts(language);
  return { zh: show(zh), en: en === zh ? null : en, ...(lang === 'zh-Hant' && { lang }) };
}

/** A document's title without its subtitle, in the language of the interface. */
export function shortTitleOf({ title }: Pick<Document, 'title'>, locale: Locale): string {
  const full = inLanguage(title, locale);
  return /^(.+?)(?:：|: )/.exec(full)?.[1] ?? full;
}

export function factsOf(document: Document, locale: Locale): Facts {
  const { author, date, about } = document;
  return {
    author: author === undefined ? null : inLanguage(author, locale),
    date: date === undefined ? null : dateIn(locale, date),
    facts: figuresOf(document, locale),
    about: inLanguage(about, locale),
    notice: noticeOf(document, locale),
  };
}

/** The side of a bilingual text that the interface's language reads. */
export function inLanguage(text: Document['title'], { language }: Locale): string {
  return language === 'en' ? text.en : text.zh;
}

/** A licence by its SPDX id, or that there is none. */
export function licenceOf({ provenance }: Document, { t }: Locale): string {
  return provenance.licence === 'none' ? t('facts.no-licence') : provenance.licence;
}

function figuresOf(document: Document, locale: Locale): string[] {
  const { t, number, percent } = locale;
  const { characters, glossable, glossed, notes } = countsOf(document);
  const minutes = Math.max(1, Math.round(characters / CHARACTERS_PER_MINUTE));
  // Of nothing there is nothing to say: no time to read it, no share that is glossed.
  return [
    lengthOf(document, characters, locale),
    ...(characters === 0 ? [] : [t('facts.minutes', { count: minutes, number: number(minutes) })]),
    ...(glossable === 0 ? [] : [t('facts.glossed', { percent: percent(glossed, glossable) })]),
    ...(notes === 0 ? [] : [t('facts.notes', { count: notes, number: number(notes) })]),
  ];
}

// Where the text is not at hand, its length is an estimate, and is said as one.
function lengthOf({ presence }: Document, characters: number, { t, number }: Locale): string {
  if (presence !== 'missing') return t('facts.characters', { count: characters, number: number(characters) });
  const rounded = Number(characters.toPrecision(2));
  return t('facts.characters-about', { count: rounded, number: number(rounded) });
}

function noticeOf({ presence, file }: Document, { t }: Locale): string | null {
  if (presence === 'missing') return t('facts.text-missing', { file });
  return presence === 'changed' ? t('facts.text-changed', { file }) : null;
}
