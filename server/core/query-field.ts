import type { Edtf } from './date.ts';
import { parseEdtf } from './date.ts';
import { fold } from './fold.ts';
import { nearest } from './nearest.ts';

/** What may stand before a colon: a filter, or `title`, which says where a word is looked for. */
export type FieldName = 'title' | 'document' | 'entity' | 'type' | 'language' | 'before' | 'after';

const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['title', 'title'],
  ['document', 'document'],
  ['entity', 'entity'],
  ['type', 'type'],
  ['language', 'language'],
  ['before', 'before'],
  ['after', 'after'],
  ['标题', 'title'],
  ['文章', 'document'],
  ['名称', 'entity'],
  ['类型', 'type'],
  ['语言', 'language'],
  ['早于', 'before'],
  ['晚于', 'after'],
]);
const LATIN_FIELDS = [...FIELDS.keys()].filter((name) => /^[a-z]/.test(name));

const LANGUAGES: ReadonlyMap<string, 'zh' | 'en'> = new Map([
  ['zh', 'zh'],
  ['zh-hans', 'zh'],
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['en', 'en'],
  ['english', 'en'],
  ['英文', 'en'],
]);
// `es` is one letter from `en` and means another language.
const LONG_LANGUAGES = [...LANGUAGES.keys()].filter((name) => name.length > 4);

/** The field of that name, in either language and any case and width. */
export function fieldNamed(name: string): FieldName | undefined {
  return FIELDS.get(fold(name));
}

/**
 * The field that is probably meant by a Latin name of none. Slips spare the first letter, so `file` and `later` are words;
 * of two Chinese characters one is too much to guess.
 */
export function fieldMeant(name: string): string | undefined {
  const typed = fold(name);
  if (typed.length < 3) return undefined;
  return nearest(
    typed,
    LATIN_FIELDS.filter((field) => field[0] === typed[0]),
  );
}

/** The language of that name or tag. */
export function languageNamed(name: string): 'zh' | 'en' | undefined {
  return LANGUAGES.get(fold(name));
}

/** The name of a language that is probably meant by a name of none. */
export function languageMeant(name: string): string | undefined {
  return nearest(fold(name), LONG_LANGUAGES);
}

/** A date as it is typed, in any width. */
export function dateNamed(text: string): Edtf | undefined {
  return parseEdtf(fold(text));
}

const LOOSE_DATE = /^(\d{4})(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?[年月日号]?$/;

/** The date that is probably meant by a text that is none: `2014-06` by `2014年6月`, `2014.6` and `2014/6`. */
export function dateMeant(text: string): Edtf | undefined {
  const [, ...numbers] = LOOSE_DATE.exec(fold(text).replace(/\s/g, '')) ?? [];
  const given = numbers.filter((number) => number !== undefined);
  return parseEdtf(given.map((number) => number.padStart(2, '0')).join('-'));
}
