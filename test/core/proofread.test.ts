import { describe, expect, it } from 'vitest';
import type { Prose } from '../../server/core/proofread.ts';
import { proofread } from '../../server/core/proofread.ts';

const prose = (language: 'zh' | 'en', text: string, beside?: string | null): Prose => ({
  file: 'file.yaml',
  path: [],
  language,
  text,
  ...(beside !== undefined && { beside }),
});
const rules = (...pieces: Prose[]): string[] => proofread(pieces).map((finding) => finding.rule);
const CURLY = prose('en', 'It’s “fine”.');

describe('proofread', () => {
  it.each([
    ['plain English', prose('en', 'The lamp burns, at 5 o’clock; “why?” – he asked (twice).')],
    ['inches behind a digit', prose('en', 'A 19" rack')],
    ['Han that is quoted or in brackets', prose('en', 'the word “灯” (灯塔) in 《灯》', '灯')],
    ['Han that the Chinese itself speaks of', prose('en', '30万 is 300,000', '“30万”是300,000')],
    ['Han in a gloss whose Chinese is not at hand', prose('en', '调 is read diào', null)],
    ['Han in a note', prose('en', '走红 means to become a hit.')],
    ['a Chinese mark that is spoken of', prose('en', 'after the comma (“，”), 时……时…… and 《灯》')],
    ['an attribute of code', prose('en', 'the switch is key="value" now')],
    ['plain Chinese', prose('zh', '灯塔（1903年建成）说：“亮！”Docker 1.12、rkt v1.0和a.b,c都是名字。')],
    ['names with stops in Chinese', prose('zh', 'Node.js、config.json和.NET，Docker Inc.的，12:30看第3.2节')],
    ['English within Chinese', prose('zh', '他说“Hello, world!”（J. Doe），用f(x)和1,000台')],
  ])('finds nothing in %s', (_, piece) => {
    expect(rules(CURLY, piece)).toEqual([]);
  });

  it.each([
    ['straight quotation marks among curly ones', prose('en', 'the "lamp"'), 'straight-quote'],
    ['two spaces', prose('en', 'the  lamp'), 'double-space'],
    ['two spaces of which one does not break', prose('en', 'the\u00a0 lamp'), 'double-space'],
    ['a space at the end', prose('zh', '灯。 '), 'outer-space'],
    ['bare Han in a gloss', prose('en', 'the 灯 burns', '灯亮'), 'han-in-english'],
    ['full-width punctuation in English', prose('en', 'the lamp，burning'), 'wide-punctuation'],
    ['a Chinese ellipsis in English', prose('en', 'the lamp…… burns'), 'wide-punctuation'],
    ['a Chinese space in English', prose('en', 'the\u3000lamp'), 'wide-punctuation'],
    ['Chinese title marks round English', prose('en', 'in 《The Lamp》'), 'wide-punctuation'],
    ['straight quotation marks at an end only', prose('en', 'the “lamp" burns'), 'straight-quote'],
    ['half-width punctuation in Chinese', prose('zh', '灯亮,人来'), 'narrow-punctuation'],
    ['half-width brackets in Chinese', prose('zh', '灯(塔)亮。'), 'narrow-punctuation'],
    ['half-width brackets round a number', prose('zh', '灯塔(1903)亮'), 'narrow-punctuation'],
    ['brackets that do not match', prose('zh', '灯塔（1903)亮'), 'narrow-punctuation'],
    ['a half-width full stop in Chinese', prose('zh', '灯亮.'), 'narrow-punctuation'],
    ['one behind a name', prose('zh', '先用Docker.后来不用'), 'narrow-punctuation'],
    ['one behind a name at the end', prose('zh', '先用的是Docker.'), 'narrow-punctuation'],
    ['a half-width comma with a space', prose('zh', '先用Docker, 后来不用'), 'narrow-punctuation'],
    ['a half-width dash in Chinese', prose('zh', '灯--亮了'), 'narrow-punctuation'],
  ])('finds %s', (_, piece, rule) => {
    expect(rules(CURLY, piece)).toEqual([rule]);
  });

  it('leaves a document alone that has straight quotation marks throughout', () => {
    const inFile = (file: string, text: string): Prose => ({ ...prose('en', text), file });
    expect(rules(prose('en', 'the "lamp"'))).toEqual([]);
    expect(rules(inFile('a/notes.yaml', 'the "lamp"'), inFile('b/notes.yaml', 'the “lamp”'))).toEqual([]);
    expect(rules(inFile('a/notes.yaml', 'the "lamp"'), inFile('a/gloss.yaml', 'the “lamp”'))).toEqual([
      'straight-quote',
    ]);
  });
});
