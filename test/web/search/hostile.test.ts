import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reader } from '../reader.ts';

const { get } = reader();

const HOSTILE = [
  '"',
  '“未完',
  '"""""',
  '((((',
  ')',
  'OR',
  'OR OR',
  '-',
  '- -',
  '-a',
  '*',
  'foo^10',
  '+a -b',
  'keeper~2',
  'zh:keeper',
  'a:b:c',
  'document:',
  'before:yesterday',
  'language:fr keeper',
  "'; DROP TABLE segments; --",
  "1' OR '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{query}} $t(search.title) %s',
  '<%= page %>',
  '\u0000\u0008\u001b',
  'keeper\u0000keeper',
  '🙂',
  '👩‍👩‍👧',
  '\u202e\u2066keeper\u200f',
  'ﷺ مرحبا',
  '\ud800',
  '\ue0000\ue001',
  '__proto__',
  'constructor',
  'toString OR hasOwnProperty',
  '.*+?[(\\',
  '\\',
  '&#34;&lt;',
  '%',
  'a'.repeat(200),
  '的'.repeat(200),
  'x'.repeat(1500),
];

describe.each(['/search?q=', '/read/lighthouse?q='])('%s…', (path) => {
  it.each(HOSTILE)('answers %s, and lets none of it become markup', async (query) => {
    const { status, text } = await get(path + encodeURIComponent(query.toWellFormed()));
    expect([200, 400]).toContain(status);
    expect(text).not.toMatch(/<script>|<img|onerror=alert\(1\)>|\0|undefined|NaN|\[object/);
    expect(text).not.toMatch(/lunr|TypeError|RegExp|at .*\.ts/);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
  });

  it('refuses 10,000 characters', async () => {
    expect((await get(path + 'x'.repeat(10_000))).status).toBe(400);
  });
});

describe('what somebody typed', () => {
  it('keeps its own direction wherever it is shown', async () => {
    const query = '\u202ekeeper "مرحبا';
    const { text } = await get(`/search?q=${encodeURIComponent(query)}`);
    expect(text).toContain(`<title>\u2068${query.replace('"', '&#34;')}\u2069 · Search`);
    expect(text).toContain('<bdi>\u202ekeeper <mark>&#34;مرحبا</mark></bdi>');
    const { text: read } = await get(`/read/lighthouse?q=${encodeURIComponent('\u202ekeeper')}`);
    expect(read).toContain('<bdi class="query">\u202ekeeper</bdi>');
  });
});

describe('any query', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      ' OR ',
      ' ',
      'title:',
      'before:',
      '2014',
      '灯',
      '灯塔',
      'keeper',
      '\u202e',
      '<b>',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const query = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('').toWellFormed());

  it('is answered by every page and by the API, never with a bug', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (typed) => {
        const q = encodeURIComponent(typed);
        if (q.length > 1900) return;
        for (const path of ['/search', '/read/lighthouse', '/api/v1/search', '/api/v1/suggest'])
          expect([200, 400]).toContain((await get(`${path}?q=${q}`)).status);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
