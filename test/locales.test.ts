import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from './messages.ts';

const ROOT = join(import.meta.dirname, '..');
const all = Object.fromEntries(Object.entries(messages).map(([tag, tree]) => [tag, flat(tree)]));
const english = new Map(all.en);

describe('the locales', () => {
  it('say the same things, each in the plural forms of its language', () => {
    for (const [tag, entries] of Object.entries(all)) {
      expect(stems(entries)).toEqual(stems([...english]));
      const forms = new Set(new Intl.PluralRules(tag).resolvedOptions().pluralCategories);
      for (const stem of plurals(entries)) {
        const own = entries
          .filter(([key]) => key.startsWith(`${stem}_`))
          .map(([key]) => key.slice(stem.length + 1));
        expect([tag, stem, new Set(own)]).toEqual([tag, stem, forms]);
      }
    }
  });

  it('fill in the same variables', () => {
    for (const entries of Object.values(all)) {
      for (const [key, message] of entries)
        expect([key, variables(message)]).toEqual([key, variables(counterpart(key))]);
    }
  });

  it('are complete, and hold nothing that nobody says', () => {
    const used = keysInUse();
    const known = stems([...english]);
    expect(used.exact.filter((key) => !known.includes(key))).toEqual([]);
    expect(
      known.filter(
        (key) => !used.exact.includes(key) && !used.prefixes.some((prefix) => key.startsWith(prefix)),
      ),
    ).toEqual([]);
  });

  it('leave no message empty', () => {
    for (const entries of Object.values(all))
      expect(entries.filter(([, message]) => message.trim() === '')).toEqual([]);
  });
});

type Entry = readonly [key: string, message: string];

function flat(tree: unknown, path = ''): Entry[] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, value]) =>
    flat(value, path === '' ? key : `${path}.${key}`),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Keys without their plural forms. */
function stems(entries: readonly Entry[]): string[] {
  return [...new Set(entries.map(([key]) => key.replace(PLURAL, '')))].sort();
}

function plurals(entries: readonly Entry[]): Set<string> {
  return new Set(entries.filter(([key]) => PLURAL.test(key)).map(([key]) => key.replace(PLURAL, '')));
}

function counterpart(key: string): string {
  return english.get(key) ?? english.get(key.replace(PLURAL, '_other')) ?? '';
}

function variables(message: string): string[] {
  return [...message.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** Keys that code and templates say, and the beginnings of those whose end is put in: t(`error.reason.${…}`). */
function keysInUse(): { exact: string[]; prefixes: string[] } {
  const files = globSync(['server/web/**/*.ts', 'views/**/*.ejs'], { cwd: ROOT });
  const said = files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return [...text.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`$]+)(\$\{)?)/g)];
  });
  return {
    exact: said.flatMap(
      ([, quoted, template, open]) => quoted ?? (open === undefined ? (template ?? []) : []),
    ),
    prefixes: said.flatMap(([, , template, open]) => (open === undefined ? [] : (template ?? []))),
  };
}
