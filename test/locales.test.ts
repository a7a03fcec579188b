import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UI_LANGUAGES } from '../server/web/language.ts';
import { messages } from './messages.ts';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = globSync(['views/**/*.ejs', 'server/**/*.ts'], { cwd: ROOT });

describe.each(UI_LANGUAGES)('the interface in %s', (language) => {
  const texts = textsOf(messages[language]);
  const english = textsOf(messages.en);

  it('says what English says, and nothing else', () => {
    expect([...new Set([...texts.keys()].map(keyOf))]).toEqual([...new Set([...english.keys()].map(keyOf))]);
  });

  it('fills in the same variables', () => {
    for (const [key, text] of texts) {
      const original = english.get(key) ?? english.get(`${keyOf(key)}_other`) ?? '';
      expect([key, variablesIn(text)]).toEqual([key, variablesIn(original)]);
    }
  });

  it('has every form that its plurals need', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const key of [...texts.keys()].filter((name) => name.endsWith('_other')).map(keyOf)) {
      expect([key, forms.filter((form) => texts.has(`${key}_${form}`))]).toEqual([key, forms]);
    }
  });

  it('leaves nothing empty, and no space at an end', () => {
    expect([...texts].filter(([, text]) => text === '' || text !== text.trim())).toEqual([]);
  });

  it('keeps its voice down', () => {
    expect([...texts].filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

describe('the keys in the code', () => {
  const said = [...new Set([...textsOf(messages.en).keys()].map(keyOf))];
  const asked = SOURCES.flatMap((path) => keysIn(readFileSync(join(ROOT, path), 'utf8')));

  it('are found at all', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is read here.
    const code = "t('a.b') cat('c.d') t(`e.${kind}`, { x }) t(\n  'f.g',";
    expect(keysIn(code)).toEqual(['a.b', 'e.*', 'f.g']);
    expect(asked.length).toBeGreaterThan(50);
  });

  it('are all said', () => {
    expect(asked.filter((key) => !said.some((one) => answers(one, key)))).toEqual([]);
  });

  it('are all that is said', () => {
    expect(said.filter((one) => !asked.some((key) => answers(one, key)))).toEqual([]);
  });
});

type Nested = { readonly [key: string]: string | Nested };

function textsOf(tree: unknown, path: readonly string[] = []): Map<string, string> {
  return new Map(
    Object.entries(tree as Nested).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[[...path, key].join('.'), value]] : [...textsOf(value, [...path, key])],
    ),
  );
}

/** `facts.notes` for `facts.notes_one`. */
function keyOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function variablesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
}

/** What is asked for by `t(…)`; a part that is worked out is `*`. */
function keysIn(code: string): string[] {
  return [...code.matchAll(/\bt\(\s*(['`])([^'`]+)\1/g)].map(([, , key]) =>
    (key ?? '').replace(/\$\{[^}]*\}/g, '*'),
  );
}

function answers(one: string, key: string): boolean {
  return new RegExp(`^${key.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`).test(one);
}
