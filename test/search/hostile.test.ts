import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../server/core/document.ts';
import { parseQuery } from '../../server/core/query.ts';
import { QueryRefused } from '../../server/core/query-fault.ts';
import type { Search } from '../../server/core/search.ts';
import { harbour } from './harbour.ts';
import { ask, searchIn, shown } from './search-in.ts';
import { anyText } from './texts.ts';

const search = await searchIn(harbour);

const HOSTILE = [
  '"',
  '"灯塔',
  '」',
  '((((',
  '))',
  '-',
  '--',
  '- -',
  '+',
  'OR',
  'OR OR',
  '|',
  ':',
  'title:',
  'before:',
  'before:yesterday',
  'foo^10',
  '+a -b',
  '灯塔~2',
  '*',
  'a*',
  '*塔',
  'title:*',
  '灯塔^',
  'zh:灯塔',
  '[]',
  '\\',
  '/.*/',
  '(?:',
  '[a-',
  '$&',
  '$1',
  '%',
  '_',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'prototype',
  'document:__proto__',
  'entity:constructor',
  'type:toString',
  "'; DROP TABLE segments; --",
  '1 OR 1=1',
  '" OR ""="',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;',
  '{{7*7}}',
  '\0',
  '\u0001灯\u0002塔',
  '\ud800',
  '灯\udc00',
  '🙂',
  '👩‍👩‍👧',
  '\u200f灯塔\u202e',
  '\ufeff',
  '\u3000',
  '灯\u200b塔',
  'e\u0301',
  'ﷺ',
  'a'.repeat(200),
  '灯'.repeat(200),
  'an'.repeat(100),
  `${'an '.repeat(19)}q`,
  Array.from({ length: 20 }, (_, at) => `灯${at}`).join(' '),
  '的',
  '。',
  '，',
  '-灯 -塔',
  '((((灯))))',
  '"灯" "塔" "雾"',
]; // prettier-ignore

/** Runs a query, and says that it held what every query must hold. */
function tried(text: string, engine: Search, library: Library): 'answered' | 'refused' {
  try {
    const result = ask(engine, text);
    expect(result.hits).toHaveLength(Math.min(1000, result.total));
    for (const hit of result.hits) {
      // Spans are within the texts, in order and apart, or this throws.
      shown(hit, library);
      expect(Number.isFinite(hit.score)).toBe(true);
    }
    for (const { id } of library.documents) engine.within(parseQuery(text), id);
    engine.suggest(text, 8);
    return 'answered';
  } catch (error) {
    if (error instanceof QueryRefused) return 'refused';
    throw error;
  }
}

describe('a hostile query', () => {
  it.for(HOSTILE.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s is answered', ([, text]) => {
    expect(tried(text ?? '', search, harbour)).toBe('answered');
  });

  it('that is too long, has too many terms or is too deep is refused', () => {
    for (const text of ['灯'.repeat(201), 'x'.repeat(10_000), '灯 '.repeat(21), `${'('.repeat(6)}灯`])
      expect(tried(text, search, harbour)).toBe('refused');
  });

  it('of lunr’s own language is nothing but words', () => {
    expect(ask(search, '灯塔^10').total).toBe(ask(search, '灯塔').total);
    expect(ask(search, 'flag*').hits.map(({ segment }) => segment)).toEqual(['s6']);
    expect(ask(search, '+旗杆').total).toBe(1);
  });

  it('never throws anything but a refusal, however it is made', () => {
    const pieces = fc.constantFrom(
      ...[
        '灯塔',
        '雾',
        '𠮷',
        'NLO',
        'lens',
        'deng ta',
        '谁',
        '什么时候',
        'how many',
        ' ',
        ' ',
        '"',
        '(',
        ')',
        '-',
        'OR',
        'title:',
        'before:1888',
      ],
      ...[
        'type:',
        'entity:office',
        'language:en',
        '*',
        '^',
        '~',
        '\\',
        '<b>',
        '\u200f',
        '\0',
        '，',
        '50%',
        'C++',
        '灯燈',
        '1887',
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
      anyText,
    );
    fc.assert(
      fc.property(texts, (text) => {
        tried(text, search, harbour);
      }),
      { numRuns: 400 },
    );
  });
});
