import type { Edtf } from '../core/date.ts';
import { parseEdtf } from '../core/date.ts';
import { safeHref } from '../core/href.ts';
import type { Matter } from '../core/opened.ts';

/** What somebody may say of a text in so many words, as `Matter`: what is empty or no date or address is left out. */
export function matterOf(said: Readonly<Record<keyof Matter, string | undefined>>): Matter {
  const title = lineOf(said.title, 300);
  const author = lineOf(said.author, 120);
  const date = dateIn(said.date ?? '');
  const url = said.url?.trim() ?? '';
  const isAddress = /^https?:\/\/\S{1,2000}$/.test(url) && safeHref(url) !== undefined;
  return {
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(isAddress && { url }),
  };
}

/** A text as one line without the spaces around it; undefined if nothing is left, or far too much. */
function lineOf(text: string | undefined, most: number): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const line = text?.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim() ?? '';
  return line === '' || line.length > most ? undefined : line;
}

/** The day, month or year at the head of what a page or front matter calls its date. */
function dateIn(text: string): Edtf | undefined {
  const found = /^\s*(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?(?!\d)/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month, day] = found;
  const parts = [year, ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])];
  return parseEdtf(parts.join('-'));
}
