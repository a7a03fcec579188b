import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../server/web/locale.ts';
import { localesOf } from '../server/web/locale.ts';

/** What the interface says, as it is shipped. */
export const messages: Messages = { en: read('en'), 'zh-Hans': read('zh-Hans') };

export const locales = localesOf(messages);

function read(language: string): Messages['en'] {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../locales/${language}.json`), 'utf8'));
}
